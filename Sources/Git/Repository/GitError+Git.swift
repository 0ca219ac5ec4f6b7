extension GitError {
  /// What a failed `git` reports.
  static func tooMany(_ operation: String, limit: Int) -> GitError {
    GitError(.tooMany, operation, "there are more than \(limit) files or folders")
  }

  package static func git(_ operation: String, _ answer: GitOutput) -> GitError {
    if let signal = answer.signal { return GitError(.killed, operation, "git was ended by \(signal)") }
    let text = String(decoding: answer.errors, as: UTF8.self)
    if text.contains("dubious ownership") { return notOwned(operation, answer: text) }
    if text.contains("not a git repository") { return notARepository(operation) }
    if text.contains("must be run in a work tree") {
      return GitError(.noWorkTree, operation, "there is no working tree", advice: "Name a revision, such as HEAD")
    }
    if text.contains("Out of diskspace") || text.contains("No space left on device") {
      return GitError(.io, operation, "no space left on device")
    }
    if text.contains("File too large") { return GitError(.io, operation, "file too large") }
    let lines = text.split(whereSeparator: \.isNewline)
    let line = lines.first { $0.hasPrefix("fatal: ") || $0.hasPrefix("error: ") } ?? lines.first
    let reason = line.map { $0.hasPrefix("fatal: ") || $0.hasPrefix("error: ") ? $0.dropFirst(7) : $0[...] }
    return GitError(.gitFailed, operation, reason.map { "git says: \($0)" } ?? "git ended with status \(answer.status)")
  }

  static func notARepository(_ operation: String) -> GitError {
    GitError(
      .notARepository, operation, "neither it nor a directory above it is a git repository",
      advice: "Change into a repository, or run 'git init' there")
  }

  /// Advises what git itself suggests.
  static func notOwned(_ operation: String, answer: String) -> GitError {
    let command = answer.split(whereSeparator: \.isNewline)
      .map { $0.drop { $0 == "\t" || $0 == " " } }
      .first { $0.hasPrefix("git config") }
    return GitError(
      .notOwned, operation, "it belongs to another user, and git does not trust it",
      advice: command.map { "If you trust it, run '\($0)'" })
  }
}
