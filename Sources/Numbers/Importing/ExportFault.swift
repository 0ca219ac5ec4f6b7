/// Why an export is no table, or its values can't be found in it.
package enum ExportFault: Error, Equatable {
  case empty
  /// A spreadsheet's own file, which is no text.
  case workbook
  /// Bytes that no encoding has that is known here, or that the named one has not; the line of the first, from 1.
  case notText(line: Int)
  /// UTF-16 without the mark that says the order of its bytes.
  case unmarkedUTF16
  case tooManyColumns(line: Int)
  case unclosedQuote(line: Int)
  case textAfterQuote(line: Int)
  /// A carriage return within a line, in a text whose lines end otherwise.
  case carriageReturn(line: Int)
  /// Values are found with each of several signs between the cells.
  case whichSeparator([Separator])
  case noColumn(String, among: [String])
  /// A name that several columns have.
  case sameName(ExportColumn, String)
  /// Several columns with usual names that may be the one.
  case which(ExportColumn, [String])
  /// - others: the columns that may hold the value, where that is not clear either.
  case noPeriods(columns: [String], others: [String])
}

/// What a column of an export holds.
package enum ExportColumn: String, Sendable, CaseIterable {
  case period, value, segment, knownOn, metric
}

/// The sign between the cells of an export.
package enum Separator: String, Sendable, CaseIterable {
  case comma, semicolon, tab

  package var byte: UInt8 {
    switch self {
    case .comma: UInt8(ascii: ",")
    case .semicolon: UInt8(ascii: ";")
    case .tab: UInt8(ascii: "\t")
    }
  }
}
