import Git
import History
import StrategyModel

/// Changes of merges, attributed to the commits that they brought in.
struct MergedHistory {
  /// A commit that is not on the line.
  struct SideCommit {
    let id: ObjectID
    /// The place on the line of the merge that brought it.
    let landing: Int
    let folder: String
  }

  /// In the order of the line; the commits of a side come before their merge.
  private(set) var events: [HistoryEvent]
  /// Their ordinals begin after those of the line.
  private(set) var commits: [SideCommit] = []
  /// The commits whose parents a shallow clone leaves out.
  private(set) var cut: [ObjectID] = []

  /// Every change as attributed on the line.
  init(_ history: EntityHistory) { events = history.events }

  init(_ history: EntityHistory, _ walk: HistoryWalk, _ kinds: [Kind], _ source: Source, _ repository: Repository)
    throws
  {
    let count = walk.line.commits.count
    let changed = Set(history.events.map { count - 1 - $0.ordinal })
    let sides = try repository.strategySides(
      of: walk.line, at: changed, in: walk.folders, named: [Kind.settingsFile], folders: kinds.compactMap(\.folder),
      suffixes: Kind.suffixes)
    let files = sides.flatMap { $0.commits.flatMap { $0.differences.flatMap { $0.old + $0.new } } }
    var read = source.read(files, workers: 2) { file, bytes in
      bytes.map { FileMeaning?.some(FileMeaning(path: file.path, text: $0, fields: nil)) }
    }[...]
    func meanings(_ files: [SourceFile]) throws -> SideStep.Files {
      defer { read = read.dropFirst(files.count) }
      return try zip(files, read).compactMap { file, read in try HistoryWalk.meaning(read).map { (file.path, $0) } }
    }
    var told: [Int: [HistoryEvent]] = [:]
    let landed = Dictionary(grouping: history.events, by: \.ordinal)
    for side in sides {
      let landing = count - 1 - side.position
      let steps = try side.commits.map { commit in
        SideStep(
          parents: commit.parents,
          differences: try commit.differences.map { (try meanings($0.old), try meanings($0.new)) })
      }
      let changes = SideChanges(landed[landing] ?? [], steps)
      let first = count + commits.count
      told[landing] = changes.made.map { made in
        let ordinal = made.step == steps.count - 1 ? landing : first + made.step
        return HistoryEvent(ordinal: ordinal, change: made.change, path: made.path)
      }
      commits += side.commits.dropLast().map { SideCommit(id: $0.id, landing: landing, folder: $0.folder) }
      cut += side.cut
    }
    events = landed.keys.sorted().flatMap { told[$0] ?? landed[$0] ?? [] }
  }
}
