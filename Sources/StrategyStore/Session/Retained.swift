import Synchronization

/// Keeps values until a session ends.
package final class Retained: Sendable {
  package init() {}

  private let kept = Mutex<[any Sendable]>([])

  package func keep(_ value: any Sendable) { kept.withLock { $0.append(value) } }
}
