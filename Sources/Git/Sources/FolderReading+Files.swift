extension FolderReading {
  /// The files that the selection accepts, in the order of their paths' bytes.
  func files(_ selection: Selection, inFolder id: ObjectID?) throws(GitError) -> [SourceFile] {
    let path = Array(selection.folder.utf8)
    var files: [SourceFile] = []
    var visited = 0
    for entry in try entries(ofFolder: path, id: id) ?? [] {
      switch entry.kind {
      case .file(let kind, let id):
        guard selection.accepts(topEntry: entry.name, kind) else { continue }
        files.append(SourceFile(folder: path, name: entry.name, kind: kind, id: id))
      case .folder(let id):
        guard selection.enters(topFolder: entry.name) else { continue }
        try walk(Folder(path: path, name: entry.name, id: id)) { (folder, name, kind, id) throws(GitError) in
          visited += 1
          guard visited <= fileLimit else { throw .tooMany("list '\(selection.folder)'", limit: fileLimit) }
          guard selection.accepts(name, kind) else { return }
          files.append(SourceFile(folder: folder, name: name, kind: kind, id: id))
        }
      }
    }
    return files
  }

  /// The folders, "" for the top, in which a file has this name; skips hidden folders.
  func folders(holding name: String, below id: ObjectID?) throws(GitError) -> [String] {
    var found: [String] = []
    // A tree without the file lacks it wherever the tree appears: a few objects can represent millions of folders.
    var without: Set<ObjectID> = []
    func search(_ folder: Folder) throws(GitError) -> Bool {
      guard folder.path.count < pathLimit, folder.id.map({ !without.contains($0) }) ?? true,
        let entries = try entries(ofFolder: folder.path, id: folder.id)
      else { return false }
      var holds = false
      for entry in entries {
        switch entry.kind {
        case .file where entry.name.elementsEqual(name.utf8):
          guard found.count < folderLimit else { throw .tooMany("find every '\(name)'", limit: folderLimit) }
          found.append(String(decoding: folder.path, as: UTF8.self))
          holds = true
        case .folder(let id) where Selection.enters(entry.name):
          if try search(Folder(path: folder.path, name: entry.name, id: id)) { holds = true }
        default: break
        }
      }
      if !holds, let id = folder.id { without.insert(id) }
      return holds
    }
    _ = try search(Folder(path: [], id: id))
    return found
  }

  /// Visits every file below a folder in the order of the paths' bytes; skips hidden folders.
  ///
  /// Not recursive: a folder may be nested to any depth.
  private func walk(
    _ top: Folder,
    visit: (_ folder: [UInt8], _ name: ArraySlice<UInt8>, _ kind: SourceFile.Kind, _ id: ObjectID?) throws(GitError)
      -> Void
  ) throws(GitError) {
    var open: [OpenFolder] = []
    var entered = 0
    func enter(_ folder: Folder) throws(GitError) {
      guard folder.path.count < pathLimit else { return try visit(folder.parent, folder.name, .other, folder.id) }
      guard let entries = try entries(ofFolder: folder.path, id: folder.id) else {
        return try visit(folder.parent, folder.name, .submodule, nil)
      }
      entered += 1
      guard entered <= fileLimit else {
        throw .tooMany("list '\(String(decoding: top.path, as: UTF8.self))'", limit: fileLimit)
      }
      open.append(OpenFolder(path: folder.path, entries: entries[...]))
    }
    try enter(top)
    while let last = open.indices.last {
      let path = open[last].path
      guard let entry = open[last].entries.popFirst() else {
        open.removeLast()
        continue
      }
      switch entry.kind {
      case .file(let kind, let id): try visit(path, entry.name, kind, id)
      case .folder(let id):
        guard Selection.enters(entry.name) else { continue }
        try enter(Folder(path: path, name: entry.name, id: id))
      }
    }
  }
}

/// A folder to enter.
private struct Folder {
  let parent: [UInt8]
  let name: ArraySlice<UInt8>
  let path: [UInt8]
  let id: ObjectID?

  init(path: [UInt8], id: ObjectID?) { (parent, name, self.path, self.id) = ([], [], path, id) }

  init(path: [UInt8], name: ArraySlice<UInt8>, id: ObjectID?) {
    (parent, self.name, self.id) = (path, name, id)
    self.path = path + (path.isEmpty ? [] : [slash]) + name
  }
}

/// A folder of which some entries have been visited.
private struct OpenFolder {
  let path: [UInt8]
  var entries: ArraySlice<FolderEntry>
}
