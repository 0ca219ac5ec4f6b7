import StrategyModel

extension CommandEnvironment {
  /// What is said beside an answer for a day that has not come; nothing for every other day.
  ///
  /// - Parameter last: the day of the last commit, which counts as a day that has come.
  func notes(onFuture day: Day, in zone: Zone, after last: Day) throws -> [String] {
    let today = max(try today(in: zone), last)
    return day > today ? ["\(day) is still to come: this is what the record says on \(today)"] : []
  }

  /// The same for the day of `--at`.
  func notes(onFuture options: HistoryOptions, along line: CommitLine) throws -> [String] {
    guard let day = try options.at.flatMap(Day.moment) else { return [] }
    return try notes(onFuture: day, in: line.zone, after: line.lastDay)
  }
}
