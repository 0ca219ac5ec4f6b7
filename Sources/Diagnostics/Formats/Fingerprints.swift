/// Names findings so that hosts recognise them in the next run, wherever the lines have gone by then.
///
/// Made of rule, subject and message; findings that share all three are numbered in their order.
struct Fingerprints {
  private var seen: [UInt64: Int] = [:]

  /// The finding's hash and its number among equal ones, from one.
  mutating func next(for diagnostic: Diagnostic) -> (hash: String, number: Int) {
    let hash = Fingerprints.hash([diagnostic.rule.code, diagnostic.subject, diagnostic.message])
    let number = seen[hash, default: 0] + 1
    seen[hash] = number
    return (Fingerprints.hexadecimal(hash), number)
  }

  /// A name that no other finding of the run has.
  mutating func unique(for diagnostic: Diagnostic) -> String {
    let (hash, number) = next(for: diagnostic)
    return number == 1 ? hash : Fingerprints.hexadecimal(Fingerprints.hash([hash, String(number)]))
  }

  /// Keeps no secret and withstands no attack: it only has to differ where texts differ.
  ///
  /// Source: FNV-1a, 64 bits; RFC 9923.
  private static func hash(_ parts: [String]) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for part in parts {
      for byte in part.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
      // No UTF-8 text has this byte, so that parts never run into each other.
      hash = (hash ^ 0xFF) &* 0x100_0000_01B3
    }
    return hash
  }

  private static func hexadecimal(_ hash: UInt64) -> String {
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
