/// One name in a folder, be it on disk or in a tree object.
struct FolderEntry {
  enum Kind {
    /// With the tree object's id, when it is one.
    case folder(ObjectID?)
    case file(SourceFile.Kind, ObjectID?)
  }

  /// A slice of the whole listing's bytes, so that a name costs no memory of its own.
  let name: ArraySlice<UInt8>
  let kind: Kind

  var isFolder: Bool { if case .folder = kind { true } else { false } }

  /// By the bits of the file type in a `mode`, which git took over from the operating system.
  static func kind(mode: UInt32, id: ObjectID?) -> Kind {
    switch mode & 0o170000 {
    case 0o040000: .folder(id)
    case 0o100000: .file(.regular, id)
    case 0o120000: .file(.symbolicLink, id)
    case 0o160000: .file(.submodule, id)
    default: .file(.other, id)
    }
  }
}

/// Something that can say what a folder holds.
protocol FolderReading {
  /// The entries in the order of their paths' bytes, a folder as if its name ended in a slash.
  ///
  /// `id` is the tree object's, where there is one. `nil` when another repository begins at this folder.
  func entries(ofFolder path: [UInt8], id: ObjectID?) throws(GitError) -> [FolderEntry]?
}

extension FolderReading {
  /// The files that the selection wants, in the order of their paths' bytes.
  func files(_ selection: Selection, inFolder id: ObjectID?) throws(GitError) -> [SourceFile] {
    let path = Array(selection.folder.utf8)
    var files: [SourceFile] = []
    for entry in try entries(ofFolder: path, id: id) ?? [] {
      let below = Self.path(path, entry.name)
      switch entry.kind {
      case .file(let kind, let id):
        if selection.accepts(topEntry: entry.name, kind) { files.append(SourceFile(path: below, kind: kind, id: id)) }
      case .folder(let id):
        guard selection.enters(topFolder: entry.name) else { continue }
        try walk(below, id, entering: { Selection.enters($0) }) { path, entry, kind, id in
          if selection.accepts(entry, kind) { files.append(SourceFile(path: path, kind: kind, id: id)) }
        }
      }
    }
    return files
  }

  /// The folders, "" for the top, in which a file has this name; hidden ones are passed over.
  func folders(holding name: String, below id: ObjectID?) throws(GitError) -> [String] {
    var found: [String] = []
    try walk([], id, entering: { Selection.enters($0) }) { path, entry, _, _ in
      guard entry.elementsEqual(name.utf8) else { return }
      found.append(String(decoding: path.dropLast(entry.count).dropLast(), as: UTF8.self))
    }
    return found
  }

  /// Visits every file below a folder in the order of the paths' bytes.
  ///
  /// Not recursive: a folder may be nested as deeply as its maker liked.
  private func walk(
    _ path: [UInt8], _ id: ObjectID?, entering: (ArraySlice<UInt8>) -> Bool,
    visit: (_ path: [UInt8], _ name: ArraySlice<UInt8>, _ kind: SourceFile.Kind, _ id: ObjectID?) -> Void
  ) throws(GitError) {
    var waiting: [(path: [UInt8], entry: FolderEntry)] = []
    func enter(_ path: [UInt8], _ id: ObjectID?, named name: ArraySlice<UInt8>) throws(GitError) {
      guard path.count < pathLimit else { return visit(path, name, .other, id) }
      guard let entries = try entries(ofFolder: path, id: id) else { return visit(path, name, .submodule, nil) }
      waiting.append(contentsOf: entries.reversed().map { (path, $0) })
    }
    try enter(path, id, named: [])
    while let (folder, entry) = waiting.popLast() {
      switch entry.kind {
      case .file(let kind, let id): visit(Self.path(folder, entry.name), entry.name, kind, id)
      case .folder(let id):
        if entering(entry.name) { try enter(Self.path(folder, entry.name), id, named: entry.name) }
      }
    }
  }

  private static func path(_ folder: [UInt8], _ name: ArraySlice<UInt8>) -> [UInt8] {
    var path: [UInt8] = []
    path.reserveCapacity(folder.count + 1 + name.count)
    path += folder
    if !folder.isEmpty { path.append(slash) }
    path += name
    return path
  }
}

/// The longest path that an operating system opens.
private let pathLimit = 4096

let slash = UInt8(ascii: "/")
