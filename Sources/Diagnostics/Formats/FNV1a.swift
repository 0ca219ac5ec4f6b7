extension Sequence<UInt8> {
  /// A number that tells texts apart, the same on every machine and in every run.
  ///
  /// Not cryptographic: it keeps no secret and resists no attack. Source: FNV-1a, 64 bits; RFC 9923.
  package var fnv1a: UInt64 { reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 } }
}
