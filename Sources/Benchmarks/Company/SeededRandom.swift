/// The same numbers for the same seed, on every machine.
///
/// Source: SplitMix64 (Steele, Lea, Flood, "Fast splittable pseudorandom number generators").
struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// Numbers for one document, whatever is written before it.
  init(seed: UInt64, part: Int, of kind: UInt64) {
    self.init(seed: seed &+ kind &* 0xD134_2543_DE82_EF95 &+ UInt64(truncatingIfNeeded: part) &* 0x9E37_79B9_7F4A_7C15)
    _ = next()
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number from 0 up to, not including, a limit above 0.
  mutating func below(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &self) }

  /// One of a few words.
  mutating func pick(_ words: [String]) -> String { words[below(words.count)] }

  /// True once in this many times.
  mutating func once(in count: Int) -> Bool { below(count) == 0 }
}
