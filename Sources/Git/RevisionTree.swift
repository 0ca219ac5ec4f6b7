/// The files of a commit.
struct RevisionTree: SourceOrigin {
  private let commit: Commit
  private let repository: Repository

  init(_ commit: Commit, in repository: Repository) {
    self.commit = commit
    self.repository = repository
  }

  func holds(_ path: String) throws(GitError) -> Bool { try entry(at: path) != nil }

  func folders(holding name: String) throws(GitError) -> [String] {
    var found: [String] = []
    try walk(commit.tree, path: [], entering: { _ in true }) { path, _ in
      if path.split(separator: slash).last?.elementsEqual(name.utf8) == true {
        let folder = path.lastIndex(of: slash).map { path[..<$0] } ?? []
        found.append(String(decoding: folder, as: UTF8.self))
      }
    }
    return found
  }

  func files(_ selection: Selection) throws(GitError) -> [SourceFile] {
    guard let folder = try entry(at: selection.folder), case .folder = folder.kind else { return [] }
    let path = Array(selection.folder.utf8)
    var files: [SourceFile] = []
    for entry in try entries(folder.id) {
      let below = path + (path.isEmpty ? [] : [slash]) + entry.name
      switch entry.kind {
      case .file(let kind):
        if selection.topFiles.contains(where: { entry.name.elementsEqual($0.utf8) }) {
          files.append(SourceFile(path: below, kind: kind, id: entry.id))
        }
      case .folder:
        guard selection.folders.contains(where: { entry.name.elementsEqual($0.utf8) }) else { continue }
        try walk(entry.id, path: below, entering: selection.accepts(folderNamed:)) { path, entry in
          guard case .file(let kind) = entry.kind, selection.accepts(fileNamed: entry.name) else { return }
          files.append(SourceFile(path: path, kind: kind, id: entry.id))
        }
      }
    }
    return files
  }

  func reader(_ worker: Int) throws(GitError) -> any FileReader {
    BlobReader(objects: try ObjectReader(repository.objectDirectories, worker: worker))
  }

  private func entries(_ tree: ObjectID) throws(GitError) -> TreeParser {
    TreeParser(try repository.read(tree, as: .tree, for: "read tree \(tree.short)"))
  }

  private func entry(at path: String) throws(GitError) -> TreeEntry? {
    var found = TreeEntry(name: [], kind: .folder, id: commit.tree)
    for name in path.utf8.split(separator: slash) {
      guard case .folder = found.kind, let next = try entries(found.id).first(where: { $0.name.elementsEqual(name) })
      else { return nil }
      found = next
    }
    return found
  }

  private func walk(
    _ tree: ObjectID, path: [UInt8], entering: (ArraySlice<UInt8>) -> Bool, visit: ([UInt8], TreeEntry) -> Void
  ) throws(GitError) {
    for entry in try entries(tree) {
      let below = path + (path.isEmpty ? [] : [slash]) + entry.name
      guard case .folder = entry.kind else {
        visit(below, entry)
        continue
      }
      if entering(entry.name) { try walk(entry.id, path: below, entering: entering, visit: visit) }
    }
  }
}

/// Reads the objects of files.
struct BlobReader: FileReader {
  let objects: ObjectReader

  func read(_ file: SourceFile) throws(GitError) -> [UInt8] {
    try file.requireRegular()
    guard let id = file.id else { throw GitError(.notFound, "read '\(file.path)'", "it has no object") }
    return try objects.read(id, as: .blob, for: "read '\(file.path)'")
  }
}
