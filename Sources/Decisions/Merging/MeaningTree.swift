import History
import StrategyModel
import StrictYAML

/// A value of a document that has content, split like the leaves of its entity.
struct MeaningTree {
  indirect enum Content {
    /// In a normalised form.
    case leaf(String)
    /// `isOpen`: users choose the names, and each entry is independent.
    case fields(Members, isOpen: Bool)
    case items(Members)
  }

  let document: Document
  let node: NodeID
  let content: Content

  /// The whole of a document; `nil` when it is not a mapping.
  init?(_ document: Document, kind: Kind) {
    guard let root = document.root, document[root].kind == .mapping else { return nil }
    self.init(document, root, .record(kind.fields), Naming(document), isTop: true)
  }

  /// `nil` for what is equal to no value: nothing, or a collection of such values.
  private init?(_ document: Document, _ node: NodeID, _ shape: Shape?, _ naming: Naming, isTop: Bool = false) {
    (self.document, self.node) = (document, node)
    switch document[node].kind {
    case .scalar:
      guard let value = naming.value(of: node, shape) else { return nil }
      content = .leaf(value)
    case .mapping:
      var members = Members()
      for (key, value) in document.entries(of: node) {
        let name = document.string(of: key)
        if isTop && name == "kind" { continue }
        let part = MeaningTree(document, value, shape?.field(name), naming)
        members.append(
          Member(
            name: naming.escaped(name), step: .key(name), part: part,
            isMissing: part == nil && document[value].kind == .scalar, day: nil))
      }
      guard members.saySomething else { return nil }
      content = .fields(members, isOpen: !(shape?.isRecord ?? true))
    case .sequence:
      var members = Members()
      var seen: [String: Int] = [:]
      for (index, item) in document.items(of: node).enumerated() {
        let name = naming.name(of: item, in: shape, counting: &seen)
        let part = MeaningTree(document, item, shape?.item, naming)
        let day = shape?.isDated == true ? document.value(forKey: "on", in: item).map(document.string(of:)) : nil
        members.append(Member(name: name, step: .index(index), part: part, isMissing: part == nil, day: day))
      }
      guard members.saySomething else { return nil }
      content = .items(members)
    }
  }

  /// Whether two parts mean the same.
  static func same(_ a: MeaningTree?, _ b: MeaningTree?) -> Bool {
    switch (a?.content, b?.content) {
    case (nil, nil): true
    case (.leaf(let a), .leaf(let b)): a.isExactly(b)
    case (.fields(let a, _), .fields(let b, _)), (.items(let a), .items(let b)): a.say(sameAs: b)
    default: false
    }
  }

  /// The leaves with their paths, below the path of this part.
  func leaves(below path: String) -> [String: String] {
    var leaves: [String: String] = [:]
    collect(path, into: &leaves)
    return leaves
  }

  private func collect(_ path: String, into leaves: inout [String: String]) {
    switch content {
    case .leaf(let value): leaves[path] = value
    case .fields(let members, _):
      for member in members.all {
        member.part?.collect(path.isEmpty ? member.name : "\(path).\(member.name)", into: &leaves)
      }
    case .items(let members):
      for member in members.all { member.part?.collect("\(path)[\(member.name)]", into: &leaves) }
    }
  }
}

/// A field of a mapping, or an item of a list.
struct Member {
  /// As in the paths of leaves.
  let name: String
  let step: PathStep
  /// `nil` when it has no content.
  let part: MeaningTree?
  /// Whether no value is written.
  let isMissing: Bool
  /// The day by which the items of the list are ordered; `nil` in a list without such an order.
  let day: String?
}

struct Members {
  /// In the order of the text.
  private(set) var all: [Member] = []
  private var places: [String: Int] = [:]

  mutating func append(_ member: Member) {
    places[member.name] = all.count
    all.append(member)
  }

  subscript(name: String) -> Member? { places[name].map { all[$0] } }

  var saySomething: Bool { all.contains { $0.part != nil } }

  func say(sameAs other: Members) -> Bool {
    all.allSatisfy { MeaningTree.same($0.part, other[$0.name]?.part) }
      && other.all.allSatisfy { $0.part == nil || self[$0.name]?.part != nil }
  }
}

extension Shape {
  fileprivate var isRecord: Bool { if case .record = self { true } else { false } }

  /// Whether the items of the list are like entries of a diary: each has a day, and none has a name.
  fileprivate var isDated: Bool {
    guard case .list(.record(let fields), key: nil) = self else { return false }
    return fields.contains { field in
      if case .day = field.shape { field.isRequired && field.name == "on" } else { false }
    }
  }
}
