internal import Glibc

/// What this process does when it is sent a signal.
package enum ProcessSignals {
  /// Lets a write beyond the limit of a file's size be an error, here and in the programs that we start, in place of a
  /// death that leaves locks.
  package static func survivesFileSizeLimit() { signal(SIGXFSZ, SIG_IGN) }

  /// Goes on when somebody wants the process to end, and lets what is started meanwhile go on too.
  static func withoutEnding<Result>(_ body: () throws(GitError) -> Result) throws(GitError) -> Result {
    let ending = [SIGINT, SIGTERM, SIGHUP]
    let before = ending.map { signal($0, SIG_IGN) }
    defer { for (number, action) in zip(ending, before) { signal(number, action) } }
    return try body()
  }
}
