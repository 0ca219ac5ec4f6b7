internal import CLibGit2
internal import Glibc

/// A limit for work that must not take too long. It ends the whole process, because a call into a library cannot be
/// stopped otherwise.
package enum TimeLimit {
  /// Does the work, or ends the process when the work takes longer.
  ///
  /// - Parameter end: called before the process ends; prints why, and returns the exit status.
  package static func hold<Value>(
    _ seconds: Double, end: @escaping @Sendable () -> Int32, _ work: () throws -> Value
  ) throws -> Value {
    let operation = "watch the time"
    var ends: [Int32] = [-1, -1]
    guard unsafe northstar_pipe(&ends) == 0 else { throw GitError.system(operation, errno) }
    let (watched, open) = (ends[0], ends[1])
    defer { close(watched) }
    let watch = Thread.start { if !isClosed(watched, within: seconds) { _exit(end()) } }
    // Closed before the watch is joined, which waits for that; a watch that has begun to end the process goes on with it.
    defer {
      close(open)
      watch?.join()
    }
    guard watch != nil else { throw GitError(.io, operation, "the system gives no thread") }
    return try work()
  }

  /// Whether the other end of a pipe is closed in time.
  private static func isClosed(_ descriptor: Int32, within seconds: Double) -> Bool {
    let deadline = ContinuousClock.now + .seconds(seconds)
    while true {
      let rest = deadline - .now
      guard rest > .zero else { return false }
      var polled = pollfd(fd: descriptor, events: 0, revents: 0)
      let milliseconds = rest / .milliseconds(1)
      if unsafe poll(&polled, 1, Int32(clamping: Int(milliseconds.rounded(.up)))) > 0 { return true }
    }
  }
}
