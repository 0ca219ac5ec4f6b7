import StrategyModel
import StrictYAML

/// The content of a strategy file, independent of any text.
indirect enum Tree: Equatable, Sendable {
  case word(String)
  case list([Tree])
  case record([Entry])

  struct Entry: Equatable, Sendable {
    let name: String
    var value: Tree
  }

  /// One step of a path.
  enum Step: Hashable, Sendable {
    case field(String)
    case item(Int)
  }
}

extension Tree {
  init(yaml text: String) {
    let document = Document(parsing: Array(text.utf8))
    self = document.root.map { Tree(document, $0) } ?? .record([])
  }

  private init(_ document: Document, _ node: NodeID) {
    switch document[node].kind {
    case .scalar: self = .word(document.string(of: node))
    case .sequence: self = .list(document.items(of: node).map { Tree(document, $0) })
    case .mapping:
      self = .record(
        document.entries(of: node).map { Entry(name: document.string(of: $0.key), value: Tree(document, $0.value)) })
    }
  }

  subscript(name: String) -> Tree? {
    get { if case .record(let entries) = self { entries.first { $0.name == name }?.value } else { nil } }
    set {
      guard case .record(var entries) = self else { return }
      if let place = entries.firstIndex(where: { $0.name == name }) {
        if let newValue { entries[place].value = newValue } else { entries.remove(at: place) }
      } else if let newValue {
        entries.append(Entry(name: name, value: newValue))
      }
      self = .record(entries)
    }
  }

  subscript(path: ArraySlice<Step>) -> Tree? {
    get {
      switch path.first {
      case nil: self
      case .field(let name): self[name]?[path.dropFirst()]
      case .item(let place): place < items.count ? items[place][path.dropFirst()] : nil
      }
    }
    set {
      switch path.first {
      case nil: if let newValue { self = newValue }
      case .field(let name):
        guard path.count > 1 else { return self[name] = newValue }
        var inner = self[name]
        inner?[path.dropFirst()] = newValue
        self[name] = inner
      case .item(let place):
        var all = items
        guard path.count > 1 || newValue != nil else {
          if place < all.count { all.remove(at: place) }
          return self = .list(all)
        }
        guard place < all.count else { return self = .list(all + [newValue].compactMap(\.self)) }
        if path.count == 1, let newValue { all[place] = newValue } else { all[place][path.dropFirst()] = newValue }
        self = .list(all)
      }
    }
  }

  var word: String? { if case .word(let text) = self { text } else { nil } }
  var items: [Tree] { if case .list(let items) = self { items } else { [] } }
  var words: [String] { items.compactMap(\.word) }

  /// The word at the end of some names.
  func word(_ names: String...) -> String? { self[names.map(Step.field)[...]]?.word }
}

// As a text.
extension Tree {
  var yaml: String { lines.joined(separator: "\n") + "\n" }

  private var isEmpty: Bool {
    switch self {
    case .word: false
    case .list(let items): items.isEmpty
    case .record(let entries): entries.allSatisfy(\.value.isEmpty)
    }
  }

  private var lines: [String] {
    switch self {
    case .word(let text): [Tree.written(text)]
    case .list(let items):
      items.filter { !$0.isEmpty }.flatMap { item in
        item.lines.enumerated().map { ($0 == 0 ? "- " : "  ") + $1 }
      }
    case .record(let entries):
      entries.filter { !$0.value.isEmpty }.flatMap { entry in
        let lines = entry.value.lines
        if case .word = entry.value { return ["\(entry.name): \(lines[0])"] }
        return ["\(entry.name):"] + lines.map { "  " + $0 }
      }
    }
  }

  private static func written(_ text: String) -> String {
    let isPlain =
      text.first?.isLetter == true || text.first?.isNumber == true
      || text.first == "-" && text.dropFirst().first?.isNumber == true
    let isQuiet = text.utf8.allSatisfy { byte in
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 32)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        || "-_./".utf8.contains(byte)
    }
    if isPlain && isQuiet { return text }
    return "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}

// As what is said of each field.
extension Tree {
  /// The described fields of every kind, put together once.
  static let fields = Dictionary(
    uniqueKeysWithValues: Kind.allCases.map { kind in (kind, kind.description.fields.filter { $0.name != "kind" }) })

  /// One value, with the description of its field.
  struct Saying: Equatable {
    let value: String
    /// `nil` when the field has no description.
    let consequence: Consequence?
    /// The names on the path, without those of items.
    let names: [String]
    /// The path of the item around it; empty at the top.
    let item: String

    static func == (a: Saying, b: Saying) -> Bool { a.value == b.value }
  }

  /// Everything that a file says, by its path.
  func sayings(of kind: Kind) -> [String: Saying] {
    var said: [String: Saying] = [:]
    add(.record(Tree.fields[kind] ?? []), nil, "", [], "", to: &said)
    return said
  }

  private func add(
    _ shape: Shape?, _ consequence: Consequence?, _ path: String, _ names: [String], _ item: String,
    to said: inout [String: Saying]
  ) {
    switch self {
    case .word(let text): said[path] = Saying(value: text, consequence: consequence, names: names, item: item)
    case .record(let entries):
      for entry in entries where !(path.isEmpty && entry.name == "kind") {
        var (inner, meant) = (Shape?.none, consequence)
        if case .record(let fields)? = shape {
          let field = fields.first { $0.name == entry.name }
          (inner, meant) = (field?.shape, field?.consequence)
        } else if case .dictionary(let value)? = shape {
          inner = value
        }
        let place = path.isEmpty ? entry.name : "\(path).\(entry.name)"
        entry.value.add(inner, meant, place, names + [entry.name], item, to: &said)
      }
    case .list(let items):
      var inner: Shape?
      if case .list(let shape, _)? = shape { inner = shape }
      var seen: [String: Int] = [:]
      for entry in items {
        let name = entry.name(in: shape)
        seen[name, default: 0] += 1
        let place = "\(path)[\(name)\(seen[name] == 1 ? "" : "#\(seen[name] ?? 0)")]"
        entry.add(inner, consequence, place, names, place, to: &said)
      }
    }
  }

  /// What distinguishes an item from the others of its list: its key, or all of its short required values.
  func name(in list: Shape?) -> String {
    if let word { return word }
    guard case .list(.record(let fields), let key)? = list else { return yaml }
    if let key, let word = self[key]?.word { return word }
    let parts = fields.filter { $0.isRequired && $0.shape.isShort }.compactMap { self[$0.name]?.word }
    return parts.isEmpty ? yaml : parts.joined(separator: " ")
  }
}

extension Shape {
  fileprivate var isShort: Bool {
    switch self {
    case .identifier, .reference, .entity, .local, .day: true
    default: false
    }
  }
}
