import StrictYAML
import Testing

@Suite("Laws of the tree")
struct TreeLawTests {
  private func forEachDocument(_ count: Int, _ check: (UInt64, Document) -> String?) {
    for seed in 0..<UInt64(count) {
      var generator = Generator(seed: seed)
      let document = Document(parsing: generator.anything())
      guard let problem = check(seed, document) else { continue }
      Issue.record("seed \(seed): \(problem)\n\(String(decoding: document.text, as: UTF8.self).debugDescription)")
      return
    }
  }

  @Test func everyByteBelongsToAScalarAnIndicatorACommentOrABlank() {
    forEachDocument(20_000) { _, document in
      guard document.faults.isEmpty else { return nil }
      var end = 0
      for node in document.nodes where node.kind == .scalar {
        let range = node.range.indices
        if range.lowerBound < end { return "overlapping scalars" }
        if !isLayout(document.text[end..<range.lowerBound]) { return "text between scalars in front of \(range)" }
        end = range.upperBound
      }
      return isLayout(document.text[end...]) ? nil : "text behind the last scalar"
    }
  }

  /// Whether bytes between two scalars hold nothing that has a meaning of its own.
  private func isLayout(_ bytes: ArraySlice<UInt8>) -> Bool {
    let lines = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
    return lines.allSatisfy { line in
      line.prefix { $0 != "#" }.allSatisfy { " \t:-,[]{}".contains($0) }
    }
  }

  @Test func subtreesNestAndStandInSourceOrder() {
    forEachDocument(20_000) { _, document in
      guard let root = document.root else { return document.nodes.isEmpty ? nil : "nodes without a root" }
      if Int(document[root].next) != document.nodes.count { return "the root does not span all nodes" }
      for (index, node) in document.nodes.enumerated() {
        if Int(node.range.upper) > document.text.count { return "range beyond the text" }
        if node.kind == .scalar, Int(node.next) != index + 1 { return "scalar with children" }
        var child = index + 1
        var end = node.range.lower
        while child < Int(node.next) {
          let inner = document.nodes[child]
          if inner.range.lower < end || inner.range.upper > node.range.upper { return "child outside its parent" }
          (end, child) = (inner.range.upper, Int(inner.next))
        }
        if child != Int(node.next) { return "subtrees overlap" }
      }
      return nil
    }
  }

  @Test func faultsStandInSourceOrderWithinTheText() {
    forEachDocument(20_000) { _, document in
      let starts = document.faults.map(\.range.lower)
      if starts != starts.sorted() { return "faults out of order" }
      let ranges = document.faults.flatMap { [$0.range] + $0.notes.map(\.range) }
      return ranges.allSatisfy { Int($0.upper) <= document.text.count } ? nil : "fault beyond the text"
    }
  }

  @Test func depthIsBounded() {
    func depth(_ document: Document, _ id: NodeID) -> Int {
      let inner =
        document.entries(of: id).map { depth(document, $0.value) } + document.items(of: id).map { depth(document, $0) }
      return document[id].kind == .scalar ? 0 : 1 + (inner.max() ?? 0)
    }
    let texts = [
      String(repeating: "[", count: 5000), String(repeating: "- ", count: 5000) + "a",
      (0..<500).map { String(repeating: " ", count: $0) + "a:\n" }.joined(),
      String(repeating: "{a: ", count: 5000), String(repeating: "- [", count: 500),
      String(repeating: "[", count: 64) + String(repeating: "]", count: 64),
    ]
    for document in texts.map({ Document($0) }) {
      #expect(document.root.map { depth(document, $0) } ?? 0 <= Document.maximumDepth)
    }
    #expect(Document(String(repeating: "[", count: 64) + String(repeating: "]", count: 64)).faults.isEmpty)
    #expect(Document(String(repeating: "- ", count: 64) + "a").faults.isEmpty)
  }
}

/// Texts whose cost would explode with a reader that goes back or looks ahead too often. A quadratic one would
/// take hours for them, so the time limit tells it apart on any machine.
@Suite("Cost of reading", .serialized, .timeLimit(.minutes(2)))
struct CostTests {
  static let size = 1 << 17

  static let families: [(name: String, unit: String)] = [
    ("different keys", "k#: v\n"), ("the same key", "k: v\n"), ("open brackets", "["), ("lines of brackets", "[\n"),
    ("open quotes", "a#: \"\n"), ("quotes in a row", "\""), ("dashes", "- "), ("lines of dashes", "-\n"),
    ("tabs", "\t"), ("lines of tabs", "\ta\n"), ("conflict starts", "<<<<<<< \n"), ("conflict middles", "=======\n"),
    ("conflicts", "<<<<<<< a\n=======\n>>>>>>> b\n"), ("comments", "# c\n"), ("blank lines", "\n"), ("spaces", " "),
    ("anchors", "&a "), ("lines of anchors", "a#: &b\n"), ("colons", ": "), ("keys on one line", "a: "),
    ("hashes", " #"), ("backslashes", "\\"), ("escapes", "\"\\"), ("question marks", "? "), ("text lines", "abc\n"),
    ("deeper text lines", "a#: b\n  c\n"), ("words", "word "), ("blocks", "a#: |\n  b\n"),
    ("blank blocks", "a#: |+\n\n"),
    ("other characters", "ö"), ("bytes that are no text", "\u{85}"), ("control characters", "\u{1}"),
    ("carriage returns", "\r"), ("flow items", "a, "), ("stray lines", "a#:\n    b: c\n  d: e\n"),
    ("indented blank lines", "    \n"), ("document markers", "---\n"), ("keys in braces", "k#: v, "),
  ]

  private func text(_ unit: String, prefix: String = "") -> [UInt8] {
    var bytes = Array(prefix.utf8)
    bytes.reserveCapacity(Self.size + 64)
    var number = 0
    while bytes.count < Self.size {
      bytes +=
        unit.replacing("#", with: String(number), maxReplacements: unit.contains("k#") || unit.contains("a#") ? 1 : 0)
        .utf8
      number += 1
    }
    return bytes
  }

  @Test(arguments: families.map(\.name))
  func readingTakesLinearTimeAndMemory(family: String) throws {
    let unit = try #require(Self.families.first { $0.name == family }).unit
    for prefix in ["", "a: [", "a: |\n  "] {
      let document = Document(parsing: text(unit, prefix: prefix))
      #expect(document.nodes.count <= document.text.count + 1)
      #expect(document.faults.count <= 101)
    }
  }

  @Test func randomBytesNeverTrap() {
    var generator = Generator(seed: 7)
    for _ in 0..<300 {
      let bytes = (0..<generator.below(5000)).map { _ in UInt8(truncatingIfNeeded: generator.next()) }
      let document = Document(parsing: bytes)
      #expect(document.faults.count <= 101)
    }
  }

  @Test func everyCutOfATextIsRead() {
    var generator = Generator(seed: 11)
    let text = (0..<40).flatMap { _ in generator.document() }
    for end in 0...text.count {
      let document = Document(parsing: Array(text[..<end]))
      #expect(document.text.count == end)
    }
  }

  @Test func editingAndFormattingTakeLinearTime() throws {
    let items = (0..<40_000).map { "  - id: item-\($0) # note\n    unit:   percent\n" }.joined()
    let document = Document("list:\n" + items)
    let formatted = try document.formatted { _ in ["unit", "id"] }
    #expect(Document(parsing: formatted).faults.isEmpty)
    let edited = try document.applying([
      .set(["list", 39_999, "unit"], "x"), .append(["list"], "y"), .remove(["list", 20_000]),
    ])
    #expect(edited.faults.isEmpty)
  }
}
