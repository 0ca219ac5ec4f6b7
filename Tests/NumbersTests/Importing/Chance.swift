/// Numbers that a seed decides: SplitMix64.
struct Chance: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: Int) { state = UInt64(truncatingIfNeeded: seed) &* 0x9E37_79B9_7F4A_7C15 }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ word >> 30) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ word >> 27) &* 0x94D0_49BB_1331_11EB
    return word ^ word >> 31
  }

  /// True about `percent` times in a hundred.
  mutating func happens(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &self) < percent }

  mutating func one<Element>(of list: [Element]) -> Element { list[Int.random(in: list.indices, using: &self)] }

  /// Some of the elements, in any order.
  mutating func some<Element>(of list: [Element]) -> [Element] {
    Array(list.shuffled(using: &self).prefix(Int.random(in: 0...list.count, using: &self)))
  }
}
