import StrategyModel

/// An export of another tool: rows of texts, with the lines that they stand on.
package struct ExportTable: Sendable {
  package struct Row: Sendable {
    /// From 1.
    package let line: Int
    package let cells: [String]
  }

  package private(set) var rows: [Row] = []

  /// Why a text is no table.
  package enum Fault: Error, Equatable {
    case empty
    case notText
    case tooManyColumns(line: Int)
    case unclosedQuote(line: Int)
  }

  package static let widest = 10_000

  /// - Parameter separator: a comma, a semicolon or a tab, whichever the text has most of, unless given.
  package init(_ text: [UInt8], separator: Character? = nil) throws(Fault) {
    let text = text.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(text.dropFirst(3)) : text
    guard String(validating: text, as: UTF8.self) != nil else { throw .notText }
    var scanner = CSVScanner(text, separator: separator?.asciiValue ?? ExportTable.separator(of: text))
    var line = 1
    var counted = 0
    while !scanner.isAtEnd {
      let start = scanner.position
      line += text[counted..<start].count { $0 == 0x0A }
      counted = start
      let cells = try ExportTable.row(&scanner, text, line)
      if cells.contains(where: { !$0.isEmpty }) { rows.append(Row(line: line, cells: cells)) }
    }
    if rows.isEmpty { throw .empty }
  }

  private static func row(_ scanner: inout CSVScanner, _ text: [UInt8], _ line: Int) throws(Fault) -> [String] {
    var cells: [String] = []
    while true {
      let cell = scanner.next()
      if cell.fault == .unclosedQuote { throw .unclosedQuote(line: line) }
      cells.append(cell.string(in: text).trimmed)
      if cell.isLast { return cells }
      if cells.count > widest { throw .tooManyColumns(line: line) }
    }
  }

  /// The sign that stands in the text most often, as far as its first 64 kB go.
  private static func separator(of text: [UInt8]) -> UInt8 {
    let signs = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
    let head = text.prefix(65_536)
    let counts = signs.map { sign in head.count { $0 == sign } }
    return signs[counts.firstIndex(of: counts.max() ?? 0) ?? 0]
  }
}
