import StrategyModel

/// The day that an answer about ownership is given for.
struct AskedDay {
  let day: Day
  /// Whether it was asked who it was on that day; else what the file says counts, even when its day is still to come.
  let isOfTheFact: Bool
  /// Whether the question names it, in one way or the other.
  let isNamed: Bool
  /// What nobody can know yet of the day that was asked for; what reads history says it of `--at`.
  let notes: [String]

  /// - Parameter day: what was asked for; default: the day of `--at`, else today.
  init(on text: String?, _ options: HistoryOptions, _ line: CommitLine, in environment: CommandEnvironment) throws {
    day = try text.map(Day.init(argument:)) ?? environment.today(of: options, on: line)
    isOfTheFact = text != nil
    isNamed = isOfTheFact || options.at != nil
    notes = isOfTheFact ? try environment.notes(onFuture: day, in: line.zone, after: line.lastDay) : []
  }
}

extension CommandEnvironment {
  /// The day that an answer about history is given for: that of `--at`, else today.
  func today(of options: HistoryOptions, on line: CommitLine) throws -> Day {
    guard let at = options.at else { return try today(in: line.zone) }
    return Day(at) ?? line.lastDay
  }
}
