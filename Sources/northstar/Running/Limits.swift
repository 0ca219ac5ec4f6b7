import Synchronization

/// What a command could not read of files or history, so that every format of its answer says so.
final class Limits: Sendable {
  private let notes = Mutex<[String]>([])

  /// In the order in which they were met.
  var all: [String] { notes.withLock { $0 } }

  /// False for what was there already.
  fileprivate func add(_ note: String) -> Bool {
    notes.withLock { notes in
      guard !notes.contains(note) else { return false }
      notes.append(note)
      return true
    }
  }
}

extension CommandEnvironment {
  /// Says beside an answer what it lacks, once, and keeps it for the answer itself.
  func noteLimits(_ notes: [String]) {
    for note in notes where limits.add(note) { self.note("note: \(note)") }
  }
}

extension [String] {
  /// Each once, where it stood first.
  var unique: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
