internal import Glibc

/// The right to be the only northstar that writes to a repository. The system takes it back when this process and all
/// that it has started for the write have ended, however they end.
final class WriterLock {
  let file: Int32

  /// Waits for its turn for up to `patience` seconds.
  init(_ repository: Repository, patience: Double = 60) throws(GitError) {
    try repository.requireWritable("write to the repository")
    let path = Self.path(in: repository.commonDirectory)
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
    LeftMessages.remove(from: repository.gitDirectory)
  }

  deinit { close(file) }

  static func path(in commonDirectory: String) -> String { "\(commonDirectory)/northstar.lock" }

  /// Whether a northstar, or a program it started, is writing; checked without keeping the lock.
  static func isHeld(in commonDirectory: String) -> Bool {
    let file = unsafe open(path(in: commonDirectory), O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return false }
    defer { close(file) }
    return flock(file, LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK
  }
}

/// Files left by killed processes, in which messages were shown to hooks.
enum LeftMessages {
  static let prefix = "NORTHSTAR_EDITMSG."
  private static let age = 24 * 60 * 60

  /// Removes those older than a day; ignores those that cannot be removed.
  static func remove(from folder: String) {
    guard let directory = try? OpenDirectory(folder),
      let entries = try? DirectoryListing.entries(ofFolder: [], in: directory.descriptor)
    else { return }
    for entry in entries where entry.name.starts(with: prefix.utf8) {
      let path = "\(folder)/\(String(decoding: entry.name, as: UTF8.self))"
      var status = stat()
      guard unsafe lstat(path, &status) == 0, time(nil) - status.st_mtim.tv_sec > age else { continue }
      _ = unsafe unlink(path)
    }
  }
}

/// Pauses that grow and vary, so that two waiting processes do not collide again and again.
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
