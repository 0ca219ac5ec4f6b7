package import Numbers
import Presentation
package import StrategyModel
package import StrategyStore

/// How an export is to be read; everything that is `nil` is found out.
package struct ImportRequest: Sendable {
  /// The metric, if the export is about a single one.
  package var metric: String?
  package var periodColumn: String?
  package var valueColumn: String?
  package var segmentColumn: String?
  package var knownOnColumn: String?
  package var metricColumn: String?
  /// The segment that means the whole.
  package var whole: String?
  /// Columns with the values of a metric each.
  package var mapped: [MappedColumn] = []
  /// Only rows with one of the texts in each of these columns are read.
  package var rows: [(column: String, text: String)] = []
  /// Whether rows that cannot be read are left out.
  package var skipsUnreadable = false
  /// Whether days are the last ones of their periods.
  package var takesLastDays = false
  /// Rows whose first cell, period or segment is one of these are left out.
  package var skip: [String] = []
  /// The length of a period, if neither the metric nor its readings define it.
  package var grain: Grain?
  package var numbers: NumberStyle?
  package var dates = DateStyle.iso
  /// Whether two-digit years are read as 2000 to 2099.
  package var takesShortYears = false
  /// Whether the written day of a timestamp counts, regardless of its time zone.
  package var takesWrittenDays = false
  package var separator: Separator?
  package var encoding: TextEncoding?
  /// The day on which the values became known; `nil` for today.
  package var knownOn: Day?
  /// The value for the 'source' column.
  package var source = "import"
  package var takesUnfinished = false

  package init(
    metric: String? = nil, periodColumn: String? = nil, valueColumn: String? = nil, segmentColumn: String? = nil,
    knownOnColumn: String? = nil, metricColumn: String? = nil, whole: String? = nil, skip: [String] = [],
    grain: Grain? = nil, numbers: NumberStyle? = nil, dates: DateStyle = DateStyle.iso, takesShortYears: Bool = false,
    takesWrittenDays: Bool = false, separator: Separator? = nil, encoding: TextEncoding? = nil, knownOn: Day? = nil,
    source: String = "import", takesUnfinished: Bool = false, mapped: [MappedColumn] = [],
    rows: [(column: String, text: String)] = [], skipsUnreadable: Bool = false, takesLastDays: Bool = false
  ) {
    (
      self.metric, self.periodColumn, self.valueColumn, self.segmentColumn, self.knownOnColumn, self.metricColumn,
      self.whole, self.skip, self.grain, self.numbers, self.dates, self.takesShortYears, self.takesWrittenDays,
      self.separator, self.encoding, self.knownOn, self.source, self.takesUnfinished
    ) = (
      metric, periodColumn, valueColumn, segmentColumn, knownOnColumn, metricColumn, whole, skip, grain, numbers, dates,
      takesShortYears, takesWrittenDays, separator, encoding, knownOn, source, takesUnfinished
    )
    (self.mapped, self.rows, self.skipsUnreadable, self.takesLastDays) = (mapped, rows, skipsUnreadable, takesLastDays)
  }

  /// Texts such as `Area=Trafford`, taken apart at the last equals sign.
  package static func pairs(_ texts: [String]) throws(StrategyError) -> [(column: String, text: String)] {
    try texts.map { pair throws(StrategyError) in
      guard let sign = pair.lastIndex(of: "="), sign > pair.startIndex else {
        throw StrategyError(
          .badRequest, message: "'\(pair.visible)' does not say which column has which text",
          help: ["Write <column>=<text>."])
      }
      return (String(pair[..<sign]).trimmed, String(pair[pair.index(after: sign)...]).trimmed)
    }
  }
}
