/// The files of a commit.
struct RevisionTree: SourceOrigin {
  private let commit: Commit
  private let repository: Repository

  init(_ commit: Commit, in repository: Repository) {
    self.commit = commit
    self.repository = repository
  }

  func holds(_ path: String) throws(GitError) -> Bool { try kind(at: path) != nil }

  func folders(holding name: String) throws(GitError) -> [String] {
    try folders(holding: name, below: commit.tree)
  }

  func files(_ selection: Selection) throws(GitError) -> [SourceFile] {
    guard case .folder(let id) = try kind(at: selection.folder) else { return [] }
    return try files(selection, inFolder: id)
  }

  func reader(_ worker: Int) throws(GitError) -> any FileReader { try BlobReader(repository, worker: worker) }

  func fetchMissing(among files: [SourceFile]) throws(GitError) -> Bool {
    try repository.fetchMissing(among: files.compactMap(\.id))
  }

  private func kind(at path: String) throws(GitError) -> FolderEntry.Kind? {
    var folder: [UInt8] = []
    var kind = FolderEntry.Kind.folder(commit.tree)
    for name in path.utf8.split(separator: slash) {
      guard case .folder(let id) = kind,
        let entry = try entries(ofFolder: folder, id: id)?.first(where: { $0.name.elementsEqual(name) })
      else { return nil }
      kind = entry.kind
      folder += Array(name) + [slash]
    }
    return kind
  }
}

extension RevisionTree: FolderReading {
  func entries(ofFolder path: [UInt8], id: ObjectID?) throws(GitError) -> [FolderEntry]? {
    guard let id else { return [] }
    let operation = "list '\(String(decoding: path, as: UTF8.self))'"
    guard let entries = TreeParser.parse(try repository.read(id, as: .tree, for: operation)) else {
      throw GitError(.corrupt, operation, "tree \(id) is damaged").naming(id)
    }
    return entries
  }
}

/// Reads the objects of files, on one thread.
struct BlobReader: FileReader {
  private let objects: ObjectReader

  init(_ repository: Repository, worker: Int) throws(GitError) {
    objects = try ObjectReader(repository.objectDirectories, worker: worker)
  }

  func read(_ file: SourceFile) throws(GitError) -> [UInt8] {
    try file.requireRegular()
    guard let id = file.id else { throw GitError(.notFound, "read '\(file.path)'", "it has no object") }
    return try objects.read(id, as: .blob, for: "read '\(file.path)'")
  }
}
