import Diagnostics
internal import Presentation
import StrategyModel

/// An export of another tool: rows of texts, with their line numbers.
package struct ExportTable: Sendable {
  package struct Row: Sendable {
    /// From 1.
    package let line: Int
    /// Without spaces at either end.
    package let cells: [String]

    /// The number of cells up to the last that is not empty.
    var filled: Int { (cells.lastIndex { !$0.isEmpty } ?? -1) + 1 }
    /// "" when the row is too short.
    package subscript(column: Int) -> String { column < cells.count ? cells[column] : "" }
  }

  /// The rows that are not empty.
  package private(set) var rows: [Row] = []
  /// The lines of rows whose cells are all empty, from 1; a line without a separator is not a row.
  package private(set) var emptyLines: [Int] = []

  package static let widest = 10_000

  /// - Parameter rows: the largest number of rows to read.
  package init(_ text: ExportText, separator: Separator, rows limit: Int = .max) throws(ExportFault) {
    let text = text.bytes
    var scanner = CSVScanner(text, separator: separator.byte)
    var line = 1
    var counted = 0
    while !scanner.isAtEnd, rows.count < limit {
      let start = scanner.position
      line += text[counted..<start].count { $0 == 0x0A }
      counted = start
      let cells = try ExportTable.row(&scanner, text, line)
      if cells.contains(where: { !$0.isEmpty }) {
        rows.append(Row(line: line, cells: cells))
      } else if cells.count > 1 {
        emptyLines.append(line)
      }
    }
    if rows.isEmpty { throw .empty }
  }

  private static func row(_ scanner: inout CSVScanner, _ text: [UInt8], _ line: Int) throws(ExportFault) -> [String] {
    var cells: [String] = []
    while true {
      let cell = scanner.next()
      switch cell.fault {
      case .unclosedQuote: throw .unclosedQuote(line: line)
      case .textAfterQuote: throw .textAfterQuote(line: line)
      case nil: break
      }
      if cell.hasLoneReturn(in: text) { throw .carriageReturn(line: line) }
      cells.append(cell.string(in: text).trimmed)
      if cell.isLast { return cells }
      if cells.count > widest { throw .tooManyColumns(line: line) }
    }
  }

  /// The number of rows with the most common number of cells; ignores rows with fewer than two.
  var evenRows: Int {
    let counts = rows.map(\.filled).filter { $0 > 1 }
    return Dictionary(grouping: counts) { $0 }.values.map(\.count).max() ?? 0
  }
}
