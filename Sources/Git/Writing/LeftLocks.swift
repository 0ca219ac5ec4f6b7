internal import Glibc

/// Locks of git's that one of our writes took and may have left when its processes were killed.
///
/// Only the holder of the writers' lock knows that none of those processes is alive.
struct LeftLocks {
  private let move: Move
  private let times: ClosedRange<Double>

  /// `nil` without a journal.
  init?(_ journal: MoveJournal) {
    guard let move = try? journal.read(), let times = journal.lockTimes else { return nil }
    (self.move, self.times) = (move, times)
  }

  /// Those that exist and were ours, as far as can be seen.
  var paths: [String] { move.locks.filter { isCertain($0) || isLikely($0) }.map(\.path) }

  /// Removes them. One that git may have made for somebody else in the same seconds is left for a while: a living git
  /// would release it.
  func remove() {
    for lock in move.locks where isCertain(lock) { _ = unsafe unlink(lock.path) }
    let likely = move.locks.filter(isLikely).map { ($0.path, FileIdentity($0.path)) }
    guard !likely.isEmpty else { return }
    usleep(1_000_000)
    for (path, identity) in likely where FileIdentity(path) == identity { _ = unsafe unlink(path) }
  }

  /// A reference's lock that contains the value that only this write gives the reference.
  private func isCertain(_ lock: Move.Lock) -> Bool {
    guard lock.isReference, let text = try? DiskFile.read(lock.path) else { return false }
    return move.updates.contains { $0.new.map { Array("\($0)\n".utf8) } == text }
  }

  /// A lock made while this write was under way. If a reference's lock has other contents, it is somebody else's.
  private func isLikely(_ lock: Move.Lock) -> Bool {
    var status = stat()
    guard unsafe lstat(lock.path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return false }
    return (!lock.isReference || status.st_size == 0) && times.contains(status.st_mtim.seconds)
  }
}

/// Tells a file from another that has taken its place.
struct FileIdentity: Equatable {
  private let device: UInt64
  private let number: UInt64
  let size: Int
  private let time: Double

  /// `nil` when there is no file.
  init?(_ path: String) {
    var status = stat()
    guard unsafe lstat(path, &status) == 0 else { return nil }
    (device, number) = (UInt64(status.st_dev), UInt64(status.st_ino))
    (size, time) = (Int(status.st_size), status.st_mtim.seconds)
  }

  /// Whether both are one file under two names.
  func isSameFile(as other: FileIdentity) -> Bool { device == other.device && number == other.number }
}
