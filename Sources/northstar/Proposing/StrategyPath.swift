import StrategyModel

/// Where a file stands in a strategy, told from its path alone.
struct StrategyPath {
  /// The strategy's folder; empty for the top of the repository.
  let folder: String
  /// The path below it.
  let inside: String

  /// `nil` for what can be no file of a strategy.
  init?(_ path: String) {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard let name = parts.last, Kind.suffixes.contains(where: { name.hasSuffix($0) }) else { return nil }
    let place = parts.dropLast().lastIndex { Kind.folders.contains(String($0)) }
    guard let first = place ?? (name == Kind.settingsFile ? parts.count - 1 : nil) else { return nil }
    folder = parts[..<first].joined(separator: "/")
    inside = parts[first...].joined(separator: "/")
  }
}
