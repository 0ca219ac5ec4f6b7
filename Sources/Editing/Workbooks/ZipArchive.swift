import Git

/// The members of a ZIP archive, unpacked one at a time.
///
/// Source: PKWARE's APPNOTE.TXT, 4.3. Archives above 4 GB and those in several volumes are not read.
struct ZipArchive {
  private struct Member {
    let flags: Int
    let method: Int
    let checksum: UInt32
    let packed: Int
    let size: Int
    let header: Int
  }

  private let bytes: [UInt8]
  private var members: [String: Member] = [:]

  /// The largest member that is unpacked.
  static let largest = 64 << 20
  private static let mostMembers = 10_000

  init(_ bytes: [UInt8]) throws(WorkbookFault) {
    self.bytes = bytes
    guard let end = ZipArchive.end(bytes), let count = bytes.short(end + 10), count <= ZipArchive.mostMembers,
      var place = bytes.long(end + 16)
    else { throw .damaged(part: nil) }
    for _ in 0..<count {
      guard bytes.long(place) == 0x0201_4B50, let flags = bytes.short(place + 8), let method = bytes.short(place + 10),
        let checksum = bytes.long(place + 16), let packed = bytes.long(place + 20), let size = bytes.long(place + 24),
        let name = bytes.short(place + 28), let extra = bytes.short(place + 30), let comment = bytes.short(place + 32),
        let header = bytes.long(place + 42), let path = bytes.slice(place + 46, name)
      else { throw .damaged(part: nil) }
      members[String(decoding: path, as: UTF8.self)] = Member(
        flags: flags, method: method, checksum: UInt32(truncatingIfNeeded: checksum), packed: packed, size: size,
        header: header)
      place += 46 + name + extra + comment
    }
  }

  var paths: some Collection<String> { members.keys }

  /// The content of a member; `nil` if there is no such member.
  func content(of path: String) throws(WorkbookFault) -> [UInt8]? {
    guard let member = members[path] else { return nil }
    guard member.flags & 1 == 0, member.method == 0 || member.method == 8 else { throw .unknownPacking(part: path) }
    guard member.size <= ZipArchive.largest else { throw .tooLarge(part: path) }
    guard bytes.long(member.header) == 0x0403_4B50, let name = bytes.short(member.header + 26),
      let extra = bytes.short(member.header + 28),
      let packed = bytes.slice(member.header + 30 + name + extra, member.packed),
      let content = unpacked(
        packed, isDeflated: member.method == 8, size: member.size, checksum: member.checksum)
    else { throw .damaged(part: path) }
    return content
  }

  /// The record at the end, which a comment of at most 64 KB may follow.
  private static func end(_ bytes: [UInt8]) -> Int? {
    let last = bytes.count - 22
    guard last >= 0 else { return nil }
    return (max(0, last - 0xFFFF)...last).last { bytes.long($0) == 0x0605_4B50 }
  }
}

extension [UInt8] {
  fileprivate func short(_ place: Int) -> Int? {
    guard place >= 0, place + 2 <= count else { return nil }
    return Int(self[place]) | Int(self[place + 1]) << 8
  }

  fileprivate func long(_ place: Int) -> Int? {
    guard let low = short(place), let high = short(place + 2) else { return nil }
    return low | high << 16
  }

  fileprivate func slice(_ place: Int, _ length: Int) -> ArraySlice<UInt8>? {
    guard place >= 0, place <= count, length <= count - place else { return nil }
    return self[place..<(place + length)]
  }
}
