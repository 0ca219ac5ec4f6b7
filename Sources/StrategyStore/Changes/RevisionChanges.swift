package import Git
package import History
import StrategyModel

extension Repository {
  /// What changes in meaning from one commit to another within a strategy's folder; only changed files are read.
  package func changes(from old: Commit, to new: Commit, in folder: String) throws -> [EntityChange] {
    try RevisionChanges(from: old, to: new, in: folder, of: self).changes
  }

  /// The paths of the files in which two commits differ, with the entries of the new commit.
  package func differences(from old: Commit, to new: Commit) throws -> [TreePath: FileChange] {
    try TreeMerge(base: old.tree, ours: old.tree, theirs: new.tree, in: self).changes
  }
}

/// The contents, in two commits, of the files of a strategy that differ.
package struct RevisionChanges {
  package let changes: [EntityChange]
  /// Whether any file of the strategy differs, even if only in layout.
  package let touchesFiles: Bool
  /// The files of the new commit that cannot be read.
  package let broken: [(path: String, reason: String)]
  /// Entities that several of the differing files define, on either side, so that it is unclear which one counts.
  package let doubled: Set<EntityKey>

  init(from old: Commit, to new: Commit, in folder: String, of repository: Repository) throws {
    let paths = try repository.differences(from: old, to: new).keys
    try self.init(from: old, to: new, at: paths.map(\.description), in: folder, of: repository)
  }

  /// - Parameter paths: of all files that differ.
  package init(from old: Commit, to new: Commit, at paths: [String], in folder: String, of repository: Repository)
    throws
  {
    let inner = paths.sorted().compactMap { StrategyPath($0, in: folder) }.filter(\.isDescription)
    let before = try RevisionChanges.meanings(inner, at: old, in: repository)
    let after = try RevisionChanges.meanings(inner, at: new, in: repository)
    let snapshot = Snapshot(after)
    changes = Snapshot(before).changes(to: snapshot)
    broken = snapshot.broken
    touchesFiles = !inner.isEmpty
    doubled = RevisionChanges.doubled(before).union(RevisionChanges.doubled(after))
  }

  private static func meanings(
    _ paths: [StrategyPath], at commit: Commit, in repository: Repository
  ) throws -> [(path: String, meaning: FileMeaning)] {
    try paths.compactMap { path in
      guard let file = try repository.file(TreePath(path.full), in: commit.tree) else { return nil }
      guard file.mode == .regular || file.mode == .executable else { return (path.inside, .broken("it is not a file")) }
      return (path.inside, FileMeaning(path: path.inside, text: try repository.contents(of: file)))
    }
  }

  private static func doubled(_ files: [(path: String, meaning: FileMeaning)]) -> Set<EntityKey> {
    var seen: Set<EntityKey> = []
    return Set(files.compactMap { $0.meaning.entity?.key }.filter { !seen.insert($0).inserted })
  }
}
