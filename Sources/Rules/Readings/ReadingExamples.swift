/// Readings that the examples of several rules lay over the small strategy.
enum ReadingExample {
  static let path = "readings/support-load.csv"

  /// The guardrail 'support-load' in two weeks, the last one as given.
  static func supportLoad(_ last: String) -> Example {
    Example(path, sheet("2026-W03,9.5,2026-01-19,help desk,", last))
  }

  static func sheet(_ rows: String...) -> String {
    (["period,value,known_on,source,segment"] + rows).joined(separator: "\n")
  }
}
