/// What the next commit would hold.
struct IndexSnapshot: SourceOrigin {
  let repository: Repository
  private let entries: [IndexEntry]

  init(_ environment: GitEnvironment) throws(GitError) {
    repository = try Repository.open(in: environment)
    guard !repository.isBare else {
      throw GitError(
        .noWorkTree, "read the index", "'\(repository.gitDirectory)' is a bare repository",
        advice: "Name a revision, such as HEAD")
    }
    entries = try IndexEntry.all(of: IndexLocation(environment, gitDirectory: repository.gitDirectory))
  }

  func holds(_ path: String) throws(GitError) -> Bool {
    entries.contains { $0.path.elementsEqual(path.utf8) }
  }

  func folders(holding name: String) throws(GitError) -> [String] {
    entries.compactMap { entry -> String? in
      let parts = entry.path.split(separator: slash)
      guard let last = parts.last, last.elementsEqual(name.utf8), parts.allSatisfy(Selection.enters) else { return nil }
      return String(decoding: entry.path.dropLast(last.count).dropLast(), as: UTF8.self)
    }
  }

  func files(_ selection: Selection) throws(GitError) -> [SourceFile] {
    entries.filter { selection.accepts(path: $0.path, $0.kind) }
      .map { SourceFile(path: $0.path, kind: $0.kind, id: $0.id) }
  }

  func reader(_ worker: Int) throws(GitError) -> any FileReader { try BlobReader(repository, worker: worker) }

  func fetchMissing(among files: [SourceFile]) throws(GitError) -> Bool {
    try repository.fetchMissing(among: files.compactMap(\.id))
  }
}
