/// One path of a source.
package struct SourceFile: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    case regular
    /// Never followed.
    case symbolicLink
    /// Another repository inside this one; never entered.
    case submodule
    /// In the index with unresolved merge conflicts.
    case unmerged
    /// A pipe, socket or device.
    case other
  }

  /// Relative to the source's top, with U+FFFD where the name is not UTF-8.
  package let path: String
  package let kind: Kind
  /// The object that contains the text; `nil` when the text is a file on disk.
  package let id: ObjectID?
  private let rawPath: [UInt8]?

  init(path bytes: ArraySlice<UInt8>, kind: Kind, id: ObjectID? = nil) {
    if let path = String(validating: bytes, as: UTF8.self) {
      self.path = path
      rawPath = nil
    } else {
      path = String(decoding: bytes, as: UTF8.self)
      rawPath = Array(bytes)
    }
    self.kind = kind
    self.id = id
  }

  init(folder: [UInt8], name: ArraySlice<UInt8>, kind: Kind, id: ObjectID?) {
    var path: [UInt8] = []
    path.reserveCapacity(folder.count + 1 + name.count)
    path += folder
    if !folder.isEmpty { path.append(slash) }
    path += name
    self.init(path: path[...], kind: kind, id: id)
  }

  /// The path's bytes as git records them.
  package var pathBytes: [UInt8] { rawPath ?? Array(path.utf8) }

  /// Lends the path, as git records it, to a system call.
  func withCPath<Value>(_ body: (UnsafePointer<CChar>) -> Value) -> Value {
    guard let rawPath else { return unsafe path.withCString { unsafe body($0) } }
    return unsafe CStrings.with(rawPath, body)
  }
}

extension SourceFile {
  /// Throws when it has no text.
  func requireRegular() throws(GitError) {
    let operation = "read '\(path)'"
    switch kind {
    case .regular: return
    case .symbolicLink: throw GitError(.notAFile, operation, "it is a symbolic link")
    case .submodule: throw GitError(.notAFile, operation, "it is a repository of its own")
    case .other: throw GitError(.notAFile, operation, "it is not a regular file")
    case .unmerged:
      throw GitError(
        .unmerged, operation, "it has unresolved merge conflicts",
        advice: "Resolve them and run 'git add' on the file")
    }
  }
}
