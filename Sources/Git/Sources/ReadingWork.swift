internal import Synchronization

/// Files to read, split among the workers in chunks that keep neighbours together.
final class ReadingWork<Output: Sendable>: Sendable {
  typealias Body = @Sendable (SourceFile, Result<[UInt8], GitError>) -> Output

  private let origin: any SourceOrigin
  private let files: [SourceFile]
  private let body: Body
  private let nextChunk = Atomic<Int>(0)
  private let finished = Mutex<[Int: [Output]]>([:])
  /// The result of fetching missing objects, which is tried once for all files.
  private let fetched = Mutex<Result<Bool, GitError>?>(nil)

  init(origin: any SourceOrigin, files: [SourceFile], body: @escaping Body) {
    self.origin = origin
    self.files = files
    self.body = body
  }

  private static var chunkSize: Int { 64 }

  var chunkCount: Int { (files.count + Self.chunkSize - 1) / Self.chunkSize }

  /// Works until no chunk is left; `worker` identifies the thread.
  func run(_ worker: Int) {
    let reader = Result { () throws(GitError) in try origin.reader(worker) }
    while let chunk = takeChunk() {
      var outputs: [Output] = []
      outputs.reserveCapacity(chunk.count)
      for position in chunk {
        let file = files[position]
        outputs.append(body(file, reader.flatMap { result(of: file, reader: $0) }))
      }
      finished.withLock { $0[chunk.lowerBound] = outputs }
    }
  }

  private func takeChunk() -> Range<Int>? {
    let chunk = nextChunk.wrappingAdd(1, ordering: .relaxed).oldValue
    guard chunk < chunkCount else { return nil }
    return chunk * Self.chunkSize..<min(files.count, (chunk + 1) * Self.chunkSize)
  }

  /// Reads a file, and tries again when what was missing could be fetched.
  func result(of file: SourceFile, reader: any FileReader) -> Result<[UInt8], GitError> {
    Result { () throws(GitError) in
      do throws(GitError) {
        return try reader.read(file)
      } catch {
        guard error.code == .missingObject, try fetchMissing() else { throw error }
        return try reader.read(file)
      }
    }
  }

  private func fetchMissing() throws(GitError) -> Bool {
    try fetched.withLock { known in
      let result = known ?? Result { () throws(GitError) in try origin.fetchMissing(among: files) }
      known = result
      return result
    }.get()
  }

  /// What `body` returned for the files, in their order. Call it when every worker has ended.
  func results() -> [Output] {
    finished.withLock { chunks in chunks.sorted { $0.key < $1.key }.flatMap(\.value) }
  }
}
