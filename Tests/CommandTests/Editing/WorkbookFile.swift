import Foundation

/// A workbook for tests: a ZIP archive whose members are stored as they are.
struct WorkbookFile {
  var members: [(path: String, text: String)]

  /// - Parameters:
  ///   - sheets: the XML of each sheet's rows and what follows them, by name.
  ///   - more: members that real files have besides.
  init(_ sheets: [(name: String, xml: String)], styles: String = "", more: [(path: String, text: String)] = []) {
    let namespace = "http://schemas.openxmlformats.org"
    let list = sheets.enumerated().map { "<sheet name=\"\($1.name)\" sheetId=\"\($0 + 1)\" r:id=\"r\($0 + 1)\"/>" }
    let links = sheets.indices.map {
      "<Relationship Id=\"r\($0 + 1)\" Type=\"\(namespace)/worksheet\" Target=\"worksheets/sheet\($0 + 1).xml\"/>"
    }
    members =
      [
        (
          "_rels/.rels",
          "<Relationships><Relationship Id=\"a\" Type=\"\(namespace)/officeDocument\" Target=\"xl/workbook.xml\"/>"
            + "</Relationships>"
        ),
        ("xl/workbook.xml", "<?xml version=\"1.0\"?><workbook><sheets>\(list.joined())</sheets></workbook>"),
        (
          "xl/_rels/workbook.xml.rels",
          "<Relationships>\(links.joined())"
            + "<Relationship Id=\"s\" Type=\"\(namespace)/styles\" Target=\"/xl/styles.xml\"/></Relationships>"
        ),
        ("xl/styles.xml", "<styleSheet>\(styles)</styleSheet>"),
      ]
      + sheets.enumerated().map { number, sheet in
        ("xl/worksheets/sheet\(number + 1).xml", "<x:worksheet><x:sheetData>\(sheet.xml)</x:worksheet>")
      } + more
  }

  /// Rows of texts, as a sheet's XML; `merged` are areas such as `A2:A4`.
  static func rows(_ rows: [[String]], merged: [String] = []) -> String {
    let lines = rows.enumerated().map { number, cells in
      let texts = cells.map { cell in
        cell.isEmpty ? "<c/>" : cell.hasPrefix("<c") ? cell : "<c t=\"inlineStr\"><is><t>\(cell)</t></is></c>"
      }
      return "<row r=\"\(number + 1)\">\(texts.joined())</row>"
    }
    let areas = merged.map { "<mergeCell ref=\"\($0)\"/>" }.joined()
    return lines.joined() + "</x:sheetData>" + (areas.isEmpty ? "" : "<mergeCells>\(areas)</mergeCells>")
  }

  /// Source: PKWARE's APPNOTE.TXT, 4.3.
  var bytes: [UInt8] {
    var archive: [UInt8] = []
    var directory: [UInt8] = []
    for (path, text) in members {
      let (name, content) = (Array(path.utf8), Array(text.utf8))
      let sizes = number(checksum(content), 4) + number(content.count, 4) + number(content.count, 4)
      let names = number(name.count, 2) + number(0, 2)
      let start = archive.count
      archive += number(0x0403_4B50, 4) + number(20, 2) + number(0, 8) + sizes + names + name + content
      directory += number(0x0201_4B50, 4) + number(20, 2) + number(20, 2) + number(0, 8) + sizes + names
      directory += number(0, 10) + number(start, 4) + name
    }
    let counts = number(members.count, 2) + number(members.count, 2)
    return archive + directory + number(0x0605_4B50, 4) + number(0, 4) + counts + number(directory.count, 4)
      + number(archive.count, 4) + number(0, 2)
  }

  private func number(_ value: Int, _ size: Int) -> [UInt8] { (0..<size).map { UInt8(value >> (8 * $0) & 0xFF) } }

  private func checksum(_ bytes: [UInt8]) -> Int {
    var sum: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }
    return Int(~sum)
  }
}
