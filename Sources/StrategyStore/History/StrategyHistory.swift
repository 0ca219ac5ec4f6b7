package import Git
package import History
package import StrategyModel

/// The requested part of a strategy's history along the first parents of a branch.
package struct StrategyHistory {
  package let line: MainlineCommits
  /// How the branch or revision was named.
  package let branch: String
  package let strategy: Strategy
  package let history: EntityHistory
  private let side: MergedHistory
  private let future: [String]

  /// - Parameters:
  ///   - kinds: the kinds to read; everything else is skipped.
  ///   - fields: the top-level fields to read (default: all).
  ///   - word: read a file only from where it mentions this word (default: read all files).
  ///   - allParents: whether changes that merges brought in are attributed to the commits that made them; needs all
  ///     fields.
  package init(
    _ options: HistoryRequest, kinds: [Kind], fields: Set<String>? = nil, mentioning word: String? = nil,
    allParents: Bool = false, in session: Session
  ) throws {
    let repository = try Repository.open(in: session.git)
    let branch = try options.branch ?? repository.mainBranch()
    let (tip, name) = try StrategyHistory.tip(options, branch, repository)
    let strategy = try StrategyHistory.strategy(options, at: tip, name, repository)
    let walk = try HistoryWalk(from: tip, strategy, kinds, fields, mentioning: word, repository)
    var history = EntityHistory()
    for step in walk.steps { history.append(step.ordinal, step.changes) }
    let source = Source.revision(tip, in: repository)
    side = allParents ? try MergedHistory(history, walk, kinds, source, repository) : MergedHistory(history)
    line = MainlineCommits(walk, beside: side, strategy.zone, repository)
    future = try session.notes(onFuture: options, along: line)
    self.history = history
    self.branch = name
    self.strategy = strategy
  }

  /// The commit to look back from: the branch's last one, or that of `--at`.
  static func tip(
    _ options: HistoryRequest, _ branch: String, _ repository: Repository
  ) throws -> (Commit, String) {
    guard let at = options.at else { return (try repository.resolve(branch), branch) }
    guard let day = try Day.moment(at) else { return (try repository.resolve(at), at) }
    let tip = try repository.resolve(branch)
    let now = try LoadedStrategies(settingsOf: .revision(tip, in: repository), choosing: options.strategy)
    let zone = now.strategies.first?.zone ?? .utc
    return (try repository.commit(atOrBefore: day.lastSecond(in: zone), from: tip), at)
  }

  static func strategy(
    _ options: HistoryRequest, at tip: Commit, _ name: String, _ repository: Repository
  ) throws -> Strategy {
    let source = Source.revision(tip, in: repository, label: name)
    return try LoadedStrategies(settingsOf: source, choosing: options.strategy).only()
  }

  package var notes: [String] {
    let beside = side.cut.first.map { first in
      "what \(first.short) and commits before it did off \(branch) is unknown: this clone is shallow; run "
        + "'git fetch --unshallow' for all of it"
    }
    return future + line.notes(about: history.broken) + [beside].compactMap(\.self)
  }

  /// The events as requested: by the commits of the line, or also by those that merges brought in.
  package var events: [HistoryEvent] { side.events }
}

extension LoadedStrategies {
  /// The strategies of a source; only their settings are read.
  package init(settingsOf source: Source, choosing choice: String?) throws {
    try self.init(source, choosing: choice, folders: [])
  }

  /// The one strategy that a command is about.
  package func only() throws(StrategyError) -> Strategy {
    let strategies = try required()
    guard strategies.count == 1 else {
      let names = strategies.choices
      throw StrategyError(
        .badRequest, message: "there are \(names.count) strategies in \(source.name)",
        help: ["Choose one with \(give: .strategy): \(names.joined(separator: ", "))."])
    }
    return strategies[0]
  }
}
