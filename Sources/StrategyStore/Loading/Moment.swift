package import Git
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
    let (commit, day, _) = try commit(at: at, in: repository)
    return (try LoadedStrategies(.revision(commit, in: repository, label: at), choosing: options.strategy), day)
  }

  /// The commit of a moment: a revision, or the last one on the main branch at the end of a day.
  ///
  /// - Returns: the commit, its day, and the moment's last second since 1970.
  package func commit(
    at moment: String, in repository: Repository
  ) throws -> (commit: Commit, day: Day, until: Int64) {
    guard let day = try Day.moment(moment) else {
      let commit = try repository.resolve(moment)
      let zone = Zone(offset: commit.committer.offset * 60)
      return (commit, Day(of: commit.committer.time, in: zone), commit.committer.time)
    }
    let zone = try zone(in: repository)
    let until = day.lastSecond(in: zone)
    let commit = try repository.commit(atOrBefore: until, from: repository.resolve(repository.mainBranch()))
    limits.add(try notes(onFuture: day, in: zone, after: Day(of: commit.committer.time, in: zone)))
    return (commit, day, until)
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
