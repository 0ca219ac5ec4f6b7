/// The hash with which git names objects. It protects nothing here: it only has to agree with git's.
///
/// Source: RFC 3174.
struct SHA1 {
  private var h: (UInt32, UInt32, UInt32, UInt32, UInt32) = (
    0x6745_2301, 0xEFCD_AB89, 0x98BA_DCFE, 0x1032_5476, 0xC3D2_E1F0
  )

  static func digest(of message: [UInt8]) -> [UInt8] {
    var padded = message
    padded.append(0x80)
    padded.append(contentsOf: repeatElement(0, count: (119 - message.count % 64) % 64))
    let bits = UInt64(message.count) * 8
    for shift in stride(from: 56, through: 0, by: -8) { padded.append(UInt8(truncatingIfNeeded: bits &>> shift)) }
    var hash = SHA1()
    var schedule = [UInt32](repeating: 0, count: 80)
    for start in stride(from: 0, to: padded.count, by: 64) { hash.take(padded, at: start, &schedule) }
    return hash.bytes
  }

  private mutating func take(_ message: [UInt8], at start: Int, _ w: inout [UInt32]) {
    for i in 0..<16 {
      let at = start + i * 4
      w[i] =
        UInt32(message[at]) &<< 24 | UInt32(message[at + 1]) &<< 16 | UInt32(message[at + 2]) &<< 8
        | UInt32(message[at + 3])
    }
    for i in 16..<80 { w[i] = SHA1.rotate(w[i - 3] ^ w[i - 8] ^ w[i - 14] ^ w[i - 16], 1) }
    var (a, b, c, d, e) = h
    for i in 0..<80 {
      let (f, k) = SHA1.round(i, b, c, d)
      let next = SHA1.rotate(a, 5) &+ f &+ e &+ k &+ w[i]
      (e, d, c, b, a) = (d, c, SHA1.rotate(b, 30), a, next)
    }
    h = (h.0 &+ a, h.1 &+ b, h.2 &+ c, h.3 &+ d, h.4 &+ e)
  }

  private static func round(_ i: Int, _ b: UInt32, _ c: UInt32, _ d: UInt32) -> (f: UInt32, k: UInt32) {
    if i < 20 { return ((b & c) | (~b & d), 0x5A82_7999) }
    if i < 40 { return (b ^ c ^ d, 0x6ED9_EBA1) }
    if i < 60 { return ((b & c) | (b & d) | (c & d), 0x8F1B_BCDC) }
    return (b ^ c ^ d, 0xCA62_C1D6)
  }

  private static func rotate(_ value: UInt32, _ by: UInt32) -> UInt32 { value &<< by | value &>> (32 &- by) }

  private var bytes: [UInt8] {
    [h.0, h.1, h.2, h.3, h.4].flatMap { word in
      [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: word &>> UInt32($0)) }
    }
  }
}
