import StrictYAML
import TestSupport

/// A file of a strategy, written in many ways, and edits that people make.
struct EditedFile {
  let path: String
  private(set) var text: [UInt8]
  var chance: Chance

  init(_ seed: Int) {
    chance = Chance(seed)
    let form = chance.below(Self.forms.count)
    path = Self.forms[form].path
    var text = Self.forms[form].text
    if chance.happens(15) { text = text.replacing("\n", with: "\r\n") }
    if chance.happens(15) { text = "# \(chance.below(9))\n" + text }
    if chance.happens(10) { text.removeLast(text.hasSuffix("\r\n") ? 1 : 1) }
    self.text = Array(text.utf8)
    edit(2)
  }

  init(_ other: EditedFile, seed: Int) {
    self = other
    chance = Chance(seed)
  }

  /// Top-level fields, without those that name the file.
  var fields: [String] {
    let document = Document(parsing: text)
    guard let root = document.root else { return [] }
    return document.entries(of: root).map { document.string(of: $0.key) }.filter { !Self.names.contains($0) }
  }

  /// Makes some changes of meaning, below these top-level fields if given.
  mutating func edit(_ count: Int, below fields: [String]? = nil) {
    for _ in 0..<count {
      let document = Document(parsing: text)
      guard let root = document.root else { return }
      var places: [(path: [PathStep], kind: Node.Kind, isItem: Bool)] = []
      for entry in document.entries(of: root) {
        let name = document.string(of: entry.key)
        guard !Self.names.contains(name), fields?.contains(name) ?? true else { continue }
        Self.collect(document, entry.value, [.key(name)], false, &places)
      }
      if places.isEmpty { return }
      let place = chance.one(of: places)
      if let edited = try? document.applying([change(place)]) { text = edited.text }
    }
  }

  /// Adds comments and empty lines, which mean nothing.
  mutating func decorate() {
    var lines = String(decoding: text, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    let line = chance.below(lines.count)
    lines.insert(Substring(chance.one(of: ["# note \(chance.below(99))", "", "    # deep"])), at: line)
    let decorated = Array(lines.joined(separator: "\n").utf8)
    let (old, new) = (Document(parsing: text), Document(parsing: decorated))
    guard new.faults.isEmpty, let a = old.root, let b = new.root, YAMLValue(old, a) == YAMLValue(new, b) else { return }
    text = decorated
  }

  private mutating func change(_ place: (path: [PathStep], kind: Node.Kind, isItem: Bool)) -> Change {
    let isName = place.path.last == .key("id") || place.path.last == .key("metric")
    if place.path.count > 1, !isName, chance.happens(20) { return .remove(place.path) }
    switch place.kind {
    case .scalar where isName || place.isItem: return .append(Array(place.path.prefix(1)), .scalar(word()))
    case .scalar: return .set(place.path, chance.happens(50) ? word() : prose())
    case .mapping:
      return .insert(place.path, YAMLValue.Entry(chance.one(of: ["a", "b", "title", "target", "note"]), value()), .end)
    case .sequence: return .append(place.path, item(place.path))
    }
  }

  private mutating func item(_ path: [PathStep]) -> YAMLValue {
    switch path.last {
    case .key("entries"):
      let entry = [
        YAMLValue.Entry("on", .scalar("2026-01-\(10 + chance.below(19))")),
        YAMLValue.Entry("key_result", .scalar(chance.one(of: ["completion", "activation"]))),
        YAMLValue.Entry("value", .scalar("\(chance.below(5))")),
      ]
      return chance.happens(50) ? .mapping(entry) : .flowMapping(entry)
    case .key("drives"): return ["metric": .scalar(word()), "sign": "positive"]
    case .key("objectives"), .key("key_results"):
      return ["id": .scalar(word()), "title": .scalar(prose()), "target": .scalar("\(chance.below(9))")]
    default: return .scalar(word())
    }
  }

  private mutating func value() -> YAMLValue {
    chance.happens(60) ? .scalar(word()) : chance.happens(50) ? [.scalar(word())] : ["x": .scalar(word())]
  }

  private mutating func word() -> String {
    chance.one(of: ["north", "south", "east", "west", "up", "down", "left", "right", "in", "out", "12", "12.50"])
  }

  private mutating func prose() -> String {
    chance.one(of: [
      "Größe – 会議", "it's [so]: a # b", "two\nlines", "ends\n", "- x", "",
      "a long sentence that goes on and on and on, until it does not fit into one line of the file any more at all",
    ])
  }

  private static func collect(
    _ document: Document, _ id: NodeID, _ path: [PathStep], _ isItem: Bool,
    _ places: inout [(path: [PathStep], kind: Node.Kind, isItem: Bool)]
  ) {
    places.append((path, document[id].kind, isItem))
    for entry in document.entries(of: id) {
      collect(document, entry.value, path + [.key(document.string(of: entry.key))], false, &places)
    }
    for (index, item) in document.items(of: id).enumerated() {
      collect(document, item, path + [.index(index)], true, &places)
    }
  }

  private static let names: Set<String> = ["kind", "id", "cycle", "team"]
}

extension EditedFile {
  fileprivate static let forms: [(path: String, text: String)] = [
    (
      "metrics/activation.yaml",
      """
      kind: metric
      id: activation
      name: Activation   # as on the board
      role: input
      owner:
        team: growth
        person: ada
      # what is counted
      definition:
        counts: >-
          Teams that hold their first meeting
          within seven days.
        unit: percent
        source: 'warehouse'
      drives:
        - metric: retention
          sign: positive
          lag_weeks: 4
        # weaker
        - metric: breadth
          sign: positive
      guards: [load, cost]
      target: 40.0
      meta:
        colour: blue
        links: [a, b]

      """
    ),
    (
      "okrs/2026-q1/onboarding.yaml",
      """
      kind: okrs
      team: onboarding
      cycle: 2026-q1
      objectives:
        - id: first
          title: First meetings are obvious
          ambition: committed
          key_results:
            - id: completion
              title: Completion up
              type: increase
              baseline: 41
              target: 55
            - { id: activation, title: Activation up, type: increase, baseline: 30, target: 35 }
        - id: second
          title: |
            Two lines
            of text
          key_results: []
      retrospective: ""

      """
    ),
    (
      "checkins/2026-q1/onboarding.yaml",
      """
      kind: checkins
      team: onboarding
      cycle: 2026-q1
      entries:
        - { on: 2026-01-12, key_result: completion, value: 42, confidence: 0.5 }
        - { on: 2026-01-19, key_result: activation, value: 31 }  # late
        - on: 2026-01-20
          key_result: completion
          value: 43
          note: slow
      meta: { source: form }

      """
    ),
    (
      "teams/growth.yaml",
      """
      id: growth
      name: Growth
      lead: ada
      members:
      - ada
      - lin
      - omar
      formerly: []
      ended:

      """
    ),
  ]
}
