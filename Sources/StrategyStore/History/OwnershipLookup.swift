import Git
package import History
package import StrategyModel

/// The owners along the first parents of a branch, from the index as far as it reaches.
package struct OwnershipLookup {
  /// As it was at the requested moment.
  package let strategy: Strategy
  package let line: MainlineCommits
  package let records: OwnershipRecords
  private let broken: [BrokenStretch]
  private var future: [String] = []

  /// - Parameter metric: the requested metric (default: all).
  package init(_ options: HistoryRequest, of metric: String? = nil, in session: Session) throws {
    let repository = try Repository.open(in: session.git)
    let branch = try options.branch ?? repository.mainBranch()
    if let found = try OwnershipLookup(options, branch, metric, repository) {
      self = found
    } else {
      let read = try StrategyHistory(
        options, kinds: OwnershipLookup.kinds, fields: OwnershipLookup.fields, in: session)
      self.init(read.strategy, read.line, OwnershipRecords(read.history), read.history.broken)
    }
    future = try session.notes(onFuture: options, along: line)
  }

  private init(
    _ strategy: Strategy, _ line: MainlineCommits, _ records: OwnershipRecords, _ broken: [BrokenStretch]
  ) {
    self.strategy = strategy
    self.line = line
    self.records = records
    self.broken = broken
  }

  /// `nil` where the branch's last commit cannot tell: a revision elsewhere, or a strategy that was removed.
  private init?(
    _ options: HistoryRequest, _ branch: String, _ metric: String?, _ repository: Repository
  ) throws {
    let tip = try repository.resolve(branch)
    let source = Source.revision(tip, in: repository)
    guard let now = try? LoadedStrategies(settingsOf: source, choosing: options.strategy).only() else { return nil }
    var index = OwnershipIndex(of: branch, now.folder, only: metric, in: repository) ?? OwnershipIndex()
    var folders = StrategyFolders(now.folder)
    var isCut = false
    if index.ids.last != tip.id {
      if metric != nil { index = OwnershipIndex(of: branch, now.folder, in: repository) ?? OwnershipIndex() }
      let walk = try HistoryWalk(
        from: tip, now, OwnershipLookup.kinds, OwnershipLookup.fields, upTo: index.known, repository)
      let files = index.append(walk)
      (folders, isCut) = (walk.folders, walk.isCut)
      if !isCut, !folders.wasMoved { index.write(for: branch, now.folder, files: files, in: repository) }
    }
    guard let ordinal = try index.ordinal(of: options.at, zone: now.zone, repository) else { return nil }
    let isNow = ordinal == index.ids.count - 1
    guard
      let then = isNow
        ? now : try repository.strategy(in: folders.folder(at: index.ids.count - 1 - ordinal), at: index.ids[ordinal])
    else { return nil }
    strategy = then
    line = MainlineCommits(index.ids, index.times, count: ordinal + 1, folders, isCut: isCut, then.zone, repository)
    records = isNow ? index.records : index.records.upTo(ordinal)
    broken = isNow ? index.broken : index.broken.compactMap { $0.upTo(ordinal) }
  }

  /// Everything that ownership is read from.
  static let kinds: [Kind] = [.metric, .team, .person]
  static let fields: Set<String> = ["role", "lifecycle", "owner", "formerly", "left"]

  /// Only of the requested metric.
  package var ownership: OwnershipHistory { OwnershipHistory(records, day: line.day) }

  package var notes: [String] { future + line.notes(about: broken) }
}

extension OwnershipIndex {
  /// The last commit of the requested moment; `nil` when it is not on the line.
  fileprivate func ordinal(of moment: String?, zone: Zone, _ repository: Repository) throws -> Int? {
    guard let moment else { return ids.count - 1 }
    guard let day = try Day.moment(moment) else { return ids.lastIndex(of: try repository.resolve(moment).id) }
    let end = day.lastSecond(in: zone)
    return times.lastIndex { $0 <= end }
  }
}

extension Repository {
  /// The strategy in a folder as its settings had it in a commit; `nil` when it was not there.
  fileprivate func strategy(in folder: String, at commit: ObjectID) throws -> Strategy? {
    let source = Source.revision(try self.commit(commit), in: self)
    return try LoadedStrategies(settingsOf: source, choosing: nil).strategies.first { $0.folder == folder }
  }
}

extension BrokenStretch {
  /// What was known about it when a commit had landed.
  fileprivate func upTo(_ ordinal: Int) -> BrokenStretch? {
    guard from <= ordinal else { return nil }
    return BrokenStretch(path: path, reason: reason, from: from, to: to.flatMap { $0 <= ordinal ? $0 : nil })
  }
}
