import Synchronization

/// The files and history that a command could not read, so that every format of its answer says so.
final class Limits: Sendable {
  private let notes = Mutex<[String]>([])

  /// In the order in which they were met.
  var all: [String] { notes.withLock { $0 } }

  /// False for a note that was already there.
  fileprivate func add(_ note: String) -> Bool {
    notes.withLock { notes in
      guard !notes.contains(note) else { return false }
      notes.append(note)
      return true
    }
  }
}

extension CommandEnvironment {
  /// Prints once what an answer lacks, and keeps it for the answer itself.
  func noteLimits(_ notes: [String]) {
    for note in notes where limits.add(note) { self.note("note: \(note)") }
  }
}

extension [String] {
  /// Each element once, at its first position.
  var unique: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
