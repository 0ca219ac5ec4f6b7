import Git
import History

/// The ownership found along a branch, kept in the user's cache folder, where nobody else can forge it; rebuilt when it
/// is missing, damaged, or belongs to a history that was rewritten.
struct OwnershipIndex {
  /// The oldest first.
  private(set) var ids = ObjectIDs()
  /// The commit times, in seconds since 1970.
  private(set) var times: [Int64] = []
  private(set) var records = OwnershipRecords()
  private(set) var broken: [BrokenStretch] = []
  /// The content of the files after the last commit; only a continuation needs it.
  private var files: CacheReader?

  init() {}

  /// Adds the result of a walk; a walk of another history replaces the existing content.
  ///
  /// - Returns: the content of the files after the last commit.
  mutating func append(_ walk: HistoryWalk) -> [String: EntityVersion] {
    if !walk.continues { self = OwnershipIndex() }
    var history = EntityHistory(
      continuing: files.flatMap { $0.entities() } ?? [:], broken: broken, duplicates: records.duplicates)
    for commit in walk.line.commits.reversed() {
      ids.append(commit.id)
      times.append(commit.time)
    }
    for step in walk.steps { history.append(step.ordinal, step.changes) }
    records.append(history)
    broken = history.broken
    return history.files
  }

  /// The commit at which a walk may end; `nil` when nothing is known.
  var known: HistoryWalk.Known? {
    guard let last = ids.last else { return nil }
    return HistoryWalk.Known(last: last, count: ids.count) { [files, broken] in
      guard let entities = files.flatMap({ $0.entities() }) else { return nil }
      let isBroken = broken.filter { $0.to == nil }.map { ($0.path, FileMeaning.broken($0.reason)) }
      return entities.mapValues(FileMeaning.entity).merging(isBroken) { $1 }
    }
  }
}

// The file.
extension OwnershipIndex {
  private static let format = "northstar ownership 3"

  /// The index of a strategy on a branch of a repository.
  private static func name(_ branch: String, _ folder: String, _ repository: Repository) -> String {
    let subject = "\(repository.commonDirectory)\u{0}\(branch)\u{0}\(folder)"
    return "ownership-\(SHA256.hex(of: Array(subject.utf8)).prefix(32))"
  }

  private static func folder(in repository: Repository) -> String? {
    repository.environment.cacheFolder.map { "\($0)/northstar" }
  }

  /// `nil` when there is no usable index.
  ///
  /// - Parameter only: the requested metric, for an index that will not be extended (default: all).
  init?(of branch: String, _ strategyFolder: String, only: String? = nil, in repository: Repository) {
    guard let cache = OwnershipIndex.folder(in: repository) else { return nil }
    let path = "\(cache)/\(OwnershipIndex.name(branch, strategyFolder, repository))"
    guard let file = CacheFile(at: path, format: OwnershipIndex.format), var line = file.section(0),
      let ids = line.objectIDs(), let times = line.times(), times.count == ids.count, ids.count > 0,
      var found = file.section(1), let records = found.records(before: ids.count, only: only),
      let broken = found.brokenStretches(before: ids.count), let files = file.section(2)
    else { return nil }
    self.ids = ids
    self.times = times
    self.records = records
    self.broken = broken
    self.files = files
  }

  /// - Parameter files: the content of the files after the last commit.
  func write(for branch: String, _ strategyFolder: String, files: [String: EntityVersion], in repository: Repository) {
    guard let cache = OwnershipIndex.folder(in: repository) else { return }
    var line = CacheWriter()
    line.add(ids)
    line.add(times)
    var found = CacheWriter()
    found.add(records)
    found.add(broken)
    var said = CacheWriter()
    said.add(files)
    CacheFile.write(
      [line, found, said], to: OwnershipIndex.name(branch, strategyFolder, repository), in: cache,
      format: OwnershipIndex.format)
  }
}
