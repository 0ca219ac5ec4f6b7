import Synchronization

/// Keeps the values that a command has made until the process ends.
///
/// Freeing a large strategy entity by entity takes as long as checking it; the system frees everything at once.
final class Leftovers: Sendable {
  private let kept = Mutex<[any Sendable]>([])

  func keep(_ value: any Sendable) { kept.withLock { $0.append(value) } }
}
