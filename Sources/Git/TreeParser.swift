/// One line of a tree object.
struct TreeEntry {
  let name: ArraySlice<UInt8>
  let kind: Kind
  let id: ObjectID

  enum Kind { case folder, file(SourceFile.Kind) }
}

/// Reads the bytes of a tree object, whose entries stand in the order of their paths' bytes.
struct TreeParser: Sequence, IteratorProtocol {
  private var rest: ArraySlice<UInt8>
  /// Whether what follows is not a tree.
  private(set) var isDamaged = false

  init(_ bytes: [UInt8]) { rest = bytes[...] }

  mutating func next() -> TreeEntry? {
    guard !rest.isEmpty, !isDamaged else { return nil }
    guard let space = rest.firstIndex(of: UInt8(ascii: " ")), space - rest.startIndex <= 6,
      let end = rest[space...].firstIndex(of: 0), let mode = Self.octal(rest[..<space]),
      let id = ObjectID(bytes: rest[end...].dropFirst().prefix(ObjectID.byteCount))
    else {
      isDamaged = true
      return nil
    }
    let name = rest[(space + 1)..<end]
    rest = rest[end...].dropFirst(1 + ObjectID.byteCount)
    return TreeEntry(name: name, kind: Self.kind(mode), id: id)
  }

  static func kind(_ mode: UInt32) -> TreeEntry.Kind {
    switch mode & 0o170000 {
    case 0o040000: .folder
    case 0o100000: .file(.regular)
    case 0o120000: .file(.symbolicLink)
    case 0o160000: .file(.submodule)
    default: .file(.other)
    }
  }

  static func octal(_ digits: ArraySlice<UInt8>) -> UInt32? {
    digits.isEmpty ? nil : UInt32(String(decoding: digits, as: UTF8.self), radix: 8)
  }
}
