/// What happened to the files of one strategy along a line of commits.
package struct MainlineFiles: Sendable {
  /// The newest first.
  package fileprivate(set) var events: [FileEvent] = []
  package fileprivate(set) var folders: StrategyFolders
}

/// Where a strategy's folder was along a line of commits.
package struct StrategyFolders: Sendable {
  /// Each applies from a position on the line on, towards older commits.
  private var places: [(from: Int, folder: String)]

  /// The same folder all along the line.
  package init(_ folder: String) { places = [(0, folder)] }

  fileprivate mutating func append(_ folder: String, from position: Int) { places.append((position, folder)) }

  package var wasMoved: Bool { places.count > 1 }

  /// The strategy's folder in the commit at a position, 0 for the newest.
  package func folder(at position: Int) -> String { places.last { $0.from <= position }?.folder ?? "" }
}

extension Repository {
  /// Compares every commit of a line with its first parent, within one strategy.
  ///
  /// Follows a folder that was moved as a whole to where it came from; `isSame` tells whether the text of another
  /// `northstar.yaml` belongs to the same strategy.
  package func strategyLine(
    _ line: FirstParentLine, folder: String, named topFiles: [String], folders: [String], suffixes: [String],
    workers: Int, isSame: ([UInt8]) -> Bool
  ) throws(GitError) -> MainlineFiles {
    let before: LineCommit? = if case .known(let commit) = line.end { commit } else { nil }
    var result = MainlineFiles(folders: StrategyFolders(folder))
    var next: (folder: String, position: Int)? = (folder, 0)
    while let (folder, start) = next {
      let selection = Selection(folder: folder, topFiles: topFiles, folders: folders, suffixes: suffixes)
      let comparison = MainlineComparison(commits: line.commits, treeBefore: before?.tree, selection: selection)
      let events = try MainlineWork(comparison, in: self, from: start).events(workers: workers)
      next = nil
      if let move = try self.move(to: folder, comparison, events, isSame) {
        result.events += events.prefix { $0.position < move.position } + move.events
        result.folders.append(move.from, from: move.position + 1)
        next = (move.from, move.position + 1)
      } else {
        result.events += events
      }
    }
    return result
  }

  /// A commit that moved a strategy's folder as a whole.
  private struct Move {
    let from: String
    let position: Int
    /// What else the commit did to the strategy's files.
    let events: [FileEvent]
  }

  /// The newest commit that added the folder's `northstar.yaml`, when the same strategy was elsewhere before.
  private func move(
    to folder: String, _ comparison: MainlineComparison, _ events: [FileEvent], _ isSame: ([UInt8]) -> Bool
  ) throws(GitError) -> Move? {
    let arrivals = events.filter { $0.file.path == strategyFile && !$0.isRemoved }.map(\.position)
    for position in arrivals {
      let new = comparison.commits[position].tree
      let old = position + 1 < comparison.commits.count ? comparison.commits[position + 1].tree : comparison.treeBefore
      guard let old else { return nil }
      let trees = try TreeReader(self, worker: 0)
      if try trees.file(strategyFile, of: folder, in: old) != nil { continue }
      for from in try trees.departures(of: strategyFile, from: old, to: new) {
        guard let id = try trees.file(strategyFile, of: from, in: old),
          isSame(try read(id, as: .blob, for: "read the history"))
        else { continue }
        let moved = try comparison.events(
          at: position, old: trees.folder(from, in: old), new: trees.folder(folder, in: new), trees)
        return Move(from: from, position: position, events: moved)
      }
    }
    return nil
  }
}

extension TreeReader {
  /// The object of a file; `nil` when there is no such file.
  func file(_ name: String, of folder: String, in tree: ObjectID) throws(GitError) -> ObjectID? {
    guard let folder = try self.folder(folder, in: tree),
      case .file(.regular, let id)? = try entry(Substring(name).utf8, in: folder)
    else { return nil }
    return id
  }

  /// The folders that lost a file of this name between two trees.
  fileprivate func departures(of name: String, from old: ObjectID, to new: ObjectID) throws(GitError) -> [String] {
    var found: [String] = []
    var open: [(path: [UInt8], old: ObjectID?, new: ObjectID?)] = [([], old, new)]
    while let folder = open.popLast() {
      guard folder.path.count < pathLimit else { continue }
      for pair in try differences(folder.old, folder.new) {
        if case .folder(let id?)? = pair.old, Selection.enters(pair.name) {
          let other: ObjectID? = if case .folder(let id)? = pair.new { id } else { nil }
          open.append((folder.path + (folder.path.isEmpty ? [] : [slash]) + pair.name, id, other))
        } else if pair.name.elementsEqual(name.utf8), case .file(.regular, _)? = pair.old, pair.new == nil {
          found.append(String(decoding: folder.path, as: UTF8.self))
        }
      }
    }
    return found
  }
}
