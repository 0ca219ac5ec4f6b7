internal import Synchronization

/// A line of commits to compare, split among the workers in chunks of neighbours.
final class MainlineWork: Sendable {
  private let comparison: MainlineComparison
  private let repository: Repository
  private let start: Int
  private let nextChunk = Atomic<Int>(0)
  private let finished = Mutex<[Int: Result<[FileEvent], GitError>]>([:])

  init(_ comparison: MainlineComparison, in repository: Repository, from start: Int) {
    self.comparison = comparison
    self.repository = repository
    self.start = start
  }

  private static let chunkSize = 1024

  private var chunkCount: Int { (comparison.commits.count - start + Self.chunkSize - 1) / Self.chunkSize }

  /// Compares the whole line, and throws the first failure.
  func events(workers: Int) throws(GitError) -> [FileEvent] {
    let others = max(0, min(workers, chunkCount) - 1)
    let threads = (0..<others).compactMap { worker in Thread.start { self.run(worker + 1) } }
    run(0)
    for thread in threads { thread.join() }
    var events: [FileEvent] = []
    for (_, result) in finished.withLock({ $0.sorted { $0.key < $1.key } }) {
      try events.append(contentsOf: result.get())
    }
    return events
  }

  private func run(_ worker: Int) {
    let trees = Result { () throws(GitError) in try TreeReader(repository, worker: worker) }
    while true {
      let chunk = nextChunk.wrappingAdd(1, ordering: .relaxed).oldValue
      guard chunk < chunkCount else { return }
      let begin = start + chunk * Self.chunkSize
      let positions = begin..<min(comparison.commits.count, begin + Self.chunkSize)
      let result = Result { () throws(GitError) in try comparison.events(in: positions, trees.get()) }
      finished.withLock { $0[begin] = result }
    }
  }
}
