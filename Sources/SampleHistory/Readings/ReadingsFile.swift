/// Writes measured values like the warehouse's export: one row for each week, with corrections as rows of their own.
struct ReadingsFiles {
  let measured: Measured
  private let rows: [String: [Row]]

  struct Row {
    let known: Day
    let week: Week
    let segment: String
    let text: String
  }

  static let header = "period,value,known_on,source,segment\n"

  init(_ measured: Measured) {
    self.measured = measured
    var rows: [String: [Row]] = [:]
    for series in AllSeries.all + AllSeries.results + derived {
      rows[series.metric] = ReadingsFiles.rows(series, measured)
    }
    self.rows = rows
  }

  var metrics: [String] { rows.keys.sorted() }

  /// `nil` while nothing is known.
  func text(of metric: String, knownOn day: Day) -> String? {
    let known = (rows[metric] ?? []).filter { $0.known <= day }
    return known.isEmpty ? nil : ReadingsFiles.header + known.map(\.text).joined()
  }

  /// Metrics that are calculated from others; this only says how to write them.
  private let derived: [Series] = {
    let ones = [Double](repeating: 0, count: Series.marks.count)
    let northStar = Series("weekly-hosted-meetings", ones, decimals: 0, source: "warehouse")
    let perHost = Series("meetings-per-host", ones, decimals: 2, source: "warehouse")
    return [northStar, perHost]
  }()

  private static func rows(_ series: Series, _ measured: Measured) -> [Row] {
    var rows: [Row] = []
    for (week, value) in measured.values[series.metric] ?? [:] {
      let known = max(week.known, firstKnown[series.metric] ?? week.known)
      let source = known > week.known ? series.source + " backfill" : series.source
      for (segment, share) in segments(of: series.metric, in: week) {
        let number = fixed(rounded(value * share, series.decimals), series.decimals)
        let text = "\(week),\(number),\(known),\(source),\(segment)\n"
        rows.append(Row(known: known, week: week, segment: segment, text: text))
      }
    }
    for fix in Correction.all where fix.metric == series.metric {
      let text = "\(fix.week),\(fixed(fix.value, series.decimals)),\(fix.known),\(fix.source),\n"
      rows.append(Row(known: fix.known, week: fix.week, segment: "", text: text))
    }
    return rows.sorted { ($0.known, $0.week, $0.segment) < ($1.known, $1.week, $1.segment) }
  }

  /// Metrics whose past was counted later, with the day on which that was done.
  private static let firstKnown: [String: Day] = [
    "weekly-hosted-meetings": Day(2025, 6, 10), "hosts-per-team": Day(2025, 6, 10),
    "meetings-per-host": Day(2025, 6, 10), "recurring-meetings-per-host": Day(2025, 6, 10),
    "ad-hoc-meetings-per-host": Day(2025, 6, 10),
  ]

  /// The share of each plan; only the North Star is split, and only since the billing export contains the plan.
  private static func segments(of metric: String, in week: Week) -> [(String, Double)] {
    guard metric == "weekly-hosted-meetings", week >= Week(2025, 40) else { return [("", 1)] }
    let age = Double(week - Week(2025, 40)) / 58
    let (free, business) = (0.46 - 0.05 * age, 0.17 + 0.05 * age)
    return [("", 1), ("free", free), ("team", 1 - free - business), ("business", business)]
  }
}
