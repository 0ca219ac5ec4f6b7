import StrategyModel

/// The name of an entity in a Backstage catalog: at most 63 letters, digits and single marks between them.
///
/// Identifiers fit, unless they are too long; then a checksum keeps names apart that begin alike.
struct CatalogName {
  let text: String

  init(_ id: String) {
    text = Identifier.isValid(id) && id.utf8.count <= 63 ? id : CatalogName.shortened(id)
  }

  private static func shortened(_ id: String) -> String {
    let words = (Identifier.corrected(id) ?? "id").prefix(46).split(separator: "-").joined(separator: "-")
    return "\(words)-\(checksum(id))"
  }

  /// FNV-1a in hexadecimal: the same on every machine and in every run.
  private static func checksum(_ id: String) -> String {
    let sum = id.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    return String(sum, radix: 16)
  }
}
