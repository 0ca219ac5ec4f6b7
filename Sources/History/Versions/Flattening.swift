package import StrategyModel
import StrictYAML

extension FileMeaning {
  /// Reads the meaning of a text; a text with syntax faults, or without an id, is broken.
  ///
  /// - Parameters:
  ///   - path: below the strategy's folder.
  ///   - fields: the names of the top-level fields to read (default: all).
  package init(path: String, text: [UInt8], fields: Set<String>? = nil) {
    let document = Document(parsing: text)
    guard document.faults.isEmpty else {
      self = .broken(FileMeaning.reason(document, text))
      return
    }
    guard let root = document.root, document[root].kind == .mapping else {
      self = .broken("it is empty")
      return
    }
    let word = document.value(forKey: "kind", in: root).map { document.string(of: $0) }
    guard let kind = word.map({ Kind(rawValue: $0) }) ?? StrategyPath(inside: path, of: "").kind else {
      self = .broken("its kind is unknown")
      return
    }
    guard let id = FileMeaning.id(of: kind, document, root) else {
      self = .broken("it has no id")
      return
    }
    var flattening = Flattening(document)
    flattening.addTop(root, .record(kind.fields), only: fields)
    self = .entity(EntityVersion(key: EntityKey(kind, id), leaves: flattening.sorted))
  }

  private static func reason(_ document: Document, _ text: [UInt8]) -> String {
    if text.starts(with: "version https://git-lfs.github.com/".utf8) { return "it is a Git LFS pointer" }
    let isConflict = document.faults.contains { $0.kind == .conflict || $0.kind == .conflictMarker }
    return isConflict ? "it contains a merge conflict" : "it is not a readable YAML mapping"
  }

  private static func id(of kind: Kind, _ document: Document, _ root: NodeID) -> String? {
    func word(_ key: String) -> String? {
      document.value(forKey: key, in: root).map { document.string(of: $0) }.flatMap { $0.isEmpty ? nil : $0 }
    }
    guard kind == .okrs || kind == .checkins else { return word("id") }
    guard let cycle = word("cycle"), let team = word("team") else { return nil }
    return "\(cycle)/\(team)"
  }
}

/// Splits a document into its leaves, following the description of its fields.
private struct Flattening {
  private let document: Document
  private let naming: Naming
  private var leaves: [Leaf] = []

  init(_ document: Document) {
    self.document = document
    naming = Naming(document)
    leaves.reserveCapacity(document.nodes.count / 2)
  }

  var sorted: [Leaf] { leaves.sorted { $0.path < $1.path } }

  mutating func addTop(_ root: NodeID, _ shape: Shape, only wanted: Set<String>?) {
    for (key, value) in document.entries(of: root) {
      let name = document.string(of: key)
      guard name != "kind", wanted?.contains(name) ?? true else { continue }
      add(value, shape.field(name), naming.escaped(name))
    }
  }

  private mutating func add(_ node: NodeID, _ shape: Shape?, _ path: String) {
    let found = document[node]
    switch found.kind {
    case .scalar:
      guard let value = naming.value(of: node, shape) else { return }
      leaves.append(Leaf(path: path, value: value, range: found.range))
    case .mapping:
      for (key, value) in document.entries(of: node) {
        let name = document.string(of: key)
        add(value, shape?.field(name), "\(path).\(naming.escaped(name))")
      }
    case .sequence:
      addItems(of: node, shape, path)
    }
  }

  /// Items are identified by their keys; equal keys are numbered.
  private mutating func addItems(of node: NodeID, _ shape: Shape?, _ path: String) {
    var seen: [String: Int] = [:]
    for item in document.items(of: node) {
      let name = naming.name(of: item, in: shape, counting: &seen)
      add(item, shape?.item, "\(path)[\(name)]")
    }
  }
}

extension Kind {
  /// The description of the kind's fields, built once.
  package var fields: [FieldDescription] { Kind.fieldsOfKinds[self] ?? [] }

  private static let fieldsOfKinds = Dictionary(
    uniqueKeysWithValues: Kind.allCases.map { ($0, $0.description.fields) })
}
