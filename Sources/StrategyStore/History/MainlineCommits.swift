package import Git
import History
package import StrategyModel

/// The commits that landed on a branch, oldest first, with their times; after them the commits that merges brought in.
package struct MainlineCommits {
  package let repository: Repository
  package let zone: Zone
  /// Whether a shallow clone leaves out the beginning.
  package let isCut: Bool
  package let count: Int
  private let ids: ObjectIDs
  /// When each commit takes effect, in seconds since 1970; where clocks were wrong, a later commit is the upper bound.
  private let times: [Int64]
  private let folders: StrategyFolders
  private let beside: MergedHistory?

  init(_ walk: HistoryWalk, beside: MergedHistory, _ zone: Zone, _ repository: Repository) {
    self.repository = repository
    self.zone = zone
    self.beside = beside
    isCut = walk.isCut
    count = walk.line.commits.count
    folders = walk.folders
    var ids = ObjectIDs()
    for commit in walk.line.commits.reversed() { ids.append(commit.id) }
    self.ids = ids
    times = MainlineCommits.settled(walk.line.commits.reversed().map(\.time))
  }

  /// - Parameters:
  ///   - times: the commit times.
  ///   - count: how many of the commits had landed at the requested moment.
  init(
    _ ids: ObjectIDs, _ times: [Int64], count: Int, _ folders: StrategyFolders, isCut: Bool, _ zone: Zone,
    _ repository: Repository
  ) {
    self.repository = repository
    self.zone = zone
    self.isCut = isCut
    self.count = count
    beside = nil
    self.ids = ids
    self.folders = folders
    self.times = MainlineCommits.settled(times.prefix(count))
  }

  private static func settled(_ recorded: some Sequence<Int64>) -> [Int64] {
    var times = Array(recorded)
    var least = Int64.max
    for position in times.indices.reversed() {
      least = min(least, times[position])
      times[position] = least
    }
    return times
  }

  /// The day on which a commit landed, in the strategy's time zone.
  package func day(_ ordinal: Int) -> Day { Day(of: times[landing(ordinal)], in: zone) }

  /// The place on the line at which a commit came in: its own, or that of the merge that brought it.
  package func landing(_ ordinal: Int) -> Int { side(ordinal)?.landing ?? ordinal }

  private func side(_ ordinal: Int) -> MergedHistory.SideCommit? {
    ordinal < count ? nil : beside?.commits[ordinal - count]
  }

  /// The day of the last commit.
  package var lastDay: Day { day(count - 1) }

  /// The place of a commit on the line; `nil` when it is not on it.
  package func ordinal(of id: ObjectID) -> Int? { ids.lastIndex(of: id).flatMap { $0 < count ? $0 : nil } }

  package func id(_ ordinal: Int) -> ObjectID { side(ordinal)?.id ?? ids[ordinal] }

  package func commit(_ ordinal: Int) throws -> Commit { try repository.commit(id(ordinal)) }

  /// The path of a strategy's file in a commit, from the repository's top.
  package func path(_ path: String, at ordinal: Int) -> String {
    let folder = side(ordinal)?.folder ?? folders.folder(at: ids.count - 1 - ordinal)
    return folder.isEmpty ? path : "\(folder)/\(path)"
  }

  /// The notes of every answer: files that cannot be read, and history that is missing here.
  func notes(about broken: [BrokenStretch]) -> [String] {
    var notes: [String] = []
    if isCut, count > 0 {
      notes.append(
        "history is cut off at \(id(0).short): this clone is shallow; run 'git fetch --unshallow' for all of it")
    }
    for stretch in broken {
      let until = stretch.to.map { "until \(id($0).short)" } ?? "and still is"
      notes.append(
        "\(path(stretch.path, at: stretch.from)) could not be read from \(id(stretch.from).short) on, \(until): "
          + "\(stretch.reason); its previous content still counted")
    }
    return notes
  }
}
