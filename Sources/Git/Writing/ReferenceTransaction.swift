internal import CLibGit2

/// Moves references, and with a branch the working trees in which it is checked out: everything or nothing.
struct ReferenceTransaction {
  let repository: Repository
  let updates: [ReferenceUpdate]
  let message: String

  /// A working tree that is to follow a branch.
  private struct Follower {
    let branch: String
    let place: Worktree
    let old: ObjectID?
    let new: ObjectID
    let changes: [TreePath: FileChange]
    let added: [TreePath]
    /// `nil` when git cannot mark the commit, or something of the user's own is under way.
    let marks: MergeMarks?

    var entry: Move.Place {
      Move.Place(branch: branch, directory: place.path, old: old, new: new, isMarked: marks != nil)
    }

    /// How many bytes on the disk bringing everything back may take.
    var room: Int {
      let files = changes.keys.map { "\(place.path)/\($0)" } + [place.index]
      return files.reduce(1 << 16) { $0 + (FileIdentity($1)?.size ?? 0) + 4096 }
    }
  }

  /// Tries again while a lock of git's is in the way, for up to `patience` seconds.
  func run(patience: Double) throws(GitError) -> ReferenceOutcome {
    var pause = Backoff(patience: patience)
    while true {
      do throws(GitError) {
        try MoveRecovery(repository).run()
        try attempt()
        return .done
      } catch {
        // What is half done is our own doing.
        if error.code != .locked, MoveJournal(in: repository.commonDirectory).isThere { throw error }
        if let name = try movedReference() { return .moved(name) }
        guard error.code == .locked, pause.wait() else { throw error }
      }
    }
  }

  /// The journal exists before anything is locked, and is removed when everything is done or taken back.
  private func attempt() throws(GitError) {
    let followers = try self.followers()
    let move = Move(
      updates: updates, places: followers.map(\.entry), locks: try locks(followers), message: oneLine,
      room: followers.reduce(0) { $0 + $1.room })
    let journal = MoveJournal(in: repository.commonDirectory)
    try journal.begin(move)
    var isBegun = false
    do throws(GitError) {
      try carryOut(followers, journal, &isBegun)
    } catch {
      if error.code == .killed { LeftLocks(journal)?.remove() }
      guard isBegun else {
        journal.end()
        throw error
      }
      let isDone: Bool
      do throws(GitError) { isDone = try MoveRecovery(repository).settle(move) } catch let second {
        throw error.half(second)
      }
      guard !isDone else { return }
      throw error
    }
    journal.end()
  }

  /// The locks of the references are held while the files change, so nobody's commit can come in between.
  private func carryOut(
    _ followers: [Follower], _ journal: MoveJournal, _ isBegun: inout Bool
  ) throws(GitError) {
    var references = try UpdateRefSession(message: oneLine, in: repository.environment)
    ReferenceHold.release(in: repository.commonDirectory)
    do throws(GitError) {
      try references.prepare(updates)
    } catch {
      throw LockFile(namedIn: error.message)?.failure(error.operation) ?? error
    }
    if followers.count > 1 {
      for follower in followers {
        try follower.place.check(from: follower.old, to: follower.new, added: follower.added)
      }
    }
    isBegun = true
    for follower in followers {
      journal.touch()
      try follower.place.move(from: follower.old, to: follower.new, added: follower.added)
    }
    // Not earlier: with the old index, `git commit` would make a merge that loses what lands.
    for follower in followers { try follower.marks?.write() }
    try references.commit()
    for follower in followers { follower.marks?.remove() }
  }

  private func followers() throws(GitError) -> [Follower] {
    var followers: [Follower] = []
    for update in updates where update.old != update.new {
      let target = try repository.symbolicTarget(update.name) ?? update.name
      let places = try Worktree.all(of: target, in: repository)
      guard let first = places.first else { continue }
      guard let new = update.new else {
        throw GitError(.notAllowed, "delete '\(update.name)'", "it is checked out in '\(first.path)'")
      }
      let commit = try repository.commit(new)
      let changes = try repository.changes(from: update.old, to: new)
      let added = try repository.addedFiles(changes, since: update.old)
      followers += places.map { place in
        let isFree = !changes.isEmpty && MergeMarks.areFree(in: place.gitDirectory)
        return Follower(
          branch: target, place: place, old: update.old, new: new, changes: changes, added: added,
          marks: isFree ? MergeMarks(commit, after: update.old, in: place.gitDirectory) : nil)
      }
    }
    return followers
  }

  /// Every file that git may use to lock what changes.
  private func locks(_ followers: [Follower]) throws(GitError) -> [Move.Lock] {
    var names = ["\(repository.gitDirectory)/HEAD"]
    for update in updates {
      names.append("\(repository.commonDirectory)/\(update.name)")
      if let target = try repository.symbolicTarget(update.name) {
        names.append("\(repository.commonDirectory)/\(target)")
      }
    }
    let files = ["\(repository.commonDirectory)/packed-refs"] + followers.map(\.place.index)
    return names.map { Move.Lock(path: "\($0).lock", isReference: true) }
      + files.map { Move.Lock(path: "\($0).lock", isReference: false) }
  }

  /// The first reference that does not have the expected value.
  private func movedReference() throws(GitError) -> String? {
    for update in updates where try repository.referenceTarget(update.name) != update.old { return update.name }
    return nil
  }

  private var oneLine: String { message.split(whereSeparator: \.isNewline).joined(separator: " ") }
}

extension Repository {
  /// Changes all of the references or none; working trees follow the branches that they have checked out.
  ///
  /// Throws, without having changed anything, when files of the user's are in the way or a lock does not go away.
  package func update(
    _ updates: [ReferenceUpdate], message: String, patience: Double = 5
  ) throws(GitError) -> ReferenceOutcome {
    let lock = try WriterLock(self)
    return try ReferenceTransaction(repository: self, updates: updates, message: message).run(
      under: lock, patience: patience)
  }

  /// What a reference points at, following other references; `nil` when there is no such reference.
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
    let empty = ObjectID(hex: Worktree.emptyTree)
    let base = try old.map { (id) throws(GitError) in try commit(id).tree } ?? empty
    guard let base else { return [:] }
    return try TreeMerge(base: base, ours: base, theirs: commit(new).tree, in: self).changes
  }

  /// The files that were added since a commit.
  fileprivate func addedFiles(
    _ changes: [TreePath: FileChange], since old: ObjectID?
  ) throws(GitError) -> [TreePath] {
    let written = changes.filter { $0.value != .removal }.keys
    guard let old else { return Array(written) }
    let base = try commit(old).tree
    var added: [TreePath] = []
    for path in written where try file(path, in: base) == nil { added.append(path) }
    return added
  }
}

extension GitError {
  /// The failure of a write that could not be taken back completely.
  fileprivate func half(_ second: GitError) -> GitError {
    GitError(
      code == .locked ? .io : code, operation, "\(message); and it could not be taken back completely: \(second)",
      advice: "See 'git status'; the next command that writes finishes it or takes it back")
  }
}
