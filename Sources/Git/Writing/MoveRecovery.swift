/// Ends a write whose processes were killed, or that failed: forward when everything except the references is done,
/// else back. Only under the writers' lock.
struct MoveRecovery {
  private let repository: Repository
  private let journal: MoveJournal

  init(_ repository: Repository) {
    self.repository = repository
    journal = MoveJournal(in: repository.commonDirectory)
  }

  /// How an abandoned write can end.
  enum Direction: Equatable {
    /// These references still have to move.
    case forward([ReferenceUpdate])
    case back
    /// Its work is done, or somebody has gone another way.
    case nowhere
  }

  /// Ends what a killed process has left, if anything.
  func run() throws(GitError) {
    guard journal.isThere else { return }
    guard let move = try journal.read() else { return journal.end() }
    LeftLocks(journal)?.remove()
    do throws(GitError) {
      if case .forward(let updates) = try direction(of: move) {
        try forward(updates, move)
      } else {
        try back(move)
      }
    } catch {
      // What cannot be ended now may be ended later, but never without its objects.
      guard error.code == .missingObject || error.code == .corrupt else { throw error }
    }
    end(move)
  }

  /// Takes back what has failed, or finishes it if references have already moved: git moves them one after the other.
  /// Returns whether the write is then done.
  func settle(_ move: Move) throws(GitError) -> Bool {
    journal.giveRoom()
    var isBegun = false
    for update in move.updates where try repository.referenceTarget(update.name) != update.old { isBegun = true }
    if isBegun, case .forward(let rest) = try direction(of: move) {
      try forward(rest, move)
    } else {
      try back(move)
    }
    end(move)
    for update in move.updates where try repository.referenceTarget(update.name) != update.new { return false }
    return true
  }

  func direction(of move: Move) throws(GitError) -> Direction {
    let updates = move.updates.filter { $0.old != $0.new }
    var open: [ReferenceUpdate] = []
    for update in updates {
      let value = try repository.referenceTarget(update.name)
      if value == update.old { open.append(update) } else if value != update.new { return .nowhere }
    }
    if open.isEmpty { return .nowhere }
    if open.count < updates.count { return .forward(open) }
    var isReady = !move.places.isEmpty
    for place in move.places {
      for checkOut in try checkOuts(place) where isReady {
        isReady = try checkOut.hasIndex(of: place.new, paths(place))
      }
    }
    return isReady ? .forward(open) : .back
  }

  private func forward(_ updates: [ReferenceUpdate], _ move: Move) throws(GitError) {
    do throws(GitError) {
      journal.touch()
      var references = try UpdateRefSession(message: move.message, in: repository.environment)
      try references.prepare(updates)
      try references.commit()
    } catch {
      // A hook that refuses now would always refuse; a lock or a full disk goes away.
      guard error.code == .gitFailed, LockFile(namedIn: error.message) == nil else { throw error }
      try back(move)
    }
  }

  private func back(_ move: Move) throws(GitError) {
    for place in move.places where try repository.referenceTarget(place.branch) == place.old {
      let changes = try repository.changes(from: place.old, to: place.new)
      for checkOut in try checkOuts(place) {
        journal.touch()
        try checkOut.undo(from: place.new, to: place.old, changes)
      }
    }
  }

  private func end(_ move: Move) {
    for place in move.places where place.isMarked {
      guard let commit = try? repository.commit(place.new) else { continue }
      for checkOut in (try? checkOuts(place)) ?? [] {
        MergeMarks(commit, after: place.old, in: checkOut.gitDirectory)?.remove()
      }
    }
    journal.end()
  }

  private func checkOuts(_ place: Move.Place) throws(GitError) -> [Worktree] {
    try Worktree.all(of: place.branch, in: repository).filter { $0.path == place.directory }
  }

  private func paths(_ place: Move.Place) throws(GitError) -> Set<[UInt8]> {
    Set(try repository.changes(from: place.old, to: place.new).keys.map(\.bytes))
  }
}
