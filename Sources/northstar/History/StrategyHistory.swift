import Foundation
import Git
import History
import StrategyModel
import StrictYAML

/// A strategy's history along the first parents of a branch, as far as it was asked for.
struct StrategyHistory {
  let repository: Repository
  /// How the branch or revision was named.
  let branch: String
  let strategy: Strategy
  let history: EntityHistory
  let zone: TimeZone
  /// Whether a shallow clone leaves out how it began.
  let isCut: Bool
  /// The oldest first.
  private let commits: [(id: ObjectID, time: Int64)]
  /// From when on each commit counts, in seconds since 1970: where clocks were wrong, a later commit bounds it.
  private let times: [Int64]
  private let folders: StrategyFolders
  private let side: SideHistory

  /// - Parameters:
  ///   - kinds: what is read; everything else is passed over.
  ///   - fields: the fields that are asked for, at the top of each file; all unless given.
  ///   - allParents: whether changes that merges brought in are told by the commits that made them; of all fields only.
  init(
    _ options: HistoryOptions, kinds: [Kind], fields: Set<String>? = nil, allParents: Bool = false,
    in environment: CommandEnvironment
  ) throws {
    let repository = try Repository.open(in: environment.git)
    let branch = try options.branch ?? repository.mainBranch()
    let (tip, name) = try StrategyHistory.tip(options, branch, repository)
    let strategy = try StrategyHistory.strategy(options, at: tip, name, repository)
    let usesIndex = fields == StrategyHistory.ownershipFields
    let place = HistoryIndex.path(in: repository, branch: branch, folder: strategy.folder)
    var index = usesIndex ? HistoryIndex(at: place) ?? HistoryIndex() : HistoryIndex()
    var folders = StrategyFolders(strategy.folder)
    var isCut = false
    var walked: HistoryWalk?
    if !index.cut(after: tip.id) {
      let walk = try HistoryWalk(from: tip, strategy, kinds, fields, beyond: &index, repository)
      (folders, isCut, walked) = (walk.folders, walk.isCut, walk)
      if usesIndex, options.at == nil, !isCut, !folders.wasMoved { index.write(to: place) }
    }
    var history = EntityHistory()
    for step in index.steps { history.append(step.ordinal, step.changes) }
    if allParents, let walked {
      side = try SideHistory(history, walked, kinds, .revision(tip, in: repository), repository)
    } else {
      side = SideHistory(history)
    }
    self.history = history
    self.repository = repository
    self.branch = name
    self.strategy = strategy
    self.folders = folders
    self.isCut = isCut
    zone = strategy.timeZone
    commits = index.commits
    times = StrategyHistory.times(commits.map(\.time))
  }

  /// The commit to look back from: the branch's last one, or that of `--at`.
  private static func tip(
    _ options: HistoryOptions, _ branch: String, _ repository: Repository
  ) throws -> (Commit, String) {
    guard let at = options.at else { return (try repository.resolve(branch), branch) }
    guard let day = Day(at) else { return (try repository.resolve(at), at) }
    let tip = try repository.resolve(branch)
    let now = try LoadedStrategies(settingsOf: .revision(tip, in: repository), choosing: options.strategy)
    let zone = now.strategies.first?.timeZone ?? .gmt
    return (try repository.commit(atOrBefore: day.lastSecond(in: zone), from: tip), at)
  }

  private static func strategy(
    _ options: HistoryOptions, at tip: Commit, _ name: String, _ repository: Repository
  ) throws -> Strategy {
    let source = Source.revision(tip, in: repository, label: name)
    return try LoadedStrategies(settingsOf: source, choosing: options.strategy).only()
  }

  private static func times(_ recorded: [Int64]) -> [Int64] {
    var times = recorded
    for position in times.indices.dropLast().reversed() { times[position] = min(times[position], times[position + 1]) }
    return times
  }

  /// What happened, as it was asked for: by the commits of the line, or by those too that merges brought in.
  var events: [HistoryEvent] { side.events }

  /// The place on the line at which a commit came in: its own, or that of the merge that brought it.
  func landing(_ ordinal: Int) -> Int {
    ordinal < commits.count ? ordinal : side.commits[ordinal - commits.count].landing
  }

  /// The day on which a commit landed, in the strategy's time zone.
  func day(_ ordinal: Int) -> Day { Day(of: times[landing(ordinal)], in: zone) }

  /// How many commits the line has.
  var count: Int { commits.count }

  /// The place of a commit on the line; `nil` when it is not on it.
  func ordinal(of id: ObjectID) -> Int? { commits.firstIndex { $0.id == id } }

  /// The day of the last commit.
  var lastDay: Day { day(commits.count - 1) }

  func commit(_ ordinal: Int) throws -> Commit { try repository.commit(id(ordinal)) }

  func id(_ ordinal: Int) -> ObjectID {
    ordinal < commits.count ? commits[ordinal].id : side.commits[ordinal - commits.count].id
  }

  /// The path of a strategy's file in a commit, from the repository's top.
  func path(_ path: String, at ordinal: Int) -> String {
    let isOnLine = ordinal < commits.count
    let folder =
      isOnLine ? folders.folder(at: commits.count - 1 - ordinal) : side.commits[ordinal - commits.count].folder
    return folder.isEmpty ? path : "\(folder)/\(path)"
  }

  /// All that ownership is read from.
  static let ownershipFields: Set<String> = ["role", "lifecycle", "owner", "formerly"]

  /// What is said beside every answer: files that can't be read, and history that is not here.
  func notes() -> [String] {
    var notes: [String] = []
    if isCut, let first = commits.first {
      notes.append(
        "history is cut off at \(first.id.short): this clone is shallow; run 'git fetch --unshallow' for all of it")
    }
    if let first = side.cut.first {
      notes.append(
        "what \(first.short) and commits before it did beside \(branch) is unknown: this clone is shallow; run "
          + "'git fetch --unshallow' for all of it")
    }
    for stretch in history.broken {
      let until = stretch.to.map { "until \(id($0).short)" } ?? "and still is"
      notes.append(
        "\(path(stretch.path, at: stretch.from)) could not be read from \(id(stretch.from).short) on, \(until): "
          + "\(stretch.reason); what it said before went on to count")
    }
    return notes
  }
}

extension LoadedStrategies {
  /// The strategies of a source, of which only the settings are read.
  init(settingsOf source: Source, choosing choice: String?) throws {
    try self.init(source, choosing: choice, folders: [])
  }

  /// The one strategy that a command is about.
  func only() throws(CommandFailure) -> Strategy {
    let strategies = try required()
    guard strategies.count == 1 else {
      let names = strategies.map { $0.settings?.id?.value ?? $0.folder }.sorted()
      throw CommandFailure(
        status: .usage, message: "there are \(names.count) strategies in \(source.name)",
        help: ["Choose one with --strategy: \(names.joined(separator: ", "))."])
    }
    return strategies[0]
  }
}

extension CommandEnvironment {
  /// Says beside an answer what its history lacks.
  func noteLimits(of read: StrategyHistory) {
    for note in read.notes() { self.note("note: \(note)") }
  }
}
