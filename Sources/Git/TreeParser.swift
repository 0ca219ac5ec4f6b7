/// Reads the bytes of a tree object: `mode SP name NUL id` over and over, in the order of the paths' bytes.
enum TreeParser {
  /// `nil` when the bytes are no tree.
  static func parse(_ bytes: [UInt8]) -> [FolderEntry]? {
    var entries: [FolderEntry] = []
    entries.reserveCapacity(bytes.count / 40)
    var place = 0
    while place < bytes.count {
      guard let entry = entry(in: bytes, at: &place) else { return nil }
      entries.append(entry)
    }
    return entries
  }

  /// The entry at a place, which moves behind it; `nil` when there is none or the bytes are no tree.
  static func entry(in bytes: [UInt8], at place: inout Int) -> FolderEntry? {
    guard let mode = mode(in: bytes, at: &place) else { return nil }
    let begin = place
    while place < bytes.count, bytes[place] != 0 { place += 1 }
    let end = place
    guard end > begin, bytes.count - end > ObjectID.byteCount else { return nil }
    place = end + 1 + ObjectID.byteCount
    return ObjectID(bytes: bytes[(end + 1)..<place]).map {
      FolderEntry(name: bytes[begin..<end], kind: FolderEntry.kind(mode: mode, id: $0))
    }
  }

  /// Octal digits and the space behind them.
  static func mode(in bytes: [UInt8], at place: inout Int) -> UInt32? {
    var mode: UInt32 = 0
    while place < bytes.count {
      let digit = bytes[place]
      place += 1
      if digit == UInt8(ascii: " ") { return mode }
      guard digit & ~7 == UInt8(ascii: "0"), mode < 1 << 20 else { return nil }
      mode = mode << 3 | UInt32(digit & 7)
    }
    return nil
  }
}
