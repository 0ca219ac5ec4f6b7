internal import Glibc

/// What this process does when it is sent a signal.
package enum ProcessSignals {
  /// Makes a write beyond the file size limit an error, here and in the programs we start, instead of a signal that
  /// kills the process and leaves its locks.
  package static func survivesFileSizeLimit() { signal(SIGXFSZ, SIG_IGN) }

  /// Runs `body` to its end even if somebody asks the process to stop, and lets the programs it starts finish too.
  static func withoutEnding<Result>(_ body: () throws(GitError) -> Result) throws(GitError) -> Result {
    let ending = [SIGINT, SIGTERM, SIGHUP]
    let before = ending.map { signal($0, SIG_IGN) }
    defer { for (number, action) in zip(ending, before) { signal(number, action) } }
    return try body()
  }
}
