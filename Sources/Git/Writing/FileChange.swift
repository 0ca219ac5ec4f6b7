/// What a tree records about a file besides its text.
package enum FileMode: UInt32, Sendable, Hashable {
  case regular = 0o100644
  case executable = 0o100755
  case symbolicLink = 0o120000
  case submodule = 0o160000

  /// Reads the modes that old versions of git wrote as git's index does; `nil` for a folder.
  init?(recorded mode: UInt32) {
    switch mode & 0o170000 {
    case 0o100000: self = mode & 0o100 != 0 ? .executable : .regular
    case 0o120000: self = .symbolicLink
    case 0o160000: self = .submodule
    default: return nil
    }
  }

  var isRegular: Bool { self == .regular || self == .executable }
}

/// What happens to one file.
package enum FileChange: Sendable, Hashable {
  /// New text; without a mode, an existing file keeps its own.
  case text([UInt8], mode: FileMode? = nil)
  /// An object of the repository.
  case object(ObjectID, FileMode)
  case removal
}
