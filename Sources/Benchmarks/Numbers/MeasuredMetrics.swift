import Foundation

/// A thousand metrics that were measured every week for ten years.
struct MeasuredMetrics {
  static let metrics = 1_000
  static let weeks = 520

  /// The same rows in one file, for a database to load.
  let rows: URL
  let repository: NumbersRepository

  init(in directory: URL) throws {
    var random = SeededRandom(seed: 11)
    let sheets = (0..<Self.metrics).map { _ in Self.sheet(&random) }
    repository = try NumbersRepository("measured", in: directory) {
      [NumbersRepository.settings("metric-0")]
        + sheets.indices.map { NumbersRepository.metric("metric-\($0)", $0 == 0 ? "north-star" : "driver") }
        + sheets.indices.map { ("readings/metric-\($0).csv", "period,value,known_on,source,segment\n" + sheets[$0]) }
    }
    rows = directory.appending(path: "measured.csv")
    try Data(sheets.joined().utf8).write(to: rows)
  }

  private static func sheet(_ random: inout SeededRandom) -> String {
    var value = Double.random(in: 100...10_000, using: &random)
    return Self.names.map { week, known in
      value *= Double.random(in: 0.97...1.03, using: &random)
      return "\(week),\((value * 100).rounded() / 100),\(known),warehouse,\n"
    }.joined()
  }

  /// Weeks as ISO 8601 numbers them, each with the Monday after it.
  private static let names: [(week: String, known: String)] = {
    var calendar = Calendar(identifier: .iso8601)
    calendar.timeZone = .gmt
    let start = Date(timeIntervalSince1970: 1_480_291_200)  // Monday, 2016-11-28
    let day = Date.ISO8601FormatStyle().year().month().day()
    return (0..<weeks).map { number in
      let monday = start.addingTimeInterval(Double(number) * 604_800)
      let parts = calendar.dateComponents([.yearForWeekOfYear, .weekOfYear], from: monday)
      let (year, week) = (parts.yearForWeekOfYear ?? 0, parts.weekOfYear ?? 0)
      return ("\(year)-W\(week < 10 ? "0" : "")\(week)", monday.addingTimeInterval(604_800).formatted(day))
    }
  }()
}
