/// Names findings so that hosts recognise them in the next run, even when lines have moved.
///
/// Built from rule, subject and message; findings that share all three are numbered in their order.
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

  /// Each part is followed by a byte that no UTF-8 text contains, so that parts never run into each other.
  private static func hash(_ parts: [String]) -> UInt64 {
    parts.lazy.flatMap { Array($0.utf8) + [0xFF] }.fnv1a
  }

  private static func hexadecimal(_ hash: UInt64) -> String {
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
