import TestSupport

/// The content of a file, regardless of how it is written.
enum Content {
  case text(String)
  /// The spellings mean the same.
  case number([String])
  case list([Content])
  case entries([Entry])

  struct Entry {
    let key: String
    let value: Content
  }

  static func map(_ fields: [(key: String, value: Content)]) -> Content {
    .entries(fields.map { Entry(key: $0.key, value: $0.value) })
  }
}

/// Writes the same content in one of many ways: order, quotes, comments, empty lines, block or flow.
struct Writing {
  var chance: Chance

  init(_ seed: Int) { chance = Chance(seed) }

  mutating func text(_ kind: String, _ fields: [(key: String, value: Content)]) -> [UInt8] {
    let entries = ([("kind", .text(kind))] + fields).map { Content.Entry(key: $0.key, value: $0.value) }
    var lines = map(entries, indent: "")
    if chance.happens(30) { lines.insert("# as agreed on Monday", at: 0) }
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  private mutating func map(_ entries: [Content.Entry], indent: String) -> [String] {
    var lines: [String] = []
    for entry in entries.shuffled(using: &chance) {
      let key = entry.key
      if chance.happens(10) { lines.append("\(indent)# about \(key)") }
      if chance.happens(10) { lines.append("") }
      switch entry.value {
      case .list(let items): lines += list(items, key, indent)
      case .entries(let inner): lines += ["\(indent)\(key):"] + map(inner, indent: indent + "  ")
      default: lines.append("\(indent)\(key): \(scalar(entry.value))\(chance.happens(10) ? "  # sic" : "")")
      }
    }
    return lines
  }

  private mutating func list(_ items: [Content], _ key: String, _ indent: String) -> [String] {
    let shuffled = items.shuffled(using: &chance)
    if items.isEmpty { return chance.happens(50) ? [] : ["\(indent)\(key): []"] }
    if case .entries = items[0] {
      return ["\(indent)\(key):"]
        + shuffled.flatMap { item -> [String] in
          guard case .entries(let fields) = item else { return [] }
          return ["\(indent)  -"] + map(fields, indent: indent + "    ")
        }
    }
    if chance.happens(50) { return ["\(indent)\(key): [\(shuffled.map { scalar($0) }.joined(separator: ", "))]"] }
    return ["\(indent)\(key):"] + shuffled.map { "\(indent)  - \(scalar($0))" }
  }

  private mutating func scalar(_ value: Content) -> String {
    guard case .text(let text) = value else {
      if case .number(let spellings) = value { return chance.one(of: spellings) }
      return ""
    }
    let isPlain = text.utf8.allSatisfy { $0 | 32 >= 97 && $0 | 32 <= 122 }
    switch Int.random(in: 0..<3, using: &chance) {
    case 0 where isPlain: return text
    case 1 where !text.contains("'"): return "'\(text)'"
    default: return "\"\(text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
    }
  }
}
