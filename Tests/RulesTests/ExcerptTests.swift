import Rules
import Testing

/// What a card shows of an example's files.
@Suite struct ExcerptTests {
  @Test func aChangedLineIsShownWithWhatItIsNestedIn() {
    let example = Example("metrics/activation-rate.yaml", replacing: "aggregation: ratio", with: "aggregation: ↓rate")
    #expect(
      example.files.map(\.excerpt) == [
        """
        …
        definition:
          …
          window: calendar week
          aggregation: ↓rate
          unit: percent
        …

        """
      ])
  }

  @Test func aFileOfItsOwnIsShownWhole() {
    #expect(Example("teams/reach.yaml", "kind: team\nid: ↓reach").files.map(\.excerpt) == ["kind: team\nid: ↓reach\n"])
  }

  @Test func aSingleLineIsNotLeftOut() {
    let example = Example("teams/growth.yaml", replacing: "members: [lin, omar]", with: "members: ↓lin")
    #expect(example.files.map(\.excerpt) == ["…\nlead: lin\nmembers: ↓lin\nstarted: 2025-01-06\n"])
  }
}
