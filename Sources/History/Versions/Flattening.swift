import StrategyModel
import StrictYAML

extension FileMeaning {
  /// Reads the meaning of a text; a text with faults of syntax, or without an id, is broken.
  ///
  /// - Parameters:
  ///   - path: below the strategy's folder.
  ///   - fields: the names at the top that are asked for; all of them unless given.
  package init(path: String, text: [UInt8], fields: Set<String>? = nil) {
    let document = Document(parsing: text)
    guard document.faults.isEmpty else {
      self = .broken("it is no plain text of key and value")
      return
    }
    guard let root = document.root, document[root].kind == .mapping else {
      self = .broken("it is empty")
      return
    }
    let word = document.value(forKey: "kind", in: root).map { document.string(of: $0) }
    guard let kind = word.map({ Kind(rawValue: $0) }) ?? StrategyFile.kind(ofPath: path, in: "") else {
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

  private static func id(of kind: Kind, _ document: Document, _ root: NodeID) -> String? {
    func word(_ key: String) -> String? {
      document.value(forKey: key, in: root).map { document.string(of: $0) }.flatMap { $0.isEmpty ? nil : $0 }
    }
    guard kind == .okrs || kind == .checkins else { return word("id") }
    guard let cycle = word("cycle"), let team = word("team") else { return nil }
    return "\(cycle)/\(team)"
  }
}

/// Takes a document apart into its leaves, along the description of its fields.
private struct Flattening {
  private let document: Document
  private var leaves: [Leaf] = []

  init(_ document: Document) {
    self.document = document
    leaves.reserveCapacity(document.nodes.count / 2)
  }

  var sorted: [Leaf] { leaves.sorted { $0.path < $1.path } }

  mutating func addTop(_ root: NodeID, _ shape: Shape, only wanted: Set<String>?) {
    for (key, value) in document.entries(of: root) {
      let name = document.string(of: key)
      guard name != "kind", wanted?.contains(name) ?? true else { continue }
      add(value, shape.field(name), escaped(name))
    }
  }

  private mutating func add(_ node: NodeID, _ shape: Shape?, _ path: String) {
    let found = document[node]
    switch found.kind {
    case .scalar:
      // A field without a value says as much as no field.
      if found.style == .plain && found.range.isEmpty { return }
      leaves.append(Leaf(path: path, value: normal(document.string(of: node), shape), range: found.range))
    case .mapping:
      for (key, value) in document.entries(of: node) {
        let name = document.string(of: key)
        add(value, shape?.field(name), "\(path).\(escaped(name))")
      }
    case .sequence:
      addItems(of: node, shape, path)
    }
  }

  /// Items are told apart by their keys, equal ones by counting.
  private mutating func addItems(of node: NodeID, _ shape: Shape?, _ path: String) {
    var seen: [String: Int] = [:]
    for item in document.items(of: node) {
      let key = escaped(self.key(of: item, shape))
      let count = seen[key, default: 0] + 1
      seen[key] = count
      add(item, shape?.item, "\(path)[\(key)\(count > 1 ? "#\(count)" : "")]")
    }
  }

  private func key(of item: NodeID, _ list: Shape?) -> String {
    guard document[item].kind == .mapping else { return text(of: item) }
    if case .list(_, let key?)? = list, let value = document.value(forKey: key, in: item) { return text(of: value) }
    guard case .record(let fields)? = list?.item else { return text(of: item) }
    let parts = fields.filter { $0.isRequired && $0.shape.identifies }
      .compactMap { document.value(forKey: $0.name, in: item).map(text(of:)) }
    return parts.isEmpty ? text(of: item) : parts.joined(separator: " ")
  }

  /// All that a node says, on one line.
  private func text(of node: NodeID) -> String {
    switch document[node].kind {
    case .scalar: document.string(of: node)
    case .mapping:
      document.entries(of: node).map { "\(document.string(of: $0.key)): \(text(of: $0.value))" }.sorted()
        .joined(separator: ", ")
    case .sequence: document.items(of: node).map(text(of:)).joined(separator: ", ")
    }
  }

  /// Keeps paths unambiguous, whatever a key holds.
  private func escaped(_ key: String) -> String {
    guard key.utf8.contains(where: { "[]\\.#".utf8.contains($0) }) else { return key }
    return key.reduce(into: "") { text, character in
      if "[]\\.#".contains(character) { text += "\\" }
      text.append(character)
    }
  }

  /// One form for all ways to write a value.
  private func normal(_ text: String, _ shape: Shape?) -> String {
    switch shape {
    case .number, .integer:
      guard let number = Double(text), number.isFinite else { return text }
      return number == number.rounded() && abs(number) < 1e15 ? String(Int64(number)) : String(number)
    case .text:
      var text = text
      while text.utf8.last == UInt8(ascii: "\n") { text.unicodeScalars.removeLast() }
      return text
    default: return text
    }
  }
}

extension Shape {
  /// What identifies an item that has no key of its own: everything short that it must have.
  fileprivate var identifies: Bool {
    switch self {
    case .identifier, .reference, .entity, .local, .day: true
    default: false
    }
  }

  fileprivate var item: Shape? { if case .list(let item, _) = self { item } else { nil } }

  fileprivate func field(_ name: String) -> Shape? {
    switch self {
    case .record(let fields): fields.first { $0.name == name }?.shape
    case .dictionary(let value): value
    default: nil
    }
  }
}

extension Kind {
  /// The description of the kind's fields, put together once.
  fileprivate var fields: [FieldDescription] { Kind.fieldsOfKinds[self] ?? [] }

  private static let fieldsOfKinds = Dictionary(
    uniqueKeysWithValues: Kind.allCases.map { ($0, $0.description.fields) })
}
