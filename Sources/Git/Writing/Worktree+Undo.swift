internal import Glibc

extension Worktree {
  /// Whether the index has these files as a commit has them.
  func hasIndex(of commit: ObjectID?, _ paths: Set<[UInt8]>) throws(GitError) -> Bool {
    let tree = commit?.description ?? Self.emptyTree
    return try list(["diff-index", "--cached", "--name-only", "-z", tree]).isDisjoint(with: paths)
  }

  /// Undoes a move that may have stopped anywhere; leaves alone what the user has changed since.
  func undo(from new: ObjectID, to old: ObjectID?, _ changes: [TreePath: FileChange]) throws(GitError) {
    guard !changes.isEmpty else { return }
    if try !hasIndex(of: old, Set(changes.keys.map(\.bytes))) {
      do throws(GitError) {
        try moveBack(from: new, to: old)
      } catch {
        guard error.code == .filesInTheWay else { throw error }
      }
    }
    // Git writes the index last, so the files may be new while the index is old.
    let paths = changes.keys.map(\.description).sorted()
    let stale = try list(["diff-files", "--name-only", "-z", "--"] + paths)
    let added = try list(["ls-files", "--others", "-z", "--"] + paths)
    var restored: [UInt8] = []
    for (path, change) in changes {
      if stale.contains(path.bytes) {
        if try isOurs(path, change, from: new, to: old) { restored += path.bytes + [0] }
      } else if added.contains(path.bytes), try isOurs(path, change, from: new, to: old) {
        remove(path)
      }
    }
    guard !restored.isEmpty else { return }
    let answer = try git(["checkout-index", "-f", "-z", "--stdin"], input: restored)
    guard answer.succeeded else { throw .git("restore the files in '\(path)'", answer) }
    // Updating the index here only makes git faster.
    _ = try git(["update-index", "-q", "--refresh"])
  }

  private func list(_ arguments: [String]) throws(GitError) -> Set<[UInt8]> {
    let answer = try git(["--literal-pathspecs"] + arguments)
    guard answer.succeeded else { throw .git("look for changes in '\(path)'", answer) }
    return Set(answer.output.split(separator: 0).map(Array.init))
  }

  /// Whether the file is as the move was to make it, or part of the way there: git empties a file before it writes it,
  /// and a full disk or a kill may come in between. Then the file holds the beginning of its new text.
  private func isOurs(
    _ file: TreePath, _ change: FileChange, from new: ObjectID, to old: ObjectID?
  ) throws(GitError) -> Bool {
    guard let kind = Disk.kind("\(path)/\(file)") else { return true }
    guard kind == .regular else { return false }
    if case .object(let id, _) = change {
      let answer = try git(["hash-object", "--", "\(file)"])
      if answer.succeeded, ObjectID(hex: answer.output.prefix(40)) == id { return true }
    }
    let bytes = try DiskFile.read("\(path)/\(file)")
    for commit in [new, old].compactMap(\.self) {
      let answer = try git(["cat-file", "--filters", "\(commit):\(file)"])
      if answer.succeeded, answer.output.starts(with: bytes) { return true }
    }
    return false
  }

  /// Removes a file, and the folders above it that become empty, as git does.
  private func remove(_ file: TreePath) {
    var place = "\(path)/\(file)"
    _ = unsafe unlink(place)
    while let folder = Paths.parent(place), folder != path, unsafe rmdir(folder) == 0 { place = folder }
  }
}
