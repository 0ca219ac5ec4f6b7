/// A file's place in a strategy, derived from its path alone. Names compare byte by byte, as in git.
///
/// `stratégie/okrs/2026-q1/growth.yaml` is in the folder `stratégie`; inside that, it is `okrs/2026-q1/growth.yaml`.
package struct StrategyPath: Sendable {
  /// The strategy's folder; empty for the top of the repository.
  package let folder: String
  /// Below the strategy's folder.
  package let inside: String

  /// Takes a path from the repository's top; `nil` when it is not in the folder.
  package init?(_ path: String, in folder: String) {
    let (bytes, above) = (path.utf8, folder.utf8)
    let below = above.isEmpty ? bytes[...] : bytes.dropFirst(above.count + 1)
    guard !below.isEmpty else { return nil }
    if !above.isEmpty {
      guard bytes.starts(with: above), bytes.dropFirst(above.count).first == UInt8(ascii: "/") else { return nil }
    }
    self.folder = folder
    inside = String(Substring(below))
  }

  /// - Parameter inside: below the strategy's folder.
  package init(inside: String, of folder: String) {
    (self.folder, self.inside) = (folder, inside)
  }

  /// From the repository's top.
  package var full: String { folder.isEmpty ? inside : "\(folder)/\(inside)" }

  /// The kind of entity in the file, as its folder tells; `nil` when the folder is not a kind's.
  package var kind: Kind? {
    guard let slash = inside.utf8.firstIndex(of: UInt8(ascii: "/")) else {
      return inside.utf8.elementsEqual(Kind.settingsFile.utf8) ? .strategy : nil
    }
    return Kind(folder: inside[..<slash])
  }

  /// Whether a name in it begins with a dot: such names belong to tools.
  package var isHidden: Bool { parts.contains { $0.first == UInt8(ascii: ".") } }

  /// Whether the strategy reads the file as one that describes an entity.
  package var isDescription: Bool { kind != nil && !isHidden && hasSuffix(of: Kind.suffixes) }

  /// Whether the strategy reads the file as readings.
  package var isSheet: Bool {
    parts.count > 1 && parts[0].elementsEqual(ReadingsFile.folder.utf8) && !isHidden
      && hasSuffix(of: [ReadingsFile.suffix])
  }

  private var parts: [Substring.UTF8View] {
    inside.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).map { Substring($0).utf8 }
  }

  private func hasSuffix(of suffixes: [String]) -> Bool {
    suffixes.contains { inside.utf8.suffix($0.utf8.count).elementsEqual($0.utf8) }
  }
}

extension StrategyPath {
  /// The places that a file could have, the highest folder first: `metrics/teams/x.yaml` is a metric of the strategy at
  /// the top, or a team of a strategy in `metrics`. Only the settings files tell which it is.
  package static func candidates(_ path: String) -> [StrategyPath] {
    let bytes = path.utf8
    let slashes = bytes.indices.filter { bytes[$0] == UInt8(ascii: "/") }
    return ([""] + slashes.map { String(path[..<$0]) }).compactMap { StrategyPath(path, in: $0) }
      .filter { $0.isDescription || $0.isSheet }
  }
}
