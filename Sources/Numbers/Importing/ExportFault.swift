/// Why an export is not a table, or why its values cannot be found in it.
package enum ExportFault: Error, Equatable {
  case empty
  /// A spreadsheet's own file, which is not text.
  case workbook
  /// Bytes that are invalid in the named encoding, or in every known one; the line of the first, from 1.
  case notText(line: Int)
  /// UTF-16 without a byte order mark.
  case unmarkedUTF16
  case tooManyColumns(line: Int)
  case unclosedQuote(line: Int)
  case textAfterQuote(line: Int)
  /// A carriage return within a line, in a text with other line ends.
  case carriageReturn(line: Int)
  /// Values are found with each of several separators.
  case whichSeparator([Separator])
  case noColumn(String, among: [String])
  /// Several columns have this name.
  case sameName(ExportColumn, String)
  /// Several columns have the name of one whose cells choose the rows.
  case severalColumns(String)
  /// Several columns with usual names, any of which could be meant.
  case which(ExportColumn, [String])
  /// - others: the columns that may contain the value, when that is unclear too.
  case noPeriods(columns: [String], others: [String])
}

/// What a column of an export contains.
package enum ExportColumn: String, Sendable, CaseIterable {
  case period, value, segment, knownOn, metric
}

/// The character between the cells of an export.
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
