/// Reads eight bytes of a text at once, the first one lowest.
extension Span<UInt8> {
  /// Zero when fewer than eight bytes are left.
  ///
  /// The two comparisons let the compiler drop the eight bounds checks and load one word.
  @inline(__always)
  func word(at position: Int) -> UInt64 {
    guard position >= 0, position <= count &- 8 else { return 0 }
    return UInt64(self[position]) | UInt64(self[position &+ 1]) << 8 | UInt64(self[position &+ 2]) << 16
      | UInt64(self[position &+ 3]) << 24 | UInt64(self[position &+ 4]) << 32 | UInt64(self[position &+ 5]) << 40
      | UInt64(self[position &+ 6]) << 48 | UInt64(self[position &+ 7]) << 56
  }

  /// The position of the next line feed; the text must contain one.
  @inline(__always)
  func lineFeed(from start: Int) -> Int {
    var position = start
    while position <= count &- 8 {
      let found = word(at: position).bytes(equalTo: .lineFeed)
      if found != 0 { return position &+ found.firstByte }
      position &+= 8
    }
    while self[position] != .lineFeed { position &+= 1 }
    return position
  }

  /// The position of the next byte that is not a space; the text must contain one.
  @inline(__always)
  func skippingSpaces(from start: Int) -> Int {
    var position = start
    while self[position] == .space { position &+= 1 }
    return position
  }

  /// Like `skippingSpaces(from:)`, for the start of a line, where many spaces are likely.
  @inline(__always)
  func skippingIndentation(from start: Int) -> Int {
    var position = start
    while position <= count &- 8 {
      let others = word(at: position) ^ (UInt64.everyByte &* UInt64(UInt8.space))
      if others != 0 { return position &+ others.firstByte }
      position &+= 8
    }
    return skippingSpaces(from: position)
  }
}

extension UInt64 {
  @inline(__always)
  static var everyByte: UInt64 { 0x0101_0101_0101_0101 }

  /// The top bit of each byte that equals another one.
  ///
  /// Bytes above the first match may be marked wrongly; the first one never is.
  @inline(__always)
  func bytes(equalTo byte: UInt8) -> UInt64 {
    let difference = self ^ (Self.everyByte &* UInt64(byte))
    return (difference &- Self.everyByte) & ~difference & 0x8080_8080_8080_8080
  }

  /// The index of the lowest byte that is not zero.
  @inline(__always)
  var firstByte: Int { trailingZeroBitCount &>> 3 }
}
