internal import Glibc

/// Records what a write is about to do to references and working trees, in a file that exists as long as the write is
/// under way. Whoever comes after a killed write can then finish it or take it back. Written and removed only under the
/// writers' lock.
struct MoveJournal {
  let path: String

  init(in commonDirectory: String) { path = "\(commonDirectory)/northstar.move" }

  var isThere: Bool { Disk.kind(path) != nil }

  /// Writes it so that it survives a loss of power, and reserves the disk space needed to take everything back.
  func begin(_ move: Move) throws(GitError) {
    _ = unsafe unlink(path)
    let bytes = move.encoded
    try DiskFile.write(bytes, toNew: path)
    do throws(GitError) {
      try settle(bytes.count, reserving: move.room)
    } catch {
      end()
      throw error
    }
  }

  private func settle(_ count: Int, reserving room: Int) throws(GitError) {
    let operation = "write '\(path)'"
    let file = unsafe open(path, O_RDWR | O_CLOEXEC)
    guard file >= 0 else { throw .system(operation, errno) }
    defer { close(file) }
    let status = DiskFile.reserve(count + room, for: file)
    guard status == 0 else { throw .system(operation, status) }
    guard fsync(file) == 0 else { throw .system(operation, errno) }
    if let folder = try Paths.parent(path).map({ (folder) throws(GitError) in try OpenDirectory(folder) }) {
      _ = withExtendedLifetime(folder) { fsync(folder.descriptor) }
    }
  }

  /// Releases the reserved space, just before it is needed.
  func giveRoom() {
    var status = stat()
    guard unsafe lstat(path, &status) == 0 else { return }
    _ = unsafe truncate(path, status.st_size)
  }

  /// Records that whatever is locked from here on may be ours.
  func touch() { _ = unsafe utimensat(AT_FDCWD, path, nil, 0) }

  func end() { _ = unsafe unlink(path) }

  /// When a lock of ours was made, if the writer of this journal has left any.
  var lockTimes: ClosedRange<Double>? {
    var status = stat()
    guard unsafe lstat(path, &status) == 0, let move = try? read() else { return nil }
    return move.begun...max(move.begun, status.st_mtim.seconds + Self.slowestLock)
  }

  /// In seconds: how long after `touch` a lock may still be made.
  private static let slowestLock = 10.0

  /// `nil` when the text is cut off or has another version: then nothing has been touched, or nobody can say what was.
  func read() throws(GitError) -> Move? { Move(decoding: try DiskFile.read(path)) }
}

/// References that are to change, and the working trees that follow.
struct Move: Equatable {
  struct Place: Equatable {
    let branch: String
    let directory: String
    let old: ObjectID?
    let new: ObjectID
    /// Whether git's own marks for a pick or a merge are there meanwhile.
    let isMarked: Bool
  }

  /// A file with which git locks what changes.
  struct Lock: Equatable {
    let path: String
    /// A reference's lock is empty, or contains the reference's new value.
    let isReference: Bool
  }

  let updates: [ReferenceUpdate]
  let places: [Place]
  let locks: [Lock]
  /// For the reflog.
  let message: String
  /// Seconds since 1970, by the clock that dates files.
  var begun = Move.now()
  /// In bytes on the disk: the space that taking it back may need.
  var room = 0

  private static let format = "northstar-move 2"
  private static let end = "end"

  private static func now() -> Double {
    var time = timespec()
    unsafe clock_gettime(CLOCK_REALTIME_COARSE, &time)
    return time.seconds
  }

  var encoded: [UInt8] {
    var fields = [Self.format, String(begun), message]
    for update in updates {
      fields += ["reference", update.name, update.old?.description ?? "", update.new?.description ?? ""]
    }
    for place in places {
      fields += [
        place.isMarked ? "marked" : "place", place.branch, place.directory, place.old?.description ?? "",
        place.new.description,
      ]
    }
    for lock in locks { fields += [lock.isReference ? "reference lock" : "lock", lock.path] }
    return Array((fields + [Self.end]).joined(separator: "\0").utf8)
  }
}

extension Move {
  /// `nil` when the text is cut off or has another version.
  init?(decoding bytes: [UInt8]) {
    var fields = bytes.split(separator: 0, omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }[...]
    guard fields.last == Self.end, fields.popFirst() == Self.format, let begun = fields.popFirst().flatMap(Double.init),
      let message = fields.popFirst()
    else { return nil }
    var (updates, places, locks): ([ReferenceUpdate], [Place], [Lock]) = ([], [], [])
    while let word = fields.popFirst(), word != Self.end || !fields.isEmpty {
      let count = ["reference": 3, "place": 4, "marked": 4, "lock": 1, "reference lock": 1][word] ?? 0
      let values = Array(fields.prefix(count))
      fields = fields.dropFirst(count)
      switch (word, values.count) {
      case ("reference", 3):
        let (old, new) = (ObjectID(hex: values[1]), ObjectID(hex: values[2]))
        guard let update = try? ReferenceUpdate(values[0], from: old, to: new) else { return nil }
        updates.append(update)
      case ("place", 4), ("marked", 4):
        guard let new = ObjectID(hex: values[3]) else { return nil }
        places.append(
          Place(
            branch: values[0], directory: values[1], old: ObjectID(hex: values[2]), new: new,
            isMarked: word == "marked"))
      case ("lock", 1), ("reference lock", 1):
        locks.append(Lock(path: values[0], isReference: word == "reference lock"))
      default: return nil
      }
    }
    self.init(updates: updates, places: places, locks: locks, message: message, begun: begun)
  }
}

extension timespec {
  var seconds: Double { Double(tv_sec) + Double(tv_nsec) / 1e9 }
}
