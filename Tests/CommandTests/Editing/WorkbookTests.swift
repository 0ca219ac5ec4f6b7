import Foundation
import TestSupport
import Testing

@testable import Editing
@testable import northstar

/// Workbooks of spreadsheet programs, whole and broken.
@Suite struct WorkbookTests {
  private func grid(_ rows: [[String]], merged: [String] = [], styles: String = "") throws -> Grid {
    let file = WorkbookFile([("Goals", WorkbookFile.rows(rows, merged: merged))], styles: styles)
    return try Workbook(file.bytes).grid(of: "Goals")
  }

  @Test func `every cell of a merged area has the text of its first`() throws {
    let found = try grid(
      [["Objective", "KR"], ["One", "a"], ["", "b"], ["Two", "c"]], merged: ["A2:A3"])
    #expect(found.rows.map(\.cells) == [["Objective", "KR"], ["One", "a"], ["One", "b"], ["Two", "c"]])
  }

  @Test func `formulas count with their stored value, and are listed without one`() throws {
    let found = try grid([["<c><f>1+1</f><v>2</v></c>", "<c><f>1+2</f></c>", "<c t=\"e\"><v>#REF!</v></c>", "x"]])
    #expect(found.rows.map(\.cells) == [["2", "", "", "x"]])
    #expect(found.unread.map(\.cell) == ["B1", "C1"])
    #expect(found.unread.map(\.reason) == ["is a formula without a stored value", "is the error #REF!"])
  }

  @Test func `shares and days are texts as people see them`() throws {
    let styles =
      "<numFmts><numFmt numFmtId=\"170\" formatCode=\"dd/mm/yyyy\"/><numFmt numFmtId=\"171\" formatCode=\"0 &quot;days&quot;\"/>"
      + "</numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"9\"/><xf numFmtId=\"170\"/><xf numFmtId=\"171\"/></cellXfs>"
    let found = try grid(
      [["<c s=\"1\"><v>0.55000000000000004</v></c>", "<c s=\"2\"><v>46112</v></c>", "<c s=\"3\"><v>12</v></c>"]],
      styles: styles)
    #expect(found.rows.map(\.cells) == [["55%", "2026-03-31", "12"]])
  }

  @Test func `texts have their characters, whatever wrote them`() throws {
    let found = try grid([
      ["a &lt; b &amp; &#x41;&#233;", "<c t=\"inlineStr\"><is><r><t>two </t></r><r><t>parts</t></r></is></c>"]
    ])
    #expect(found.rows.map(\.cells) == [["a < b & Aé", "two parts"]])
  }

  @Test func `more than ten thousand columns are refused with their row`() throws {
    #expect(throws: WorkbookFault.tooManyColumns(row: 1)) {
      try grid([["<c r=\"NTQ1\" t=\"inlineStr\"><is><t>x</t></is></c>"]])
    }
    let wide = try grid([Array(repeating: "x", count: 10_000)])
    #expect(wide.rows.first?.cells.count == 10_000)
  }

  @Test func `a part that would be huge is not unpacked`() throws {
    var bytes = WorkbookFile([("Goals", WorkbookFile.rows([["x"]]))]).bytes
    // The size in the directory, which is what a program would allocate.
    let name = Array("xl/workbook.xml".utf8)
    let place = try #require(bytes.indices.last { bytes[$0...].starts(with: name) })
    for offset in 0..<4 { bytes[place - 22 + offset] = 0xFF }
    #expect(throws: WorkbookFault.tooLarge(part: "xl/workbook.xml")) { try Workbook(bytes) }
  }

  @Test func `a document type is refused`() throws {
    var file = WorkbookFile([("Goals", "")])
    file.members[1].text = "<!DOCTYPE x [<!ENTITY a \"b\">]>" + file.members[1].text
    #expect(throws: WorkbookFault.self) { try Workbook(file.bytes) }
  }

  @Test func `macros are not read, and said`() throws {
    let sandbox = try Sandbox()
    try sandbox.writeStrategy()
    try sandbox.commit("Begin", on: "2026-01-27")
    let file = WorkbookFile(
      [("About", WorkbookFile.rows([["Read me"]])), ("Q2", WorkbookFile.rows([["Objective", "KR"], ["One", "a"]]))],
      more: [("xl/vbaProject.bin", "x")])
    try sandbox.write("goals.xlsm", bytes: file.bytes, in: ".")
    let outcome = try sandbox.northstar("okr", "import", "../goals.xlsm", "--team", "growth")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("Read the sheet 'Q2'; not read: 'About'."), "\(outcome.output)")
    #expect(outcome.output.contains("The workbook's macros were not read."))
    let unknown = try sandbox.northstar("okr", "import", "../goals.xlsm", "--sheet", "Q3")
    #expect(unknown.errors.contains("there is no sheet 'Q3'"), "\(unknown.errors)")
    let other = try sandbox.northstar("okr", "import", "../goals.xlsm", "--sheet", "About")
    #expect(other.errors.contains("has no column of objectives or key results"), "\(other.errors)")
  }

  @Test func `old and protected files are said to be so`() throws {
    #expect(throws: WorkbookFault.oldOrProtected) { try Workbook([0xD0, 0xCF, 0x11, 0xE0, 1, 2]) }
  }

  private static let fixture = Sandbox.root.appending(path: "Tests/CommandTests/Validation/Goals/goals.xlsx")

  @Test func `a truncated workbook is refused at every length`() throws {
    let bytes = Array(try Data(contentsOf: Self.fixture))
    for length in stride(from: 0, to: bytes.count, by: 397) {
      #expect(throws: WorkbookFault.self) {
        let workbook = try Workbook(Array(bytes[..<length]))
        for name in workbook.sheetNames { _ = try workbook.grid(of: name) }
      }
    }
  }

  /// Four hundred files in which some bytes differ: read as they are, or refused, and never anything else.
  @Test func `changed bytes never pass as other words`() throws {
    let bytes = Array(try Data(contentsOf: Self.fixture))
    let whole = try Workbook(bytes).grid(of: "Q2").rows.map(\.cells)
    var random = Chance(4)
    for _ in 0..<400 {
      var changed = bytes
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        changed[Int.random(in: changed.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      guard let workbook = try? Workbook(changed), let grid = try? workbook.grid(of: "Q2") else { continue }
      // Members that are not read, names of styles and times of files may differ without harm.
      #expect(grid.rows.map(\.cells) == whole || workbook.sheetNames != ["How to use", "Q2"])
    }
  }

  /// The XML itself is changed, under right checksums.
  @Test func `any XML is read or refused`() throws {
    var random = Chance(11)
    let xml = Array(
      WorkbookFile.rows(
        [["Objective", "KR &amp; co"], ["One", "<c r=\"B2\"><f>1</f><v>2</v></c>"]], merged: ["A1:B2"]
      ).utf8)
    for _ in 0..<400 {
      var changed = xml
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let place = Int.random(in: changed.indices, using: &random)
        switch Int.random(in: 0...2, using: &random) {
        case 0: changed.remove(at: place)
        case 1: changed.insert(Array("<>/\"&;=0".utf8).randomElement(using: &random) ?? 0x3C, at: place)
        default: changed[place] = UInt8.random(in: 32...126, using: &random)
        }
      }
      let file = WorkbookFile([("Goals", String(decoding: changed, as: UTF8.self))])
      if let workbook = try? Workbook(file.bytes) { _ = try? workbook.grid(of: "Goals") }
    }
  }
}
