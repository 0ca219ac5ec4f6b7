internal import FoundationEssentials

/// How far the clocks of a time zone are ahead of UTC, read from the system's own database (decision 33).
package struct Zone: Sendable {
  private let transitions: ZoneTransitions?
  private let fixed: Int

  package static let utc = Zone(offset: 0)

  /// One offset all the time, in seconds.
  package init(offset: Int) { (transitions, fixed) = (nil, offset) }

  /// A zone of the IANA database; `nil` where this machine's database does not have it.
  package init?(_ name: String) {
    let isName = name.utf8.allSatisfy { Zone.nameBytes.contains($0) } && !name.contains("..") && !name.hasPrefix("/")
    guard isName, let data = FileManager.default.contents(atPath: "/usr/share/zoneinfo/\(name)"),
      let read = ZoneTransitions([UInt8](data))
    else { return nil }
    (transitions, fixed) = (read, 0)
  }

  /// Seconds ahead of UTC at a moment, in seconds since 1970.
  package func offset(at moment: Int64) -> Int { transitions?.offset(at: moment) ?? fixed }
}

/// The moments at which a zone's offset changed, and the rule by which it goes on to change.
///
/// Source: RFC 9636, the second data block, which has numbers of 64 bits, and its footer.
private struct ZoneTransitions {
  private var moments: [Int64] = []
  /// The offset before the first moment, then that from each moment on.
  private var offsets: [Int] = []
  /// For the time after the last moment; `nil` where the offset stays.
  private var rule: ZoneRule?

  init?(_ bytes: [UInt8]) {
    guard let old = ZoneBlock(bytes, at: 0, wide: false), old.version >= UInt8(ascii: "2"),
      let block = ZoneBlock(bytes, at: old.end, wide: true)
    else { return nil }
    moments = (0..<block.transitions).map { bytes.signed(at: block.begin + 8 * $0, 8) }
    let types = block.begin + 8 * block.transitions
    let first = types + block.transitions
    let known = (0..<block.types).map { Int(bytes.signed(at: first + 6 * $0, 4)) }
    let used = (0..<block.transitions).map { Int(bytes[types + $0]) }
    guard let beginning = known.first, used.allSatisfy({ $0 < known.count }), moments == moments.sorted() else {
      return nil
    }
    offsets = [beginning] + used.map { known[$0] }
    let footer = bytes[block.end...].split(separator: UInt8(ascii: "\n")).first ?? []
    rule = ZoneRule(footer)
    guard footer.isEmpty || rule != nil else { return nil }
  }

  func offset(at moment: Int64) -> Int {
    var (low, high) = (0, moments.count)
    while low < high {
      let middle = (low + high) / 2
      if moments[middle] <= moment { low = middle + 1 } else { high = middle }
    }
    guard low == moments.count, let rule else { return offsets[low] }
    return rule.offset(at: moment)
  }
}

/// Where things lie in a data block of a zone's file.
private struct ZoneBlock {
  let version: UInt8
  let transitions: Int
  let types: Int
  /// Behind the header.
  let begin: Int
  let end: Int

  /// `nil` where the bytes do not hold such a block, or end too early.
  init?(_ bytes: [UInt8], at place: Int, wide: Bool) {
    guard bytes.count - place >= 44, bytes[place...].starts(with: "TZif".utf8) else { return nil }
    version = bytes[place + 4]
    let counts = (0..<6).map { Int(bytes.signed(at: place + 20 + 4 * $0, 4)) }
    guard counts.allSatisfy({ (0...65_536).contains($0) }) else { return nil }
    (transitions, types) = (counts[3], counts[4])
    begin = place + 44
    let size = wide ? 8 : 4
    end = begin + transitions * (size + 1) + types * 6 + counts[5] + counts[2] * (size + 4) + counts[1] + counts[0]
    guard end <= bytes.count else { return nil }
  }
}

extension Zone {
  fileprivate static let nameBytes = Set(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_+-/".utf8)
}

extension [UInt8] {
  /// A signed number of some bytes, the highest first.
  fileprivate func signed(at place: Int, _ count: Int) -> Int64 {
    var number = Int64(Int8(bitPattern: self[place]))
    for offset in 1..<count { number = number << 8 | Int64(self[place + offset]) }
    return number
  }
}
