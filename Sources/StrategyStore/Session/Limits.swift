import Synchronization

/// The files and the history that could not be read, so that every answer says so.
package final class Limits: Sendable {
  package init() {}

  private let state = Mutex<(notes: [String], shown: Int)>(([], 0))

  /// In the order in which they were met, each once.
  package var all: [String] { state.withLock { $0.notes } }

  package func add(_ notes: [String]) {
    state.withLock { state in
      for note in notes where !state.notes.contains(note) { state.notes.append(note) }
    }
  }

  /// The notes that were added since the last call.
  package func takeNew() -> [String] {
    state.withLock { state in
      defer { state.shown = state.notes.count }
      return Array(state.notes[state.shown...])
    }
  }
}

extension [String] {
  /// Each element once, at its first position.
  package var unique: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
