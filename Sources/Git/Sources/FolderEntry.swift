/// One name in a folder, on disk or in a tree object.
struct FolderEntry {
  enum Kind: Hashable {
    /// With the tree object's id, when it comes from one.
    case folder(ObjectID?)
    case file(SourceFile.Kind, ObjectID?)
  }

  /// A slice of the whole listing's bytes, so that a name costs no memory of its own.
  let name: ArraySlice<UInt8>
  let kind: Kind

  var isFolder: Bool { if case .folder = kind { true } else { false } }

  /// Whether it comes before another entry in a tree: in the order of bytes, a folder as if its name ended in a slash.
  func precedes(_ other: FolderEntry) -> Bool {
    name.precedes(other.name, asFolders: (isFolder, other.isFolder))
  }

  /// The kind for the file type bits of a `mode`, which git took over from the operating system.
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

extension ArraySlice<UInt8> {
  /// Whether a name comes before another one in a tree: in the order of bytes, a folder's as if it ended in a slash.
  func precedes(_ other: ArraySlice<UInt8>, asFolders isFolder: (own: Bool, other: Bool)) -> Bool {
    let count = Swift.min(self.count, other.count)
    for place in 0..<count {
      let (a, b) = (self[startIndex + place], other[other.startIndex + place])
      if a != b { return a < b }
    }
    let own = self.count > count ? self[startIndex + count] : isFolder.own ? slash : 0
    let others = other.count > count ? other[other.startIndex + count] : isFolder.other ? slash : 0
    return own < others
  }
}

/// Lists the entries of folders.
protocol FolderReading {
  /// The entries in the order of their paths' bytes, a folder as if its name ended in a slash.
  ///
  /// `id` is the tree object's, if there is one. `nil` when another repository begins at this folder.
  func entries(ofFolder path: [UInt8], id: ObjectID?) throws(GitError) -> [FolderEntry]?
}

/// The longest path that an operating system opens; anything deeper is named and not entered.
let pathLimit = 4096

/// The most files read of one strategy, or of one commit's change: a few objects can represent millions.
let fileLimit = 200_000

/// The most strategies read of one repository.
let folderLimit = 1000

let slash = UInt8(ascii: "/")
