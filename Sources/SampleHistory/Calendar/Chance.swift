/// Seeded chance: the same name gives the same draws on every machine.
struct Chance {
  private var state: UInt64

  /// Source: FNV-1a for the seed.
  init(_ name: String) {
    state = 0xCBF2_9CE4_8422_2325
    for byte in name.utf8 { state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
  }

  /// Source: S. Vigna, splitmix64.
  private mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z &>> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z &>> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z &>> 31)
  }

  /// From 0 up to, but not including, `bound`.
  mutating func below(_ bound: Int) -> Int { bound <= 1 ? 0 : Int(next() % UInt64(bound)) }

  /// From 0 to 1.
  mutating func unit() -> Double { Double(next() &>> 11) / 9_007_199_254_740_992 }

  /// Mean 0, nearly normal, within ±3 deviations of about 1.
  mutating func bell() -> Double { (unit() + unit() + unit() + unit() - 2) * 1.73 }
}
