import StrictYAML
import TestSupport
import Testing

@Suite("Formatting a document")
struct FormatterTests {
  private func formatted(_ text: String, _ order: [String] = []) throws -> String {
    String(decoding: try Document(text).formatted { _ in order }, as: UTF8.self)
  }

  @Test(arguments: [
    ("spacing", "a:   b  \nc :    d# e\n", "a: b\nc: d# e\n"),
    (
      "indentation", "a:\n    b:\n          - c\n          -   d: e\n              f: g\n",
      "a:\n  b:\n    - c\n    - d: e\n      f: g\n"
    ),
    ("items below their key", "a:\n- b\n- c\nd: e\n", "a:\n  - b\n  - c\nd: e\n"),
    ("final line end", "a: b", "a: b\n"),
    ("blank lines", "\n\na: b\n\n\n\nc: d\n\n\n", "a: b\n\nc: d\n"),
    ("blank lines in a list", "a:\n\n  - b\n\n\n  - c\n", "a:\n  - b\n\n  - c\n"),
    ("values on the line of their key", "a:\n  b\nc:\n  'd'\ne:\n  [f]\n", "a: b\nc: 'd'\ne: [f]\n"),
    ("compact items", "-\n  a: b\n-\n  - c\n", "- a: b\n- - c\n"),
    ("brackets", "a: [ b,c , {d: e} ,]\nf: { }\n", "a: [b, c, { d: e }]\nf: {}\n"),
    ("document marker", "# top\n---  # c\na: b\n", "# top\n# c\na: b\n"),
    ("CRLF", "a:   b\r\nc:\r\n- d\r\n", "a: b\r\nc:\r\n  - d\r\n"),
    ("quotes are kept", "a: 'b'\n\"c\": \"d\"\n", "a: 'b'\n\"c\": \"d\"\n"),
    (
      "comments behind values", "a: b   # c\nd:  # e\n    f: g # h\ni: # j\n",
      "a: b   # c\nd:  # e\n  f: g # h\ni: # j\n"
    ),
    ("comments above", "a: b\n    # about c\nc: d\n", "a: b\n  # about c\nc: d\n"),
    ("comments above in a list", "a:\n# c\n- b\n# d\n- e\n", "a:\n  # c\n  - b\n  # d\n  - e\n"),
    (
      "comments at the end of a block", "a:\n    b: c\n    # end of a\n# about d\nd: e\n# end\n",
      "a:\n  b: c\n  # end of a\n# about d\nd: e\n# end\n"
    ),
    ("a comment behind a dash", "- # c\n  a: b\n", "# c\n- a: b\n"),
    ("a comment between key and value", "a: # c\n  # d\n  b\n", "# c\n# d\na: b\n"),
    ("blocks", "a: |  # c\n      b\n       c\n\n      d\ne: >-\n f\n", "a: |  # c\n  b\n   c\n\n  d\ne: >-\n  f\n"),
    ("blocks with an indentation", "a: |1\n  b\n c\n", "a: |2\n   b\n  c\n"),
    ("blocks that keep their end", "a: |+\n b\n\n\n\nc: d\n", "a: |+\n  b\n\n\n\nc: d\n"),
    ("only comments", "\n# a\n\n\n# b\n\n", "# a\n\n# b\n"),
    ("nothing", "\n\n", ""),
  ])
  func aDocumentIsWrittenCanonically(what: String, text: String, expected: String) throws {
    #expect(try formatted(text) == expected)
  }

  @Test func keysAreOrderedAndTheirCommentsGoWithThem() throws {
    let text = "# top\n\n# about b\nb: 1 # one\nx: 2\n\na:\n  b: 3\n  a: 4\n"
    #expect(try formatted(text, ["a", "b"]) == "# top\n\na:\n  a: 4\n  b: 3\n# about b\nb: 1 # one\nx: 2\n")
  }

  @Test func theOrderMayDependOnThePath() throws {
    let text = "b:\n  - y: 1\n    x: 2\na: 3\n"
    let orders: [[String]: [String]] = [[]: ["a", "b"], ["b"]: ["x", "y"]]
    let result = try Document(text).formatted { orders[$0] ?? [] }
    #expect(String(decoding: result, as: UTF8.self) == "a: 3\nb:\n  - x: 2\n    y: 1\n")
  }

  @Test func aTextWithFaultsIsNotFormatted() {
    #expect(throws: EditError.self) { try formatted("a: *b\n") }
  }

  @Test(arguments: 0..<4)
  func formattingKeepsMeaningAndCommentsAndIsIdempotent(shard: Int) {
    for seed in shard * 8000..<(shard + 1) * 8000 {
      var generator = Chance(stream: seed)
      let document = Document(parsing: generator.happens(70) ? generator.document() : generator.anything())
      guard document.faults.isEmpty else { continue }
      let order =
        generator.happens(30) ? [] : (0..<8).map { _ in generator.one(of: Snippets.words) + String(generator.below(4)) }
      let once = (try? document.formatted { _ in order }).map { Document(parsing: $0) }
      guard let once, let problem = problem(document, once, order) else { continue }
      Issue.record("seed \(seed): \(problem)\n\(document.shown)\n\(once.shown)")
      return
    }
  }

  private func problem(_ document: Document, _ once: Document, _ order: [String]) -> String? {
    if !once.faults.isEmpty { return "the result has faults" }
    if once.tree?.sorted != document.tree?.sorted { return "the meaning changed" }
    if (try? once.formatted { _ in order }) != once.text { return "not idempotent" }
    return once.comments.sorted() == document.comments.sorted() ? nil : "comments changed"
  }
}

extension Tree {
  /// Mappings in the order of their keys.
  fileprivate var sorted: Tree {
    switch self {
    case .scalar: self
    case .sequence(let items): .sequence(items.map(\.sorted))
    case .mapping(let pairs):
      .mapping(
        pairs.map { Pair(key: $0.key, value: $0.value.sorted) }.sorted { "\($0.key)" < "\($1.key)" })
    }
  }
}
