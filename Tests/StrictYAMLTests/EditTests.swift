import StrictYAML
import TestSupport
import Testing

@Suite("Editing a document")
struct EditTests {
  private func edited(_ text: String, _ changes: Change...) throws -> String {
    String(decoding: try Document(text).applying(changes).text, as: UTF8.self)
  }

  // MARK: Removing

  @Test(arguments: [
    ("a: 1\n  # about b\nb: 2\n", "  # about b\nb: 2\n"),
    ("a: [1]\n  # about b\nb: 2\n", "  # about b\nb: 2\n"),
    ("z: |\n  text\na: 1\n  # about b\nb: 2\n", "z: |\n  text\n# about b\nb: 2\n"),
  ])
  func commentsBelowWhatIsRemovedStay(text: String, expected: String) throws {
    #expect(try edited(text, .remove(["a"])) == expected)
  }

  // MARK: Setting

  @Test(arguments: [
    ("a: b # c\nd: e\n", "x", "a: x # c\nd: e\n"),
    ("a: \"b\"\n", "x", "a: \"x\"\n"),
    ("a: 'b'\n", "it's", "a: 'it''s'\n"),
    ("a: b\n", "x: y", "a: \"x: y\"\n"),
    ("a: b\n", "say \"x\"", "a: say \"x\"\n"),
    ("a: b\n", "\"x\"", "a: '\"x\"'\n"),
    ("a: b\n", "", "a: \"\"\n"),
    ("a: b\n", "null", "a: \"null\"\n"),
    ("a: b\n", "NO", "a: \"NO\"\n"),
    ("a: b\n", "41", "a: 41\n"),
    ("a: b\n", "-0.5", "a: -0.5\n"),
    ("a: b\n", "007", "a: \"007\"\n"),
    ("a: b\n", "2026-01-05", "a: 2026-01-05\n"),
    ("a: b\n", "12:30", "a: \"12:30\"\n"),
    ("a: b\n", "true", "a: true\n"),
    ("a: b\n", "größe 日本", "a: größe 日本\n"),
    ("a: b\n", "tab\t", "a: \"tab\\t\"\n"),
    ("a: b\n", "x\u{2028}y", "a: \"x\\u2028y\"\n"),
    ("a:  # c\n", "x", "a: x  # c\n"),
    ("a:", "x", "a: x"),
    ("a:\n  b # c\n", "x", "a:\n  x # c\n"),
    ("a: b # c\nd: e\n", "x\ny\n", "a: | # c\n  x\n  y\nd: e\n"),
    ("a: b\n", "x\ny", "a: |-\n  x\n  y\n"),
    ("a: b\n", " x\ny\n", "a: |2\n   x\n  y\n"),
    ("a: b\n", "x\n\n", "a: \"x\\n\\n\"\n"),
    ("a: b", "x\ny", "a: |-\n  x\n  y"),
    ("a: b", "x\ny\n", "a: \"x\\ny\\n\""),
    ("a: |  # c\n    b\n    c\nd: e\n", "x\n", "a: |  # c\n    x\nd: e\n"),
    ("a: |\n  b\nd: e\n", "x", "a: |-\n  x\nd: e\n"),
    ("a: |\n  b\nd: e\n", "", "a: \"\"\nd: e\n"),
    ("a: [b, c]\n", "x", "a: [b, c]\n"),
  ])
  func aScalarIsSetInItsStyle(text: String, value: String, expected: String) throws {
    if text.contains("[") {
      #expect(throws: EditError.self) { try edited(text, .set(["a"], value)) }
    } else {
      #expect(try edited(text, .set(["a"], value)) == expected)
    }
  }

  @Test func proseStaysFolded() throws {
    let words = (0..<30).map { "word\($0)" }.joined(separator: " ")
    let result = try edited("why: >\n  some text\n  in lines\nnext: x\n", .set(["why"], words + "\n"))
    #expect(result.hasPrefix("why: >\n  word0 word1"))
    #expect(result.hasSuffix("\nnext: x\n"))
    #expect(result.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }

  @Test func anItemInBracketsIsQuotedWhereBracketsNeedIt() throws {
    #expect(try edited("a: [b, c] # d\n", .set(["a", 1], "x, y")) == "a: [b, \"x, y\"] # d\n")
  }

  // MARK: Adding

  @Test(arguments: [
    ("a:\n  - b # c\n  # d\ne: f\n", "a:\n  - b # c\n  # d\n  - x\ne: f\n"),
    ("a:\n- b\ne: f\n", "a:\n- b\n- x\ne: f\n"),
    ("a: [b, c] # d\n", "a: [b, c, x] # d\n"),
    ("a: []\n", "a: [x]\n"),
    ("a: # c\ne: f\n", "a: # c\n  - x\ne: f\n"),
    ("e: f\n", "e: f\na:\n  - x\n"),
    ("e: f", "e: f\na:\n  - x"),
    ("a:\n  - b", "a:\n  - b\n  - x"),
    ("a:\r\n  - b\r\n", "a:\r\n  - b\r\n  - x\r\n"),
    ("a:\n  - |\n    b\n\n\ne: f\n", "a:\n  - |\n    b\n  - x\n\n\ne: f\n"),
    ("a:\n  - |+\n    b\n\n\ne: f\n", "a:\n  - |+\n    b\n\n\n  - x\ne: f\n"),
    ("", "a:\n  - x\n"),
    ("# c", "# c\na:\n  - x\n"),
  ])
  func anItemIsAppended(text: String, expected: String) throws {
    if Document(text).root == nil {
      #expect(try edited(text, .insert([], .init("a", ["x"]), .end)) == expected)
    } else {
      #expect(try edited(text, .append(["a"], "x")) == expected)
    }
  }

  @Test func anItemMayBeAMapping() throws {
    let item: YAMLValue = ["id": "first", "title": "Say: hello", "tags": .sequence(["a", "b"], .flow), "none": [:]]
    let expected = "a:\n  - b\n  - id: first\n    title: \"Say: hello\"\n    tags: [a, b]\n    none: {}\n"
    #expect(try edited("a:\n  - b\n", .append(["a"], item)) == expected)
  }

  @Test(
    arguments: [
      (.end, "a: b\n# d\nc: d # e\n", "a: b\n# d\nc: d # e\nx: y\n"),
      (.after("a"), "a:\n  b: c\n  # in a\n# above c\nc: d\n", "a:\n  b: c\n  # in a\nx: y\n# above c\nc: d\n"),
      (.before("c"), "a: b\n\n# about c\nc: d\n", "a: b\n\nx: y\n# about c\nc: d\n"),
      (.before("a"), "a: b\n", "x: y\na: b\n"),
      (.after("c"), "a: b\nc: d", "a: b\nc: d\nx: y"),
      (.end, "{}\n", "{x: y}\n"),
      (.before("c"), "{a: b, c: d}\n", "{a: b, x: y, c: d}\n"),
      (.after("a"), "{a: b, c: d}\n", "{a: b, x: y, c: d}\n"),
    ] as [(Change.Position, String, String)])
  func anEntryIsInserted(position: Change.Position, text: String, expected: String) throws {
    #expect(try edited(text, .insert([], .init("x", "y"), position)) == expected)
  }

  @Test func anEntryIsInsertedBetweenADashAndItsFirstKey() throws {
    #expect(try edited("- a: b\n  c: d\n", .insert([0], .init("x", "y"), .before("a"))) == "- x: y\n  a: b\n  c: d\n")
  }

  @Test func aMissingValueBecomesAMapping() throws {
    #expect(
      try edited("owner: # c\nb: c\n", .insert(["owner"], .init("team", "x"), .end)) == "owner: # c\n  team: x\nb: c\n")
  }

  // MARK: Removing

  @Test(
    arguments: [
      (["a"], "# top\na: b # c\nd: e\n", "# top\nd: e\n"),
      (["d"], "a: b\nd: e", "a: b"),
      (["d"], "a: |\n  b\nd: e", "a: |\n  b\n"),
      (["d"], "a: b\r\nd: e\r\n", "a: b\r\n"),
      (["a"], "a:\n  b: c\n  # in a\nd: e\n", "d: e\n"),
      (["a"], "a:\n  - b\nd: e\n", "d: e\n"),
      ([0, "a"], "- a: b # c\n  d: e\n", "- d: e\n"),
      ([0, "a"], "- a: b\n  # about d\n  d: e\n", "- # about d\n  d: e\n"),
      ([0], "- a: b\n  c: d\n- e\n", "- e\n"),
      ([0], "- - a\n  - b\n- c\n", "- c\n"),
      ([0, 0], "- - a\n  - b\n", "- - b\n"),
      (["a", "b"], "a:  # c\n  # d\n  b: c # e\nf: g\n", "a: {}  # c\n  # d\nf: g\n"),
      (["a", 0], "a:\n- b\nf: g\n", "a: []\nf: g\n"),
      (["a", 0], "a:\n  - b", "a: []"),
      ([0, "a"], "- a: b # c\n- d\n", "- {}\n- d\n"),
      (["a"], "a: b\n", "{}\n"),
      (["a"], "{a: b}\n", "{}\n"),
      (["a"], "{a: b, c: d}\n", "{c: d}\n"),
      (["c"], "{a: b, c: d}\n", "{a: b}\n"),
      (["x", 1], "x: [a, b, c] # d\n", "x: [a, c] # d\n"),
      (["b"], "a: |+\n  x\nb: c\n\n\nd: e\n", "a: |+\n  x\nd: e\n"),
    ] as [([PathStep], String, String)])
  func anEntryOrItemIsRemovedWithItsLines(path: [PathStep], text: String, expected: String) throws {
    #expect(try edited(text, .remove(path)) == expected)
  }

  // MARK: Renaming

  @Test(arguments: [
    ("a: b # c\n", "x y", "x y: b # c\n"), ("\"a\" : b\n", "x", "\"x\" : b\n"),
    ("a:\n  b: c\n", "x: y", "\"x: y\":\n  b: c\n"),
    ("{a: b}\n", "x,y", "{\"x,y\": b}\n"),
  ])
  func aKeyIsRenamed(text: String, name: String, expected: String) throws {
    #expect(try edited(text, .rename(["a"], name)) == expected)
  }

  // MARK: Refusals

  @Test(
    arguments: [
      (.set(["x"], "y"), .notFound), (.set(["list"], "y"), .wrongKind), (.append(["a"], "y"), .wrongKind),
      (.append(["x", "y"], "z"), .notFound), (.insert(["list"], .init("x", "y"), .end), .wrongKind),
      (.insert([], .init("a", "y"), .end), .keyExists), (.insert([], .init("x", "y"), .before("z")), .notFound),
      (.remove(["list", 7]), .notFound), (.remove([]), .wrongKind), (.rename(["a"], "list"), .keyExists),
      (.rename(["list", 0], "b"), .wrongKind), (.set(["a"], "x\0y"), .unwritable),
      (.rename(["a"], String(repeating: "k", count: 2000)), .unwritable),
    ] as [(Change, EditError.Code)])
  func aChangeThatMakesNoSenseIsRefused(change: Change, code: EditError.Code) {
    let document = Document("a: 'b'\nlist:\n  - c\n")
    let error = #expect(throws: EditError.self) { try document.edit(change) }
    #expect(error?.code == code)
  }

  @Test func aTextWithFaultsIsNotEdited() {
    let error = #expect(throws: EditError.self) { try Document("a: *b\n").edit(.set(["a"], "c")) }
    #expect(error?.code == .faultyText)
  }

  // MARK: Several edits

  @Test func editsOfOneTextAreMadeTogether() throws {
    let document = Document("a: b\nc: d\n")
    let edits = [try document.edit(.set(["c"], "y")), try document.edit(.set(["a"], "longer"))]
    #expect(try TextEdit.apply(edits, to: document.text) == Array("a: longer\nc: y\n".utf8))
  }

  @Test func overlappingEditsAreRefused() {
    let edits = [TextEdit(range: .init(0, 3), replacement: []), TextEdit(range: .init(2, 4), replacement: [])]
    #expect(throws: EditError.self) { try TextEdit.apply(edits, to: Array("abcdef".utf8)) }
    #expect(throws: EditError.self) {
      try TextEdit.apply([TextEdit(range: .init(5, 7), replacement: [])], to: Array("abcdef".utf8))
    }
  }

  @Test func insertionsAtOnePlaceKeepTheirOrder() throws {
    let edits = ["x", "y"].map { TextEdit(range: .init(at: 1), replacement: Array($0.utf8)) }
    #expect(try TextEdit.apply(edits, to: Array("ab".utf8)) == Array("axyb".utf8))
  }
}

@Suite("Laws of editing")
struct EditLawTests {
  @Test(arguments: 0..<4)
  func anEditReadsBackAsAskedForBothReadersAndKeepsComments(shard: Int) {
    var made = 0
    for seed in shard * 5000..<(shard + 1) * 5000 {
      var generator = Chance(stream: seed)
      let document = Document(parsing: generator.document())
      guard document.faults.isEmpty else { continue }
      let change = generator.change(of: document)
      do {
        let result = try document.applying([change])
        made += 1
        guard let problem = problem(document, change, result) else { continue }
        Issue.record("seed \(seed): \(problem)\n\(document.shown)\n\(change)\n\(result.shown)")
      } catch {
        guard error.code == .unwritable || error.code == .overlap else { continue }
        Issue.record("seed \(seed): \(error.message)\n\(document.shown)\n\(change)")
      }
      return
    }
    #expect(made > 1000)
  }

  private func problem(_ before: Document, _ change: Change, _ after: Document) -> String? {
    if after.tree != (try? Tree.readByYams(after.string)) { return "the readers differ" }
    if case .remove = change { return nil }
    return after.comments.joined(separator: "\n") == before.comments.joined(separator: "\n") ? nil : "comments changed"
  }
}

extension Document {
  var string: String { String(decoding: text, as: UTF8.self) }
  var shown: String { string.debugDescription }

  /// The comments of a document without faults, in source order.
  var comments: [String] {
    var ends = nodes.filter { $0.kind == .scalar }.map { ($0.range.indices, $0.style) }
    ends.append((text.count..<text.count, .plain))
    var (found, end) = ([String](), 0)
    for (range, style) in ends {
      found += Self.comments(text[end..<range.lowerBound])
      if style == .literal || style == .folded {
        found += Self.comments(text[range].prefix { $0 != UInt8(ascii: "\n") })
      }
      end = range.upperBound
    }
    return found
  }

  private static func comments(_ gap: ArraySlice<UInt8>) -> [String] {
    String(decoding: gap, as: UTF8.self).split(whereSeparator: \.isNewline).compactMap { line in
      line.firstIndex(of: "#").map { String(line[$0...]).trimmingSuffix { $0.isWhitespace } }
    }
  }
}

extension String {
  fileprivate func trimmingSuffix(while predicate: (Character) -> Bool) -> String {
    var text = self
    while let last = text.last, predicate(last) { text.removeLast() }
    return text
  }
}
