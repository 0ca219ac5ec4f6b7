internal import CLibGit2

extension Source {
  /// Reads every file, passes its bytes to `body` on up to `workers` threads, and returns the results in the order of
  /// `files`.
  ///
  /// A file that cannot be read gives a failure of its own; the others are still read. Blocks until all are done.
  package func read<Output: Sendable>(
    _ files: [SourceFile], workers: Int,
    body: @escaping @Sendable (SourceFile, Result<[UInt8], GitError>) -> Output
  ) -> [Output] {
    northstar_grow_heaps_in_large_steps()
    let work = ReadingWork(origin: origin, files: files, body: body)
    let others = max(0, min(workers, work.chunkCount) - 1)
    // With fewer files, a page of 2 MB costs more to clear than it saves.
    let areMany = files.count >= 2_000
    let run: @Sendable (Int) -> Void = { worker in
      if areMany { northstar_prefer_large_pages() }
      work.run(worker)
    }
    let threads = (0..<others).compactMap { worker in Thread.start { run(worker + 1) } }
    run(0)
    for thread in threads { thread.join() }
    return work.results()
  }
}
