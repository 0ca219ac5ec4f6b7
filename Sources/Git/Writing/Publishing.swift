internal import CLibGit2

/// Moves references, and with a branch the working trees in which it is checked out: all of it or nothing.
struct Publishing {
  let repository: Repository
  let updates: [ReferenceUpdate]
  let message: String

  /// A working tree that is to follow a branch.
  private struct Follower {
    let branch: String
    let place: CheckOut
    let old: ObjectID?
    let new: ObjectID
    let added: [TreePath]

    var entry: MoveJournal.Entry {
      MoveJournal.Entry(branch: branch, directory: place.path, old: old, new: new)
    }
  }

  /// Tries again while a lock of git's is in the way, up to so many seconds.
  func run(patience: Double) throws(GitError) -> ReferenceOutcome {
    var pause = Backoff(patience: patience)
    while true {
      do throws(GitError) {
        try MoveJournal(repository).recover()
        try attempt()
        return .done
      } catch {
        if let name = try movedReference() { return .moved(name) }
        guard error.code == .locked, pause.wait() else { throw error }
      }
    }
  }

  /// The locks of the references are held while the files change: nobody's commit can come between.
  private func attempt() throws(GitError) {
    var references = try ReferenceConversation(message: oneLine, in: repository.environment)
    do throws(GitError) {
      try references.prepare(updates)
    } catch {
      throw LockFile(namedIn: error.message)?.failure(error.operation) ?? error
    }
    let followers = try self.followers()
    if followers.count > 1 {
      for follower in followers {
        try follower.place.check(from: follower.old, to: follower.new, added: follower.added)
      }
    }
    var moved: [Follower] = []
    let journal = MoveJournal(repository)
    if !followers.isEmpty { try journal.begin(followers.map(\.entry)) }
    do throws(GitError) {
      for follower in followers {
        try follower.place.move(from: follower.old, to: follower.new, added: follower.added)
        moved.append(follower)
      }
      try references.commit()
    } catch {
      for follower in moved.reversed() { try follower.place.moveBack(from: follower.new, to: follower.old) }
      journal.finish()
      throw error
    }
    if !followers.isEmpty { journal.finish() }
  }

  private func followers() throws(GitError) -> [Follower] {
    var followers: [Follower] = []
    for update in updates where update.old != update.new {
      let target = try repository.symbolicTarget(update.name) ?? update.name
      let places = try CheckOut.all(of: target, in: repository)
      guard let first = places.first else { continue }
      guard let new = update.new else {
        throw GitError(.notAllowed, "delete '\(update.name)'", "it is checked out in '\(first.path)'")
      }
      let added = try repository.addedFiles(from: update.old, to: new)
      followers += places.map { Follower(branch: target, place: $0, old: update.old, new: new, added: added) }
    }
    return followers
  }

  /// The first reference that is not what it should be.
  private func movedReference() throws(GitError) -> String? {
    for update in updates where try repository.referenceTarget(update.name) != update.old { return update.name }
    return nil
  }

  private var oneLine: String { message.split(whereSeparator: \.isNewline).joined(separator: " ") }
}

extension Repository {
  /// Changes all of the references or none; a branch takes the working trees along in which it is checked out.
  ///
  /// Throws when files of the user's are in the way or a lock does not go away, and has then changed nothing.
  package func update(
    _ updates: [ReferenceUpdate], message: String, patience: Double = 5
  ) throws(GitError) -> ReferenceOutcome {
    let lock = try WriterLock(self)
    return try withExtendedLifetime(lock) { () throws(GitError) in
      try Publishing(repository: self, updates: updates, message: message).run(patience: patience)
    }
  }

  /// What a reference points at, followed through others; `nil` when there is none.
  package func referenceTarget(_ name: String) throws(GitError) -> ObjectID? {
    try unsafe withExclusiveAccess { (repository) throws(GitError) -> ObjectID? in
      var id = git_oid()
      let status = unsafe git_reference_name_to_id(&id, repository, name)
      if status == GIT_ENOTFOUND.rawValue { return nil }
      guard status >= 0 else { throw LibGit2.error(status, "read '\(name)'") }
      return ObjectID(id)
    }
  }

  /// What changes from one commit to another, file by file.
  func changes(from old: ObjectID?, to new: ObjectID) throws(GitError) -> [TreePath: FileChange] {
    let empty = ObjectID(hex: CheckOut.emptyTree)
    let base = try old.map { (id) throws(GitError) in try commit(id).tree } ?? empty
    guard let base else { return [:] }
    return try TreeMerge(base: base, ours: base, theirs: commit(new).tree, in: self).changes
  }

  /// The files that are in the second commit and not in the first.
  fileprivate func addedFiles(from old: ObjectID?, to new: ObjectID) throws(GitError) -> [TreePath] {
    let changes = try changes(from: old, to: new).filter { $0.value != .removal }
    guard let old else { return Array(changes.keys) }
    let base = try commit(old).tree
    var added: [TreePath] = []
    for path in changes.keys where try file(path, in: base) == nil { added.append(path) }
    return added
  }

  /// The file at a path of a tree.
  package func file(_ path: TreePath, in tree: ObjectID) throws(GitError) -> TreeMerge.Version? {
    var folder = tree
    let names = path.names
    for name in names.dropLast() {
      guard let next = try treeEntries(folder, path.bytes).entry(name, isFolder: true) else { return nil }
      folder = next.id
    }
    guard let name = names.last, let entry = try treeEntries(folder, path.bytes).entry(name, isFolder: false) else {
      return nil
    }
    return try TreeMerge.Version(entry, path.bytes)
  }
}
