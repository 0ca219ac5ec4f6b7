import Synchronization

/// Keeps what a command has made until the process ends.
///
/// Taking a large strategy apart, entity by entity, takes as long as checking it; the system takes all back at once.
final class Leftovers: Sendable {
  private let kept = Mutex<[any Sendable]>([])

  func keep(_ value: any Sendable) { kept.withLock { $0.append(value) } }
}
