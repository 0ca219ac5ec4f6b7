import StrictYAML
import Testing

@Suite("Reading a document")
struct ReadingTests {
  @Test func aMappingKeepsItsKeysAndValuesInOrder() {
    let document = Document("name: Activation rate\nunit: percent # of new teams\n")
    #expect(document.faults.isEmpty)
    #expect(
      document.tree
        == .mapping([
          .init(key: .scalar("name"), value: .scalar("Activation rate")),
          .init(key: .scalar("unit"), value: .scalar("percent")),
        ]))
  }

  @Test func aValueIsFoundByItsKey() throws {
    let document = Document("kind: metric\nowner:\n  team: onboarding\n")
    let root = try #require(document.root)
    let owner = try #require(document.value(forKey: "owner", in: root))
    let team = try #require(document.value(forKey: "team", in: owner))
    #expect(document.string(of: team) == "onboarding")
    #expect(document.value(forKey: "person", in: owner) == nil)
  }

  @Test(arguments: ["", "\n\n", "# a comment\n", "---\n"])
  func aTextWithoutContentHasNoRootAndNoFault(text: String) {
    let document = Document(text)
    #expect(document.root == nil)
    #expect(document.faults.isEmpty)
  }

  @Test func aNodeTakesSixteenBytes() {
    #expect(MemoryLayout<Node>.stride == 16)
  }

  @Test(
    arguments: [
      ("plain", "a b", .plain), ("'it''s'", "it's", .singleQuoted),
      ("\"a\\n\\x41\\u00e9\\U0001F600\"", "a\nAé😀", .doubleQuoted),
      ("|\n  a\n   b\n\n  c\n", "a\n b\n\nc\n", .literal), ("|-\n  a\n", "a", .literal),
      ("|+\n  a\n", "a\n\n", .literal),
      ("|2-\n    a\n  b\n", "  a\nb", .literal), (">\n  a\n  b\n\n  c\n   d\n  e\n", "a b\nc\n d\ne\n", .folded),
      ("\n  below\n", "below", .plain), ("", "", .plain),
    ] as [(String, String, Node.Style)])
  func aScalarIsDecoded(written: String, text: String, style: Node.Style) throws {
    let document = Document("key: \(written == "plain" ? text : written)\n")
    let root = try #require(document.root)
    let value = try #require(document.value(forKey: "key", in: root))
    #expect(document.faults.isEmpty)
    #expect(document.string(of: value) == text)
    #expect(document[value].style == style)
    #expect(document.isScalar(value, equalTo: text))
    #expect(!document.isScalar(value, equalTo: text + "x"))
  }

  @Test func rangesReachOverQuotesAndBracketsButNotOverComments() throws {
    let text = "a: 'b' # c\nd: [e, {f: g}] # h\ni: | # j\n  k\nl:\n  m: n # o\np:\n"
    let document = Document(text)
    let root = try #require(document.root)
    let written = document.entries(of: root).map {
      String(decoding: document.text[document[$0.value].range.indices], as: UTF8.self)
    }
    #expect(written == ["'b'", "[e, {f: g}]", "| # j\n  k", "m: n", ""])
    #expect(document[root].range == ByteRange(0, UInt32(text.utf8.count - 1)))
  }
}
