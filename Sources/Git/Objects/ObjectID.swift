/// The SHA-1 name of a git object.
package struct ObjectID: Sendable, Hashable {
  private let high: UInt64
  private let middle: UInt64
  private let low: UInt32

  package static let byteCount = 20

  /// `nil` unless there are exactly 20 bytes.
  package init?(bytes: some Sequence<UInt8>) {
    var words: (UInt64, UInt64, UInt32) = (0, 0, 0)
    var count = 0
    for byte in bytes {
      switch count {
      case 0..<8: words.0 = words.0 << 8 | UInt64(byte)
      case 8..<16: words.1 = words.1 << 8 | UInt64(byte)
      case 16..<20: words.2 = words.2 << 8 | UInt32(byte)
      default: return nil
      }
      count += 1
    }
    guard count == Self.byteCount else { return nil }
    (high, middle, low) = words
  }

  /// `nil` unless there are exactly 40 hexadecimal digits.
  package init?(hex: some Collection<UInt8>) {
    guard hex.count == 2 * Self.byteCount else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(Self.byteCount)
    var upper: UInt8?
    for digit in hex {
      guard let value = Self.value(ofDigit: digit) else { return nil }
      if let first = upper { bytes.append(first << 4 | value) }
      upper = upper == nil ? value : nil
    }
    self.init(bytes: bytes)
  }

  package init?(hex: String) { self.init(hex: hex.utf8) }

  package var bytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(Self.byteCount)
    unsafe withUnsafeBytes(of: high.bigEndian) { unsafe bytes.append(contentsOf: $0) }
    unsafe withUnsafeBytes(of: middle.bigEndian) { unsafe bytes.append(contentsOf: $0) }
    unsafe withUnsafeBytes(of: low.bigEndian) { unsafe bytes.append(contentsOf: $0) }
    return bytes
  }

  /// The id at a position in a file of git's, which must be long enough.
  init(_ bytes: [UInt8], at place: Int) {
    precondition(place >= 0 && place + Self.byteCount <= bytes.count, "git's file is long enough")
    (high, middle, low) = unsafe bytes.withUnsafeBytes { bytes in
      unsafe (
        UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)),
        UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: place + 8, as: UInt64.self)),
        UInt32(bigEndian: bytes.loadUnaligned(fromByteOffset: place + 16, as: UInt32.self))
      )
    }
  }

  var firstByte: UInt8 { UInt8(truncatingIfNeeded: high >> 56) }
  var lastByte: UInt8 { UInt8(truncatingIfNeeded: low) }

  /// The first seven digits, git's usual abbreviation; not promised to be unique.
  package var short: String { String(description.prefix(7)) }

  private static func value(ofDigit digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}

extension ObjectID: Comparable {
  /// Compares byte by byte.
  package static func < (a: ObjectID, b: ObjectID) -> Bool {
    (a.high, a.middle, a.low) < (b.high, b.middle, b.low)
  }
}

extension [UInt8] {
  func objectID(at place: Int) -> ObjectID { ObjectID(self, at: place) }
}

extension ObjectID: CustomStringConvertible {
  /// Forty hexadecimal digits.
  package var description: String {
    unsafe String(unsafeUninitializedCapacity: 2 * Self.byteCount) { text in
      func write(_ word: UInt64, _ count: Int, at place: Int) {
        var rest = word
        for position in (place..<place + count).reversed() {
          let digit = UInt8(truncatingIfNeeded: rest & 15)
          unsafe text[position] = digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") - 10 + digit
          rest &>>= 4
        }
      }
      write(high, 16, at: 0)
      write(middle, 16, at: 16)
      write(UInt64(low), 8, at: 32)
      return 2 * Self.byteCount
    }
  }
}
