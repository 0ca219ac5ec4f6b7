package import StrategyModel

extension Session {
  /// The note on an answer for a day in the future; empty for any other day.
  ///
  /// - Parameter last: the day of the last commit, which counts as past.
  package func notes(onFuture day: Day, in zone: Zone, after last: Day) throws -> [String] {
    let today = max(try today(in: zone), last)
    return day > today ? ["\(day) is in the future: this is what the record says on \(today)"] : []
  }

  /// The note on an answer for the day of `--at`.
  func notes(onFuture options: HistoryRequest, along line: MainlineCommits) throws -> [String] {
    guard let day = try options.at.flatMap(Day.moment) else { return [] }
    return try notes(onFuture: day, in: line.zone, after: line.lastDay)
  }
}
