internal import Glibc

/// An operating system thread, for work that blocks.
struct Thread {
  private let identifier: pthread_t

  /// `nil` when the system cannot start a thread.
  static func start(_ run: @escaping @Sendable () -> Void) -> Thread? {
    let work = unsafe Unmanaged.passRetained(Work(run: run))
    var identifier = pthread_t()
    let status = unsafe pthread_create(
      &identifier, nil,
      { argument in
        guard let argument = unsafe argument else { return nil }
        unsafe Unmanaged<Work>.fromOpaque(argument).takeRetainedValue().run()
        return nil
      }, work.toOpaque())
    guard status == 0 else {
      unsafe work.release()
      return nil
    }
    return Thread(identifier: identifier)
  }

  func join() { pthread_join(identifier, nil) }

  private final class Work: Sendable {
    let run: @Sendable () -> Void

    init(run: @escaping @Sendable () -> Void) { self.run = run }
  }
}
