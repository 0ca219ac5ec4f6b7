import Git
package import StrategyModel

/// A strategy at a moment.
package struct Moment: Sendable {
  /// A day or a revision; `nil` for the working tree.
  package var at: String?
  /// The strategy's id or folder; `nil` for the only one.
  package var strategy: String?

  package init(at: String? = nil, strategy: String? = nil) {
    (self.at, self.strategy) = (at, strategy)
  }
}

/// A strategy as it was at a moment, and the day of that moment.
package struct ReadStrategy {
  package let loaded: LoadedStrategies
  package let strategy: Strategy
  package let today: Day
}

extension Session {
  /// The strategies of the working tree, or as they were at a moment.
  package func load(_ options: Moment) throws -> (loaded: LoadedStrategies, moment: Day?) {
    guard let at = options.at else {
      return (try LoadedStrategies(.workingTree(in: git), choosing: options.strategy), nil)
    }
    let repository = try Repository.open(in: git)
    guard let day = try Day.moment(at) else {
      let commit = try repository.resolve(at)
      let source = Source.revision(commit, in: repository, label: at)
      let zone = Zone(offset: commit.committer.offset * 60)
      let day = Day(of: commit.committer.time, in: zone)
      return (try LoadedStrategies(source, choosing: options.strategy), day)
    }
    let zone = try zone(in: repository)
    let commit = try repository.commit(
      atOrBefore: day.lastSecond(in: zone), from: repository.resolve(repository.mainBranch()))
    limits.add(try notes(onFuture: day, in: zone, after: Day(of: commit.committer.time, in: zone)))
    return (try LoadedStrategies(.revision(commit, in: repository, label: at), choosing: options.strategy), day)
  }

  /// The one strategy that a reading command is about.
  ///
  /// - Parameter readings: whether the measured values are read too; unreadable ones are reported.
  package func loadOne(_ options: Moment, readings: Bool = false) throws -> ReadStrategy {
    var (loaded, moment) = try load(options)
    if readings { loaded = try loaded.withReadings() }
    retained.keep(loaded)
    let strategy = try loaded.only()
    limits.add(strategy.unread)
    return ReadStrategy(loaded: loaded, strategy: strategy, today: try moment ?? today(in: strategy))
  }

  /// A day ends in the time zone that the strategy has now.
  private func zone(in repository: Repository) throws -> Zone {
    let now = try LoadedStrategies(.revision(repository.resolve(repository.mainBranch()), in: repository))
    return now.strategies.first?.zone ?? .utc
  }
}
