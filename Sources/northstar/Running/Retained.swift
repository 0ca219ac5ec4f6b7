import Synchronization

/// Keeps values until a session ends.
final class Retained: Sendable {
  private let kept = Mutex<[any Sendable]>([])

  func keep(_ value: any Sendable) { kept.withLock { $0.append(value) } }
}
