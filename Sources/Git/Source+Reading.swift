internal import Glibc
internal import Synchronization

extension Source {
  /// Reads every file, hands its bytes to `body` on up to `workers` threads, and returns what it makes of
  /// them in the order of `files`.
  ///
  /// A file that cannot be read is a failure of its own; the rest goes on. Blocks until all is done.
  package func read<Output: Sendable>(
    _ files: [SourceFile], workers: Int,
    body: @escaping @Sendable (SourceFile, Result<[UInt8], GitError>) -> Output
  ) -> [Output] {
    let work = ReadingWork(origin: origin, files: files, body: body)
    let others = max(0, min(workers, work.chunkCount) - 1)
    let threads = (0..<others).compactMap { worker in Thread.start { work.run(worker + 1) } }
    work.run(0)
    for thread in threads { thread.join() }
    return work.results()
  }
}

/// Files to read, taken by the workers in chunks that keep neighbours together.
private final class ReadingWork<Output: Sendable>: Sendable {
  private let origin: any SourceOrigin
  private let files: [SourceFile]
  private let body: @Sendable (SourceFile, Result<[UInt8], GitError>) -> Output
  private let nextChunk = Atomic<Int>(0)
  private let finished = Mutex<[Int: [Output]]>([:])
  private static var chunkSize: Int { 64 }

  init(
    origin: any SourceOrigin, files: [SourceFile],
    body: @escaping @Sendable (SourceFile, Result<[UInt8], GitError>) -> Output
  ) {
    self.origin = origin
    self.files = files
    self.body = body
  }

  var chunkCount: Int { (files.count + Self.chunkSize - 1) / Self.chunkSize }

  func run(_ worker: Int) {
    let reader = Result { () throws(GitError) in try origin.reader(worker) }
    while let chunk = takeChunk() {
      let outputs = files[chunk].map { file in
        body(file, reader.flatMap { reader in Result { () throws(GitError) in try reader.read(file) } })
      }
      finished.withLock { $0[chunk.lowerBound] = outputs }
    }
  }

  private func takeChunk() -> Range<Int>? {
    let chunk = nextChunk.wrappingAdd(1, ordering: .relaxed).oldValue
    guard chunk < chunkCount else { return nil }
    return chunk * Self.chunkSize..<min(files.count, (chunk + 1) * Self.chunkSize)
  }

  func results() -> [Output] {
    finished.withLock { chunks in chunks.sorted { $0.key < $1.key }.flatMap(\.value) }
  }
}
