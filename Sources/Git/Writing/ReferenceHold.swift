internal import Glibc

/// The lock of a branch, held while a commit is redone after others were faster: people who commit by hand wait.
///
/// The lock is a hard link to a file of our own, so that the holder of the writers' lock recognises it and removes what
/// a killed process has left.
final class ReferenceHold {
  private let commonDirectory: String
  private let writers: WriterLock

  /// Waits for somebody else's lock for up to `patience` seconds; `nil` when it cannot be had.
  init?(_ branch: String, in repository: Repository, under writers: WriterLock, patience: Double = 2) {
    self.writers = writers
    let name = (try? repository.symbolicTarget(branch)) ?? branch
    commonDirectory = repository.commonDirectory
    Self.release(in: commonDirectory)
    let note = Self.note(in: commonDirectory)
    guard (try? DiskFile.write(Array(name.utf8), toNew: note)) != nil else { return nil }
    var pause = Backoff(patience: patience)
    while unsafe link(note, Self.lock(name, in: commonDirectory)) != 0 {
      guard errno == EEXIST, pause.wait() else {
        _ = unsafe unlink(note)
        return nil
      }
    }
  }

  deinit { Self.release(in: commonDirectory) }

  /// Releases the lock that a northstar holds; only for the holder of the writers' lock.
  static func release(in commonDirectory: String) {
    let note = note(in: commonDirectory)
    guard Disk.kind(note) != nil else { return }
    if let lock = left(in: commonDirectory) { _ = unsafe unlink(lock) }
    _ = unsafe unlink(note)
  }

  /// The path of a lock that exists and is ours.
  static func left(in commonDirectory: String) -> String? {
    let note = note(in: commonDirectory)
    guard let identity = FileIdentity(note), let name = try? DiskFile.read(note) else { return nil }
    let lock = lock(String(decoding: name, as: UTF8.self), in: commonDirectory)
    return FileIdentity(lock)?.isSameFile(as: identity) == true ? lock : nil
  }

  private static func note(in commonDirectory: String) -> String { "\(commonDirectory)/northstar.hold" }

  private static func lock(_ name: String, in commonDirectory: String) -> String { "\(commonDirectory)/\(name).lock" }
}
