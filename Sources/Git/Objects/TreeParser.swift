/// Reads the bytes of a tree object: `mode SP name NUL id` over and over, in the order of the paths' bytes.
enum TreeParser {
  /// `nil` when the bytes are not a tree that git would write: for example, names out of order or repeated.
  static func parse(_ bytes: [UInt8]) -> [FolderEntry]? {
    var entries: [FolderEntry] = []
    entries.reserveCapacity(bytes.count / 40)
    var place = 0
    while place < bytes.count {
      guard let entry = entry(in: bytes, at: &place) else { return nil }
      if let last = entries.last, !last.precedes(entry) { return nil }
      entries.append(entry)
    }
    return hasTwins(entries) ? nil : entries
  }

  /// Whether a file and a folder have the same name; in git's order other names can come between the two.
  private static func hasTwins(_ entries: [FolderEntry]) -> Bool {
    let files = entries.filter { !$0.isFolder }
    return !files.isEmpty && entries.contains { $0.isFolder && holds(files, $0.name) }
  }

  /// - Parameter files: in the order of their names' bytes.
  private static func holds(_ files: [FolderEntry], _ name: ArraySlice<UInt8>) -> Bool {
    var (low, high) = (0, files.count)
    while low < high {
      let middle = low + (high - low) / 2
      if files[middle].name.lexicographicallyPrecedes(name) { low = middle + 1 } else { high = middle }
    }
    return low < files.count && files[low].name.elementsEqual(name)
  }

  /// The entry at a position, which advances past it; `nil` at the end or when the bytes are not a tree.
  static func entry(in bytes: [UInt8], at place: inout Int) -> FolderEntry? {
    guard let mode = mode(in: bytes, at: &place) else { return nil }
    let begin = place
    while place < bytes.count, bytes[place] != 0 {
      if bytes[place] == slash { return nil }
      place += 1
    }
    let end = place
    guard bytes.count - end > ObjectID.byteCount, isName(bytes[begin..<end]) else { return nil }
    place = end + 1 + ObjectID.byteCount
    return ObjectID(bytes: bytes[(end + 1)..<place]).map {
      FolderEntry(name: bytes[begin..<end], kind: FolderEntry.kind(mode: mode, id: $0))
    }
  }

  /// Whether git would write a name without slashes: one that leads nowhere else, on any disk.
  private static func isName(_ name: ArraySlice<UInt8>) -> Bool {
    guard let first = name.first else { return false }
    switch first {
    case UInt8(ascii: "."):
      guard name.count > 2 else { return name.count == 2 && name.last != first }
      return !GitDirectoryName.covers(name)
    // `git~1`, and names that begin with a letter that some disks ignore.
    case UInt8(ascii: "g"), UInt8(ascii: "G"):
      return !name.contains(UInt8(ascii: "~")) || !GitDirectoryName.covers(name)
    case 0xE2, 0xEF: return !GitDirectoryName.covers(name)
    default: return true
    }
  }

  /// Octal digits, at least one, and the space after them.
  static func mode(in bytes: [UInt8], at place: inout Int) -> UInt32? {
    var mode: UInt32 = 0
    let begin = place
    while place < bytes.count {
      let digit = bytes[place]
      place += 1
      if digit == UInt8(ascii: " ") { return place > begin + 1 ? mode : nil }
      guard digit & ~7 == UInt8(ascii: "0"), mode < 1 << 20 else { return nil }
      mode = mode << 3 | UInt32(digit & 7)
    }
    return nil
  }
}
