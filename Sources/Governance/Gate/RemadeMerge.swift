import Decisions
import Git
import History
import StrategyModel

/// A merge recomputed from its two parents, for one strategy.
struct RemadeMerge {
  let conflicts: [MergeConflict]
  /// What it changes in meaning on the branch.
  let changes: [EntityChange]
  /// The sheets of readings that it changes, before and after; `nil` where there are none.
  let sheets: [(path: TreePath, old: [UInt8]?, new: [UInt8]?)]
  /// The additional changes of another tree in its place.
  private(set) var others: [EntityChange] = []
  private(set) var otherSheets: [TreePath] = []

  /// The edits to make to the branch's tree.
  var files: [TreePath: FileChange] { merge.changes }

  private let merge: StrategyMerge
  private let ours: Commit
  private let folder: String
  private let repository: Repository

  /// - Parameter folder: of the strategy.
  init(of theirs: Commit, onto ours: Commit, in folder: String, of repository: Repository) throws {
    let base = try repository.mergeBase(ours.id, theirs.id)
    merge = try StrategyMerge(base: base, ours: ours.id, theirs: theirs.id, in: repository)
    (self.ours, self.folder, self.repository) = (ours, folder, repository)
    conflicts = merge.conflicts
    let files = try StepFiles(merge.changes, on: ours, in: folder, of: repository)
    changes = files.changes
    sheets = files.sheets
  }

  /// The comparison with what was pushed.
  init(_ step: PushedStep, in folder: String, of repository: Repository) throws {
    let theirs = try repository.commit(step.commit.parents[1])
    try self.init(of: theirs, onto: step.parent, in: folder, of: repository)
    let paths = Set(merge.changes.keys).union(step.files.keys).filter { merge.changes[$0] != step.files[$0] }
    let remade = try StepFiles(paths, merge.changes, on: ours, in: folder, of: repository)
    let pushed = try StepFiles(paths, step.files, on: ours, in: folder, of: repository)
    others = remade.after.changes(to: pushed.after)
    let texts = Dictionary(uniqueKeysWithValues: remade.sheets.map { ($0.path, $0.new) })
    otherSheets = pushed.sheets.filter { texts[$0.path] != .some($0.new) }.map(\.path)
  }
}

/// Some of a strategy's files before and after a change.
private struct StepFiles {
  private(set) var after = Snapshot()
  private(set) var changes: [EntityChange] = []
  private(set) var sheets: [(path: TreePath, old: [UInt8]?, new: [UInt8]?)] = []

  init(_ files: [TreePath: FileChange], on parent: Commit, in folder: String, of repository: Repository) throws {
    try self.init(Set(files.keys), files, on: parent, in: folder, of: repository)
  }

  /// - Parameter paths: of the files to look at; unchanged ones are as in the parent.
  init(
    _ paths: Set<TreePath>, _ files: [TreePath: FileChange], on parent: Commit, in folder: String,
    of repository: Repository
  ) throws {
    var (old, new): ([(path: String, meaning: FileMeaning)], [(path: String, meaning: FileMeaning)]) = ([], [])
    for path in paths.sorted() {
      guard let place = StrategyPath(path.description, in: folder) else { continue }
      let before = try repository.file(path, in: parent.tree).map { try repository.contents(of: $0) }
      let after = try files[path].map { try repository.text(of: $0) } ?? before
      if place.isSheet {
        sheets.append((path, before, after))
      } else if place.isDescription {
        if let before { old.append((place.inside, FileMeaning(path: place.inside, text: before))) }
        if let after { new.append((place.inside, FileMeaning(path: place.inside, text: after))) }
      }
    }
    after = Snapshot(new)
    changes = Snapshot(old).changes(to: after)
  }
}

extension Repository {
  /// The content of a file after a change; `nil` when it is removed.
  func text(of change: FileChange) throws(GitError) -> [UInt8]? {
    switch change {
    case .text(let text, _): text
    case .object(let id, _): try text(of: id)
    case .removal: nil
    }
  }
}
