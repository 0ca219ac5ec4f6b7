import Numbers
import Presentation
package import StrategyStore

extension StrategyError {
  /// - Parameter file: the export's name in messages.
  init(_ fault: ExportFault, in file: String) {
    self.init(message: fault.message(file.visible), help: fault.help)
  }
}

extension ExportFault {
  /// What is wrong with the text; `nil` for faults of its columns.
  package var reason: String? {
    switch self {
    case .empty: "it is empty"
    case .workbook: "it is a spreadsheet program's own file"
    case .notText(let line): "line \(line) is not text in the encoding of the file"
    case .unmarkedUTF16: "it is UTF-16 without a byte order mark"
    case .tooManyColumns(let line): "line \(line) has more than \(ExportTable.widest) columns"
    case .unclosedQuote(let line): "a quote in line \(line) is never closed"
    case .textAfterQuote(let line): "there is text after a closing quote in line \(line)"
    case .carriageReturn(let line): "line \(line) contains a carriage return, but other lines end differently"
    case .whichSeparator, .noColumn, .sameName, .severalColumns, .which, .noPeriods: nil
    }
  }

  package func message(_ file: String) -> String {
    switch self {
    case .whichSeparator: "'\(file)' can be read with several separators"
    case .noColumn(let name, _): "'\(file)' has no column '\(name.visible)'"
    case .sameName(_, let name), .severalColumns(let name): "'\(file)' has several columns named '\(name.visible)'"
    case .which(let column, _): "'\(file)' has several columns that may be the \(column.noun)"
    case .noPeriods: "'\(file)' has no column of periods"
    default: "cannot read '\(file)': \(reason ?? "")"
    }
  }

  package var help: [Remedy] {
    switch self {
    case .workbook: ["Save it as CSV."]
    case .notText: ["Save it as UTF-8, or give its encoding with \(give: .encoding, "windows-1252") or utf-16le."]
    case .unmarkedUTF16: ["Save it as UTF-8, or give \(give: .encoding, "utf-16le") or utf-16be."]
    case .textAfterQuote: ["Double every quote inside quotes, or name the separator with \(give: .separator)."]
    case .unclosedQuote: ["Close the quote, or double it if it belongs to the text."]
    case .carriageReturn: ["Save it with one kind of line ends."]
    case .whichSeparator(let found):
      ["Choose one with \(found.map { .give(.separator, $0.rawValue) }.joined())."]
    case .noColumn(_, let columns): ["There are: \(ExportFault.list(columns))."] + separatorHelp(columns)
    case .sameName(let column, _): ["Rename all but one, and name that one with \(give: column.parameter)."]
    case .severalColumns: ["Rename all but one."]
    case .which(let column, let columns):
      ["Name it with \(give: column.parameter). There are: \(ExportFault.list(columns))."]
    case .noPeriods(let columns, let others):
      [
        "Name \(missing(others)). There are: \(ExportFault.list(columns))."
      ] + separatorHelp(columns)
    case .empty, .tooManyColumns: []
    }
  }

  private func missing(_ others: [String]) -> Remedy {
    others.isEmpty
      ? "it with \(give: .periodColumn)" : "it with \(give: .periodColumn), and the value's with \(give: .valueColumn)"
  }

  private func separatorHelp(_ columns: [String]) -> [Remedy] {
    columns.count < 2 ? ["Give the column separator with \(give: .separator) if it is a different one."] : []
  }

  var columns: [String] {
    switch self {
    case .noColumn(_, let columns), .noPeriods(let columns, _), .which(_, let columns): columns
    default: []
    }
  }

  static func list(_ columns: [String]) -> String {
    let shown = columns.prefix(12).map { "'\(String($0.prefix(40)).visible)'" }.joined(separator: ", ")
    return "\(shown)\(columns.count > 12 ? ", …" : "")"
  }
}

extension ExportColumn {
  fileprivate var parameter: Parameter {
    switch self {
    case .period: .periodColumn
    case .value: .valueColumn
    case .segment: .segmentColumn
    case .knownOn: .knownOnColumn
    case .metric: .metricColumn
    }
  }

  fileprivate var noun: String { self == .knownOn ? "day on which values were known" : rawValue }
}
