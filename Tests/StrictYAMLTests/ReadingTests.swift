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
}
