import StrategyModel
import StrictYAML
import TestSupport
import Testing

/// Values read directly from the bytes equal those of the full readers.
@Suite struct PlainValueTests {
  @Test func shortNumbersAreExact() {
    var random = Chance(20_261_122)
    for _ in 0..<20_000 {
      let text = decimal(&random)
      if let value = Double.read(text.utf8.span) { #expect(value == Double(text), "\(text)") }
    }
  }

  @Test(arguments: [("41", 41.0), ("-0.5", -0.5), ("0.6", 0.6), ("123456789012345", 123_456_789_012_345)])
  func plainNumbersNeedNoString(_ text: String, _ value: Double) {
    #expect(Double.read(text.utf8.span) == value)
  }

  @Test(arguments: ["", "-", ".5", "5.", "1e5", "1234567890123456", "--1", "1.2.3", "+1", "1 ", "0x1"])
  func otherTextsAreLeftToTheFullReader(_ text: String) {
    #expect(Double.read(text.utf8.span) == nil)
  }

  @Test func sharesBeyondOneAreLeftToTheFullReader() {
    #expect(Share.read("1.01".utf8.span) == nil)
    #expect(Share.read("1".utf8.span)?.value == 1)
  }

  @Test func shortWordsAreEqualWhenTheirTextsAre() {
    let letters = Array("ab-")
    var random = Chance(20_261_122)
    for _ in 0..<20_000 {
      let texts = (0..<2).map { _ in
        String((0..<Int.random(in: 0...3, using: &random)).map { _ in letters.randomElement(using: &random) ?? "a" })
          + String(repeating: "x", count: [0, 6, 8, 15, 20].randomElement(using: &random) ?? 0)
      }
      #expect((ShortWord(texts[0]) == ShortWord(texts[1])) == (texts[0] == texts[1]), "\(texts)")
    }
  }

  @Test func everyFieldIsFoundByItsShortWord() {
    for kind in Kind.allCases { check(kind.description.fields) }
  }

  private func check(_ fields: [FieldDescription]) {
    for field in fields {
      #expect(field.name.utf8.count <= 24, "\(field.name)")
      if case .record(let inner) = field.shape { check(inner) }
      if case .list(.record(let inner), _) = field.shape { check(inner) }
    }
  }

  @Test func identifiersThatAreNumbersAreRefused() {
    let letters = Array("0189ebxo-")
    var random = Chance(20_261_122)
    for _ in 0..<50_000 {
      let text = String(
        (0..<Int.random(in: 1...5, using: &random)).map { _ in letters.randomElement(using: &random) ?? "0" })
      let isWord = text.wholeMatch(of: /[a-z0-9]+(-[a-z0-9]+)*/) != nil && text.contains { $0.isLetter }
      let isNumber = Double(text) != nil && text.first?.isNumber == true || text.wholeMatch(of: /0[xob].*/) != nil
      #expect(Identifier.isValid(text) == (isWord && !isNumber), "\(text)")
    }
  }

  private func decimal(_ random: inout Chance) -> String {
    let whole = String(Int.random(in: 0...99_999_999, using: &random) >> Int.random(in: 0...26, using: &random))
    let sign = Bool.random(using: &random) ? "-" : ""
    guard Bool.random(using: &random) else { return sign + whole }
    return sign + whole + "." + String(Int.random(in: 0...9_999_999, using: &random))
  }
}
