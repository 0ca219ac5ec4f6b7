package import StrategyModel
package import StrategyStore

/// The day for which an answer about ownership is given.
package struct AskedDay {
  let day: Day
  /// Whether the question is about the owner on that day; otherwise the file's owner counts, even if its first day is
  /// in the future.
  let isOfTheFact: Bool
  /// Whether the question names a day, with either option.
  let isNamed: Bool
  /// A note about a requested day in the future; commands that read history give the note for `--at`.
  package let notes: [String]

  /// - Parameter day: the requested day (default: the day of `--at`, else today).
  package init(on text: String?, _ options: HistoryRequest, _ line: MainlineCommits, in session: Session) throws {
    day = try text.map(Day.init(argument:)) ?? session.today(of: options, on: line)
    isOfTheFact = text != nil
    isNamed = isOfTheFact || options.at != nil
    notes = isOfTheFact ? try session.notes(onFuture: day, in: line.zone, after: line.lastDay) : []
  }
}

extension Session {
  /// The day for which an answer about history is given: that of `--at`, else today.
  package func today(of options: HistoryRequest, on line: MainlineCommits) throws -> Day {
    guard let at = options.at else { return try today(in: line.zone) }
    return Day(at) ?? line.lastDay
  }
}
