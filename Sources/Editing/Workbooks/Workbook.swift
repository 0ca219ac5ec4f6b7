import Numbers
import Presentation
import StrategyModel

/// A workbook of a spreadsheet program (`.xlsx`): sheets of cells as people see them.
///
/// Formulas count with the value that the program stored for them; macros are not read. Source: ECMA-376, part 1,
/// chapter 18.
struct Workbook {
  private let archive: ZipArchive
  private var parts: [(name: String, path: String)] = []
  private var strings: [String] = []
  private var formats: [CellFormat] = []
  private var countsFrom1904 = false
  /// Whether the file contains macros, which are ignored.
  let hasMacros: Bool

  var sheetNames: [String] { parts.map(\.name) }

  /// Whether bytes begin as a workbook does, or as the old format does.
  static func isLikely(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || isOld(bytes)
  }

  private static func isOld(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) }

  init(_ bytes: [UInt8]) throws(WorkbookFault) {
    if Workbook.isOld(bytes) { throw .oldOrProtected }
    archive = try ZipArchive(bytes)
    hasMacros = archive.paths.contains { $0.hasSuffix("vbaProject.bin") }
    let links = try Workbook.links("_rels/.rels", in: archive, from: "")
    let main = links.first { $0.type.hasSuffix("/officeDocument") }?.path ?? "xl/workbook.xml"
    guard let text = try archive.content(of: main) else { throw .missing(part: main) }
    let folder = main.lastIndex(of: "/").map { String(main[...$0]) } ?? ""
    let file = main.dropFirst(folder.count)
    let targets = try Workbook.links("\(folder)_rels/\(file).rels", in: archive, from: folder)
    try readSheets(text, main, targets)
    if let path = targets.first(where: { $0.type.hasSuffix("/sharedStrings") })?.path,
      let text = try archive.content(of: path)
    {
      try readStrings(text, path)
    }
    if let path = targets.first(where: { $0.type.hasSuffix("/styles") })?.path, let text = try archive.content(of: path)
    {
      formats = try CellFormat.all(text, path)
    }
  }

  private struct Link {
    let id: String
    let type: String
    let path: String
  }

  /// - Parameter folder: the one that relative targets are in, with its slash.
  private static func links(
    _ path: String, in archive: ZipArchive, from folder: String
  ) throws(WorkbookFault) -> [Link] {
    guard let text = try archive.content(of: path) else { return [] }
    var links: [Link] = []
    var scanner = XMLScanner(text, part: path)
    while let event = try scanner.next() {
      guard case .start("Relationship", let attributes) = event, let target = attributes["Target"] else { continue }
      links.append(
        Link(
          id: attributes["Id"] ?? "", type: attributes["Type"] ?? "",
          path: target.hasPrefix("/") ? String(target.dropFirst()) : folder + target))
    }
    return links
  }

  private mutating func readSheets(_ text: [UInt8], _ path: String, _ targets: [Link]) throws(WorkbookFault) {
    var scanner = XMLScanner(text, part: path)
    while let event = try scanner.next() {
      guard case .start(let name, let attributes) = event else { continue }
      if name == "workbookPr" { countsFrom1904 = ["1", "true"].contains(attributes["date1904"] ?? "") }
      if name == "sheet", let target = targets.first(where: { $0.id == attributes["id"] }) {
        parts.append((attributes["name"] ?? "", target.path))
      }
    }
  }

  /// Each string is one text, or several with formats of their own; how Japanese is read is left out.
  private mutating func readStrings(_ text: [UInt8], _ path: String) throws(WorkbookFault) {
    var scanner = XMLScanner(text, part: path)
    var current = ""
    var isText = false
    var isReading = false
    while let event = try scanner.next() {
      switch event {
      case .start("si", _): current = ""
      case .end("si"): strings.append(current)
      case .start("rPh", _): isReading = true
      case .end("rPh"): isReading = false
      case .start("t", _): isText = !isReading
      case .end("t"): isText = false
      case .text(let text) where isText: current += text
      default: break
      }
    }
  }
}

extension Workbook {
  /// The cells of a sheet; every cell of a merged area has the text of its first.
  func grid(of sheet: String) throws(WorkbookFault) -> Grid {
    guard let path = parts.first(where: { $0.name == sheet })?.path else {
      throw .unknownSheet(sheet, among: sheetNames)
    }
    guard let text = try archive.content(of: path) else { throw .missing(part: path) }
    var reading = SheetReading(self, text, path)
    return try reading.read()
  }

  /// The text of a cell as people see it; `nil` for a reference that leads nowhere.
  fileprivate func text(of value: String, type: String?, style: Int?) -> String? {
    switch type {
    case "s": return Int(value.trimmed).flatMap { strings.indices.contains($0) ? strings[$0] : nil }
    case "b": return value == "1" ? "yes" : "no"
    case nil, "n":
      guard let number = Double(value.trimmed), number.isFinite else { return value }
      let format = style.flatMap { formats.indices.contains($0) ? formats[$0] : nil } ?? .general
      return format.text(of: number, countsFrom1904: countsFrom1904)
    default: return value
    }
  }
}

/// One sheet on its way into a grid.
private struct SheetReading {
  private let workbook: Workbook
  private var scanner: XMLScanner
  private var grid = Grid()
  private var row = Grid.Row(line: 0, cells: [])
  private var column = -1
  private var type: String?
  private var style: Int?
  private var value = ""
  private var hasFormula = false
  private var isValue = false
  private var isInCell = false
  private var merged: [(first: (column: Int, row: Int), last: (column: Int, row: Int))] = []
  private var cells = 0

  /// Counts the empty cells before others too.
  private static let mostCells = 1_000_000

  init(_ workbook: Workbook, _ text: [UInt8], _ path: String) {
    self.workbook = workbook
    scanner = XMLScanner(text, part: path)
  }

  mutating func read() throws(WorkbookFault) -> Grid {
    while let event = try scanner.next() {
      switch event {
      case .start("row", let attributes): try begin(attributes)
      case .end("row"): try endRow()
      case .start("c", let attributes): try beginCell(attributes)
      case .end("c"): try endCell()
      case .start("f", _): hasFormula = true
      case .start("v", _), .start("t", _): isValue = true
      case .end("v"), .end("t"): isValue = false
      case .text(let text) where isValue: value += text
      case .start("mergeCell", let attributes): merge(attributes["ref"] ?? "")
      default: break
      }
    }
    try fillMerged()
    return grid
  }

  private mutating func begin(_ attributes: [String: String]) throws(WorkbookFault) {
    let next = attributes["r"].flatMap { Int($0) } ?? row.line + 1
    guard next > row.line, next <= 1 << 20 else { throw scanner.fault }
    row = Grid.Row(line: next, cells: [])
    column = -1
  }

  private mutating func endRow() throws(WorkbookFault) {
    guard row.line > grid.rows.last?.line ?? 0, !isInCell else { throw scanner.fault }
    if row.filled.isEmpty { grid.emptyRows += 1 } else { grid.rows.append(row) }
  }

  private mutating func beginCell(_ attributes: [String: String]) throws(WorkbookFault) {
    let next = attributes["r"].map { Grid.place($0)?.column } ?? column + 1
    guard let next, next > column, row.line > 0, !isInCell else { throw scanner.fault }
    (column, isInCell) = (next, true)
    (type, style) = (attributes["t"], attributes["s"].flatMap { Int($0) })
    (value, hasFormula, isValue) = ("", false, false)
  }

  private mutating func endCell() throws(WorkbookFault) {
    guard isInCell else { throw scanner.fault }
    isInCell = false
    if type == "e" { return try leaveOut("is the error \(value.trimmed)") }
    guard let text = workbook.text(of: value, type: type, style: style) else {
      return try leaveOut("refers to a text that is missing")
    }
    let shown = text.replacing("_x000D_", with: "").trimmed
    if !shown.isEmpty {
      var changed = row
      row.cells = []
      try set(shown, column, of: &changed)
      row = changed
    } else if hasFormula {
      try leaveOut("is a formula without a stored value")
    }
  }

  private mutating func leaveOut(_ reason: String) throws(WorkbookFault) {
    cells += 1
    guard column < ExportTable.widest else { throw .tooManyColumns(row: row.line) }
    guard cells <= SheetReading.mostCells else { throw .tooManyCells }
    grid.unread.append(
      Grid.Unread(line: row.line, cell: Grid.name(ofColumn: column) + String(row.line), reason: reason))
  }

  private mutating func set(_ text: String, _ column: Int, of row: inout Grid.Row) throws(WorkbookFault) {
    guard column < ExportTable.widest else { throw .tooManyColumns(row: row.line) }
    let missing = column + 1 - row.cells.count
    if missing > 0 {
      cells += missing
      guard cells <= SheetReading.mostCells else { throw .tooManyCells }
      row.cells += Array(repeating: "", count: missing)
    }
    row.cells[column] = text
  }

  private mutating func merge(_ area: String) {
    let corners = area.split(separator: ":").compactMap { Grid.place($0) }
    guard corners.count == 2, corners[0].column <= corners[1].column, corners[0].row <= corners[1].row else { return }
    merged.append((corners[0], corners[1]))
  }

  private mutating func fillMerged() throws(WorkbookFault) {
    let positions = Dictionary(grid.rows.enumerated().map { ($1.line, $0) }) { first, _ in first }
    for area in merged {
      guard let first = positions[area.first.row] else { continue }
      let text = grid.rows[first][area.first.column]
      guard !text.isEmpty else { continue }
      // Rows that are empty but for the area are not there, and need not be.
      var position = first
      while position < grid.rows.count, grid.rows[position].line <= area.last.row {
        var row = grid.rows[position]
        grid.rows[position].cells = []
        for column in area.first.column...area.last.column where row[column].isEmpty {
          try set(text, column, of: &row)
        }
        grid.rows[position] = row
        position += 1
      }
    }
  }
}
