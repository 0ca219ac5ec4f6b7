/// Units as people write them.
package enum UnitName {
  /// A normal form, equal for two spellings of one unit: `%` and `percent`, `user` and `users`.
  package static func normal(_ unit: String) -> String {
    switch unit.lowercased() {
    case "%", "percent", "per cent", "pct": "percent"
    case "€", "eur", "euro", "euros": "eur"
    case "$", "usd", "dollar", "dollars": "usd"
    case let other: other.hasSuffix("s") ? String(other.dropLast()) : other
    }
  }
}
