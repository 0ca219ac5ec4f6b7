internal import Glibc

/// The right to be the only northstar that writes to a repository; the system takes it back however we end.
final class WriterLock {
  private let file: Int32

  /// Waits for its turn, up to so many seconds.
  init(_ repository: Repository, patience: Double = 60) throws(GitError) {
    try repository.requireWritable("write to the repository")
    let path = "\(repository.commonDirectory)/northstar.lock"
    let operation = "lock '\(path)'"
    let file = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
    guard file >= 0 else { throw .system(operation, errno) }
    SharedPermissions(repository.setting("core.sharedrepository"))?.apply(to: path)
    var pause = Backoff(patience: patience)
    while flock(file, LOCK_EX | LOCK_NB) != 0 {
      let failure = errno
      guard failure == EWOULDBLOCK || failure == EINTR else {
        close(file)
        throw .system(operation, failure)
      }
      guard pause.wait() else {
        close(file)
        throw GitError(
          .locked, operation, "another northstar has been writing for \(Int(patience)) seconds",
          advice: "Wait for it, or look for one that hangs")
      }
    }
    self.file = file
  }

  deinit { close(file) }
}

/// Pauses that grow and differ, so that two who wait do not meet again and again.
struct Backoff {
  private let deadline: Double
  private var longest = 0.002

  init(patience: Double) { deadline = Self.now() + patience }

  /// Sleeps for a while; `false` when the time is over.
  mutating func wait() -> Bool {
    guard Self.now() < deadline else { return false }
    let seconds = Double.random(in: 0.0005...longest)
    longest = min(longest * 1.5, 0.05)
    usleep(useconds_t(seconds * 1_000_000))
    return true
  }

  private static func now() -> Double {
    var time = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
