import Diagnostics
import StrategyModel

/// The name of an entity in a Backstage catalog: at most 63 letters, digits and single marks between them.
///
/// Identifiers fit, unless they are too long; then a checksum distinguishes names that begin alike.
struct CatalogName {
  let text: String

  init(_ id: String) {
    text = Identifier.isValid(id) && id.utf8.count <= 63 ? id : CatalogName.shortened(id)
  }

  private static func shortened(_ id: String) -> String {
    let words = (Identifier.corrected(id) ?? "id").prefix(46).split(separator: "-").joined(separator: "-")
    return "\(words)-\(String(id.utf8.fnv1a, radix: 16))"
  }
}
