/// Random numbers that are the same in every run. Source: Steele et al. 2014, SplitMix64.
package struct Chance: RandomNumberGenerator {
  private var state: UInt64

  package init(_ seed: Int) { state = UInt64(truncatingIfNeeded: seed) &* 0x9E37_79B9_7F4A_7C15 }

  /// Streams of neighbouring numbers have nothing in common.
  package init(stream: Int) {
    let number = UInt64(truncatingIfNeeded: stream)
    state = (number ^ number << 32) &* 0xD6E8_FEB8_6659_FD93
  }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ word >> 30) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ word >> 27) &* 0x94D0_49BB_1331_11EB
    return word ^ word >> 31
  }

  /// True about `percent` times in a hundred.
  package mutating func happens(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &self) < percent }

  /// At least 0, and below a bound; 0 when there is no such number.
  package mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<max(bound, 1), using: &self) }

  package mutating func one<Element>(of list: [Element]) -> Element { list[Int.random(in: list.indices, using: &self)] }

  /// Some of the elements, in any order.
  package mutating func some<Element>(of list: [Element]) -> [Element] {
    Array(list.shuffled(using: &self).prefix(Int.random(in: 0...list.count, using: &self)))
  }
}
