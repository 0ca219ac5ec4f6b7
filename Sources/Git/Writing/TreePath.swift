/// The path of a file in a tree: bytes, relative to the top, without anything that could lead elsewhere.
package struct TreePath: Sendable, Hashable, Comparable, CustomStringConvertible {
  package let bytes: [UInt8]

  /// Throws for paths that git itself does not allow in a repository.
  package init(bytes: [UInt8]) throws(GitError) {
    self.bytes = bytes
    let operation = "write '\(String(decoding: bytes.prefix(200), as: UTF8.self))'"
    func refuse(_ reason: String) -> GitError { GitError(.notAllowed, operation, reason) }
    guard bytes.count < pathLimit else { throw refuse("its path is longer than \(pathLimit) bytes") }
    guard !bytes.contains(0) else { throw refuse("its path has a zero byte") }
    for name in bytes.split(separator: slash, omittingEmptySubsequences: false) {
      guard !name.isEmpty else { throw refuse("its path has an empty part") }
      guard !name.allSatisfy({ $0 == UInt8(ascii: ".") }) || name.count > 2 else {
        throw refuse("its path has a part '\(name.count == 1 ? "." : "..")'")
      }
      guard !GitDirectoryName.covers(name) else { throw refuse("its path leads into git's own directory") }
    }
  }

  package init(_ path: String) throws(GitError) { try self.init(bytes: Array(path.utf8)) }

  /// With U+FFFD where it is not UTF-8.
  package var description: String { String(decoding: bytes, as: UTF8.self) }

  package var names: [ArraySlice<UInt8>] { bytes.split(separator: slash) }

  package static func < (a: TreePath, b: TreePath) -> Bool { a.bytes.lexicographicallyPrecedes(b.bytes) }
}

/// Recognises names that some file system treats as `.git`.
enum GitDirectoryName {
  /// Ignores case, what Windows drops from the end of a name, and what macOS drops anywhere in it.
  static func covers(_ name: ArraySlice<UInt8>) -> Bool {
    let text = String(decoding: name, as: UTF8.self).unicodeScalars.filter { !ignored.contains($0.value) }
    // Anything but a letter ends a name there.
    let letters = text.prefix { $0 != "\u{FFFD}" }
    let visible = String(String.UnicodeScalarView(letters)).lowercased()
    let stream = visible.utf8.prefix { $0 != UInt8(ascii: ":") && $0 != UInt8(ascii: "\\") }
    var stem = stream[...]
    while let last = stem.last, last == UInt8(ascii: ".") || last == UInt8(ascii: " ") { stem = stem.dropLast() }
    return stem.elementsEqual(".git".utf8) || stem.elementsEqual("git~1".utf8)
  }

  /// Source: git's `utf8.c`, `next_hfs_char`.
  private static let ignored: Set<UInt32> = Set(0x200c...0x200f).union(0x202a...0x202e).union(0x206a...0x206f)
    .union([0xfeff])
}
