/// One name in a folder, be it on disk or in a tree object.
struct FolderEntry {
  enum Kind: Hashable {
    /// With the tree object's id, when it is one.
    case folder(ObjectID?)
    case file(SourceFile.Kind, ObjectID?)
  }

  /// A slice of the whole listing's bytes, so that a name costs no memory of its own.
  let name: ArraySlice<UInt8>
  let kind: Kind

  var isFolder: Bool { if case .folder = kind { true } else { false } }

  /// Whether it stands before another one in a tree: by bytes, a folder as if its name ended in a slash.
  func precedes(_ other: FolderEntry) -> Bool {
    name.precedes(other.name, asFolders: (isFolder, other.isFolder))
  }

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

extension ArraySlice<UInt8> {
  /// Whether a name stands before another one in a tree: by bytes, a folder's as if it ended in a slash.
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

/// Something that can say what a folder holds.
protocol FolderReading {
  /// The entries in the order of their paths' bytes, a folder as if its name ended in a slash.
  ///
  /// `id` is the tree object's, where there is one. `nil` when another repository begins at this folder.
  func entries(ofFolder path: [UInt8], id: ObjectID?) throws(GitError) -> [FolderEntry]?
}

/// The longest path that an operating system opens; what lies deeper is named and not entered.
let pathLimit = 4096

/// The most files of one strategy, or of one commit's change, that are looked at: a few objects can stand for millions.
let fileLimit = 200_000

/// The most strategies of one repository that are looked for.
let folderLimit = 1000

let slash = UInt8(ascii: "/")
