/// Reads the bytes of an index file, versions 2 to 4.
///
/// Source: git's `Documentation/gitformat-index.txt`.
struct IndexFile {
  private let bytes: [UInt8]
  private var place = 0

  /// `nil` when git must be asked: for unknown versions, and where an extension changes what the entries mean (a split
  /// or a sparse index).
  static func parse(_ bytes: [UInt8]) throws(GitError) -> [IndexEntry]? {
    var file = IndexFile(bytes: bytes)
    guard bytes.starts(with: "DIRC".utf8), let version = file.number(at: 4) else { throw damaged }
    guard (2...4).contains(version) else { return nil }
    let entries = try file.entries(version)
    return try file.extensionsAreOptional() ? entries : nil
  }

  private static let damaged = GitError(
    .corrupt, "read the index", "its file is damaged", advice: "Run 'git reset' to rebuild it from HEAD")

  private mutating func entries(_ version: UInt32) throws(GitError) -> [IndexEntry] {
    guard let count = number(at: 8), Int(count) <= bytes.count / 62 else { throw Self.damaged }
    place = 12
    var entries: [IndexEntry] = []
    entries.reserveCapacity(Int(count))
    for _ in 0..<count {
      guard let entry = entry(version, after: entries.last?.path ?? []) else { throw Self.damaged }
      entries.append(entry)
    }
    return entries
  }

  private mutating func entry(_ version: UInt32, after previous: ArraySlice<UInt8>) -> IndexEntry? {
    let begin = place
    guard bytes.count - begin > 64, let mode = number(at: begin + 24) else { return nil }
    let flags = UInt16(bytes[begin + 60]) << 8 | UInt16(bytes[begin + 61])
    let isExtended = flags & 0x4000 != 0
    let extended = isExtended ? UInt16(bytes[begin + 62]) << 8 | UInt16(bytes[begin + 63]) : 0
    place = begin + (isExtended ? 64 : 62)
    guard let path = version < 4 ? wholePath(from: begin) : shortenedPath(after: previous) else { return nil }
    return IndexEntry(
      path: path, mode: mode, id: ObjectID(bytes: bytes[(begin + 40)..<(begin + 60)]), stage: UInt8(flags >> 12 & 3),
      isSkipped: extended & 0x4000 != 0, isIntended: extended & 0x2000 != 0)
  }

  /// The path, followed by zeros that fill the entry up to a multiple of eight bytes.
  private mutating func wholePath(from begin: Int) -> ArraySlice<UInt8>? {
    guard let path = textUpToZero() else { return nil }
    place = begin + (place - begin + 7) / 8 * 8
    return path
  }

  /// A count of bytes to remove from the end of the previous path, and what to append.
  private mutating func shortenedPath(after previous: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard let removed = variableNumber(), removed <= previous.count, let added = textUpToZero() else { return nil }
    return previous.dropLast(removed) + added
  }

  private mutating func textUpToZero() -> ArraySlice<UInt8>? {
    guard place < bytes.count, let end = bytes[place...].firstIndex(of: 0) else { return nil }
    defer { place = end + 1 }
    return bytes[place..<end]
  }

  /// Seven bits a byte, with the highest bit set when more follow; each further byte adds one.
  private mutating func variableNumber() -> Int? {
    var value = 0
    while place < bytes.count, value < 1 << 32 {
      let byte = bytes[place]
      place += 1
      value = value << 7 | Int(byte & 0x7f)
      if byte & 0x80 == 0 { return value }
      value += 1
    }
    return nil
  }

  private func number(at place: Int) -> UInt32? {
    guard place + 4 <= bytes.count else { return nil }
    return bytes[place..<(place + 4)].reduce(0) { $0 << 8 | UInt32($1) }
  }

  /// Whether everything that follows, up to the checksum at the end, may be skipped: that is, whether each extension's
  /// name begins with a capital.
  private func extensionsAreOptional() throws(GitError) -> Bool {
    let end = bytes.count - ObjectID.byteCount
    var place = place
    while place < end {
      guard let size = number(at: place + 4) else { throw Self.damaged }
      guard (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(bytes[place]) else { return false }
      place += 8 + Int(size)
    }
    guard place == end else { throw Self.damaged }
    return true
  }
}
