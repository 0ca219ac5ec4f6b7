/// A write of ours that was stopped half way and that nobody has finished yet.
package enum UnfinishedWrite {
  /// Describes in one clause what was left and who ends it; `nil` when nothing was left. Cheap when there is nothing,
  /// and never writes.
  package static func described(in environment: GitEnvironment) -> String? {
    guard let directory = GitDirectory.common(in: environment) else { return nil }
    let journal = MoveJournal(in: directory)
    let held = ReferenceHold.left(in: directory)
    guard journal.isThere || held != nil, !WriterLock.isHeld(in: directory) else { return nil }
    guard journal.isThere, let move = (try? journal.read()) ?? nil else {
      // It may have been finished while we asked.
      guard let held = ReferenceHold.left(in: directory) else { return nil }
      return "a northstar process was stopped and has left '\(held)'; the next command that writes removes it"
    }
    guard let update = move.updates.first(where: { $0.new != nil }), let new = update.new else {
      return "a northstar process was stopped while it changed references; the next command that writes takes that back"
    }
    let branch = update.name.hasPrefix("refs/heads/") ? String(update.name.dropFirst(11)) : update.name
    let locks = (LeftLocks(journal)?.paths ?? []).map { "'\($0)'" }.joined(separator: ", ")
    let left = locks.isEmpty ? "" : " and has left \(locks)"
    let end = end(of: move, update, isLocked: !locks.isEmpty, in: environment)
    return "a northstar process was stopped while it committed \(new.short) on '\(branch)'\(left); \(end)"
  }

  private static func end(
    of move: Move, _ update: ReferenceUpdate, isLocked: Bool, in environment: GitEnvironment
  ) -> String {
    let repository = try? Repository.open(in: environment)
    switch try? repository.map({ (repository) throws(GitError) in try MoveRecovery(repository).direction(of: move) }) {
    case .forward:
      let command = "git update-ref \(update.name) \(update.new?.short ?? "")"
      return "the next command that writes finishes it, or\(isLocked ? ", once that is removed" : ""): \(command)"
    case .nowhere: return "nothing is left to do, and the next command that writes removes its record"
    case .back, nil: return "the next command that writes takes it back"
    }
  }
}

/// Finds a repository's own files where git would, without starting libgit2.
enum GitDirectory {
  /// The main repository's directory, which linked working trees share; `nil` without a repository.
  static func common(in environment: GitEnvironment) -> String? {
    guard let directory = own(in: environment) else { return nil }
    guard let text = try? DiskFile.read("\(directory)/commondir") else { return directory }
    let line = String(decoding: text.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
    return environment.path("GIT_COMMON_DIR") ?? Paths.real(Paths.join(directory, line))
  }

  private static func own(in environment: GitEnvironment) -> String? {
    if let named = environment.path("GIT_DIR") { return Paths.real(WorkTreeLocation.followed(named)) }
    var directory = Paths.real(environment.directory)
    while true {
      let inside = "\(directory)/.git"
      switch Disk.kind(inside, followingLinks: true) {
      case .folder where WorkTreeLocation.isGitDirectory(inside): return inside
      case .regular: return WorkTreeLocation.followed(inside)
      default: break
      }
      if WorkTreeLocation.isGitDirectory(directory) { return directory }
      guard let above = Paths.parent(directory) else { return nil }
      directory = above
    }
  }
}
