/// What a merge on a line brought into one strategy.
package struct StrategySide: Sendable {
  /// The merge's place on the line, 0 for the newest.
  package let position: Int
  /// Each after its parents, the merge itself last; excludes those whose parents a shallow clone leaves out.
  package let commits: [SideCommit]
  /// The commits whose parents a shallow clone leaves out, so that their changes are unknown.
  package let cut: [ObjectID]
}

/// A commit that a merge brought in, or the merge itself.
package struct SideCommit: Sendable {
  package let id: ObjectID
  /// The strategy's folder in this commit.
  package let folder: String
  /// The index of each parent among the commits of the side; `nil` when it was on the line before.
  package let parents: [Int?]
  /// What it did to the strategy's files, compared with each parent; for a root commit, one comparison with nothing.
  package let differences: [FileDifference]
}

/// The files in which two versions of a folder differ, with their paths below it.
package struct FileDifference: Sendable {
  package let old: [SourceFile]
  package let new: [SourceFile]
}

extension Repository {
  /// Finds what the merges at some positions of a line brought in, the oldest merge first.
  ///
  /// - Parameter folders: where the strategy was along the line; on a side it is where it was before or after.
  package func strategySides(
    of line: FirstParentLine, at positions: Set<Int>, in places: StrategyFolders, named topFiles: [String],
    folders: [String], suffixes: [String]
  ) throws(GitError) -> [StrategySide] {
    guard let newest = positions.min() else { return [] }
    let selection = Selection(folder: "", topFiles: topFiles, folders: folders, suffixes: suffixes)
    let reading = SideReading(
      trees: try TreeReader(self, worker: 0),
      comparison: MainlineComparison(commits: [], treeBefore: nil, selection: selection))
    var walk = try SideWalk(self, beside: line)
    var sides: [StrategySide] = []
    for position in line.commits.indices.reversed() where position >= newest {
      let merge = line.commits[position]
      guard !merge.merged.isEmpty else { continue }
      // A side that was not requested is walked too: what it brought in does not belong to a later merge.
      var found = try walk.commits(of: merge)
      guard positions.contains(position), position + 1 < line.commits.count else { continue }
      let parents = [line.commits[position + 1].id] + merge.merged
      found.append(SideWalk.Found(id: merge.id, tree: merge.tree, parents: parents, isCut: false))
      let choices = [places.folder(at: position), places.folder(at: position + 1)]
      let commits = try reading.commits(found.filter { !$0.isCut }, walk.trees, in: choices)
      sides.append(StrategySide(position: position, commits: commits, cut: found.filter(\.isCut).map(\.id)))
    }
    return sides
  }
}

private struct SideReading {
  let trees: TreeReader
  let comparison: MainlineComparison

  func commits(
    _ found: [SideWalk.Found], _ known: [ObjectID: ObjectID], in choices: [String]
  ) throws(GitError) -> [SideCommit] {
    let places = Dictionary(found.enumerated().map { ($1.id, $0) }) { $1 }
    return try found.map { (commit) throws(GitError) in
      let folder = try self.folder(commit.tree, of: choices)
      let new = try trees.folder(folder, in: commit.tree)
      let parents: [ObjectID?] = commit.parents.isEmpty ? [nil] : commit.parents
      let differences = try parents.map { (parent) throws(GitError) in
        let tree = parent.flatMap { known[$0] }
        let old = try tree.flatMap { (tree) throws(GitError) in
          try trees.folder(self.folder(tree, of: choices), in: tree)
        }
        return try FileDifference(old: files(from: new, to: old), new: files(from: old, to: new))
      }
      return SideCommit(
        id: commit.id, folder: folder, parents: parents.map { $0.flatMap { places[$0] } }, differences: differences)
    }
  }

  /// The first of the folders that contains a strategy in a tree.
  private func folder(_ tree: ObjectID, of choices: [String]) throws(GitError) -> String {
    for choice in Set(choices).count > 1 ? choices : [] {
      if try trees.file(strategyFile, of: choice, in: tree) != nil { return choice }
    }
    return choices.first ?? ""
  }

  /// The files of the second folder that differ in the first.
  private func files(from old: ObjectID?, to new: ObjectID?) throws(GitError) -> [SourceFile] {
    try comparison.events(at: 0, old: old, new: new, trees).filter { !$0.isRemoved }.map(\.file)
  }
}
