import Git
import History
import StrategyModel

extension Repository {
  /// What changes in meaning from one commit to another within a strategy's folder; only changed files are read.
  func changes(from old: Commit, to new: Commit, in folder: String) throws -> [EntityChange] {
    let differences = try TreeMerge(base: old.tree, ours: old.tree, theirs: new.tree, in: self).changes
    let paths = differences.keys.map(\.description).compactMap { InnerPath($0, in: folder) }.sorted()
    let before = try snapshot(paths, at: old)
    let after = try snapshot(paths, at: new)
    return before.changes(to: after)
  }

  private func snapshot(_ paths: [InnerPath], at commit: Commit) throws -> Snapshot {
    Snapshot(
      try paths.compactMap { path in
        guard let file = try file(TreePath(path.full), in: commit.tree) else { return nil }
        guard file.mode == .regular || file.mode == .executable else { return (path.inner, .broken("it is no file")) }
        return (path.inner, FileMeaning(path: path.inner, text: try contents(of: file)))
      })
  }
}

/// The path of a file that tells of a strategy.
struct InnerPath: Comparable {
  /// From the repository's top.
  let full: String
  /// Below the strategy's folder.
  let inner: String

  /// `nil` for a file that is no part of the strategy in this folder.
  init?(_ path: String, in folder: String) {
    guard folder.isEmpty || path.hasPrefix(folder + "/") else { return nil }
    full = path
    inner = folder.isEmpty ? path : String(path.dropFirst(folder.count + 1))
    guard Kind.suffixes.contains(where: inner.hasSuffix), StrategyFile.kind(ofPath: inner, in: "") != nil else {
      return nil
    }
  }

  static func < (a: InnerPath, b: InnerPath) -> Bool { a.inner < b.inner }
}
