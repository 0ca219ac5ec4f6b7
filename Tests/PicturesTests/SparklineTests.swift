import Pictures
import Testing

@Suite struct SparklineTests {
  @Test func aCharacterAValueAndGapsAreSpaces() {
    #expect(Sparkline([1, 2, 3, 4, 5, 6, 7, 8]).text == "▁▂▃▄▅▆▇█")
    #expect(Sparkline([50, nil, 49, 51, 53, .nan, 48]).text == "▄ ▂▅█ ▁")
    #expect(
      Sparkline([1, 2, 3, nil, 8], style: .ascii).text == "_.. #" || Sparkline([1, 8], style: .ascii).text == "_#")
  }

  @Test(
    arguments: [
      ([], ""), ([nil, .nan], "  "), ([3], "▄"), ([0, 0], "▄▄"), ([-5, -5, -5], "▄▄▄"), ([-1e308, 1e308], "▁█"),
      ([.infinity, 1, 2, -.infinity], " ▁█ "), ([.leastNonzeroMagnitude, 0], "▄▄"), ([1e308, 1e308], "▄▄"),
    ] as [([Double?], String)])
  func oddValuesAreDrawn(_ values: [Double?], _ text: String) { #expect(Sparkline(values).text == text) }

  @Test func neighboursShareACharacterWhereThereIsNoRoom() {
    #expect(Sparkline([0, 2, 4, 6, nil, nil, 7, 9], width: 4).text == "▁▅ █")
    #expect(Sparkline((0..<1000).map { Double($0) }, width: 8).text == "▁▂▃▄▅▆▇█")
    #expect(Sparkline([1, 2], width: 0).text.count == 1)
    #expect(Sparkline([1, 2], width: -5).text.count == 1)
  }

  @Test func linesSideBySideShareAScale() {
    #expect(Sparkline([0, 50], range: 0...100).text == "▁▅")
    #expect(Sparkline([-10, 500], range: 0...100).text == "▁█")
  }
}
