internal import Glibc

/// Locks of git's that a write of ours names and may have left, when its processes were killed.
///
/// Only whoever has the writers' lock knows that none of those processes lives.
struct LeftLocks {
  private let move: Move
  private let times: ClosedRange<Double>

  /// `nil` without a journal.
  init?(_ journal: MoveJournal) {
    guard let move = try? journal.read(), let times = journal.lockTimes else { return nil }
    (self.move, self.times) = (move, times)
  }

  /// Those that are there and were ours, as far as can be seen.
  var paths: [String] { move.locks.filter { isCertain($0) || isLikely($0) }.map(\.path) }

  /// Removes them. One that git may have made for somebody else in the same seconds has to stay as it is for a while: a
  /// git that lives would let it go.
  func remove() {
    for lock in move.locks where isCertain(lock) { _ = unsafe unlink(lock.path) }
    let likely = move.locks.filter(isLikely).map { ($0.path, FileIdentity($0.path)) }
    guard !likely.isEmpty else { return }
    usleep(1_000_000)
    for (path, identity) in likely where FileIdentity(path) == identity { _ = unsafe unlink(path) }
  }

  /// A reference's lock with the value that only this write gives it.
  private func isCertain(_ lock: Move.Lock) -> Bool {
    guard lock.isReference, let text = try? DiskFile.read(lock.path) else { return false }
    return move.updates.contains { $0.new.map { Array("\($0)\n".utf8) } == text }
  }

  /// What was made while this write was under way; with other words in it, a reference's lock is somebody else's.
  private func isLikely(_ lock: Move.Lock) -> Bool {
    var status = stat()
    guard unsafe lstat(lock.path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return false }
    return (!lock.isReference || status.st_size == 0) && times.contains(status.st_mtim.seconds)
  }
}

/// What tells a file from another that has taken its place.
struct FileIdentity: Equatable {
  private let device: UInt64
  private let number: UInt64
  let size: Int
  private let time: Double

  /// `nil` when there is none.
  init?(_ path: String) {
    var status = stat()
    guard unsafe lstat(path, &status) == 0 else { return nil }
    (device, number) = (UInt64(status.st_dev), UInt64(status.st_ino))
    (size, time) = (Int(status.st_size), status.st_mtim.seconds)
  }

  /// Whether both are one file under two names.
  func isSameFile(as other: FileIdentity) -> Bool { device == other.device && number == other.number }
}
