package import Git

/// Files and folders that a person named, relative to the current directory.
package final class PathSelection {
  private let wanted: [(typed: String, path: String)]
  private var matched: Set<String> = []

  package init(_ paths: [String], in source: Source) throws(StrategyError) {
    var wanted: [(String, String)] = []
    for path in paths { wanted.append((path, try PathSelection.resolve(path, in: source))) }
    self.wanted = wanted
  }

  /// Whether a path of the source was named, or everything was.
  package func contains(_ path: String) -> Bool {
    if wanted.isEmpty { return true }
    guard let match = wanted.first(where: { $0.path.isEmpty || path == $0.path || path.hasPrefix($0.path + "/") })
    else { return false }
    matched.insert(match.typed)
    return true
  }

  /// Throws for a name that nothing matched.
  package func requireMatches() throws(StrategyError) {
    guard let unmatched = wanted.first(where: { !matched.contains($0.typed) }) else { return }
    throw StrategyError(message: "'\(unmatched.typed)' is not a file or folder of the strategy")
  }

  /// Relative to the source's top, without `.` and `..`.
  private static func resolve(_ path: String, in source: Source) throws(StrategyError) -> String {
    var parts = source.prefix.split(separator: "/").map(String.init)
    var rest = Substring(path)
    if path.hasPrefix("/") {
      guard let top = source.directory, let below = Paths.relative(path, to: top) else {
        throw StrategyError(message: "'\(path)' is outside \(source.name)")
      }
      parts = []
      rest = below[...]
    }
    for part in rest.split(separator: "/") where part != "." {
      if part != ".." {
        parts.append(String(part))
      } else if parts.popLast() == nil {
        throw StrategyError(message: "'\(path)' is outside \(source.name)")
      }
    }
    return parts.joined(separator: "/")
  }
}
