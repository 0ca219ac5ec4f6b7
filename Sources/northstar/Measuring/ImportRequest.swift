import Numbers
import StrategyModel

/// How an export is to be read; everything that is `nil` is found out.
struct ImportRequest: Sendable {
  /// The metric, if the export is about a single one.
  var metric: String?
  var periodColumn: String?
  var valueColumn: String?
  var segmentColumn: String?
  var knownOnColumn: String?
  var metricColumn: String?
  /// The segment that means the whole.
  var whole: String?
  /// Rows whose first cell, period or segment is one of these are left out.
  var skip: [String] = []
  /// The length of a period, if neither the metric nor its readings define it.
  var grain: Grain?
  var numbers: NumberStyle?
  var dates = DateStyle.iso
  /// Whether two-digit years are read as 2000 to 2099.
  var takesShortYears = false
  /// Whether the written day of a timestamp counts, regardless of its time zone.
  var takesWrittenDays = false
  var separator: Separator?
  var encoding: TextEncoding?
  /// The day on which the values became known; `nil` for today.
  var knownOn: Day?
  /// The value for the 'source' column.
  var source = "import"
  var takesUnfinished = false
}
