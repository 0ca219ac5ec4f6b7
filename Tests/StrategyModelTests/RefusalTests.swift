import Testing

@testable import StrategyModel

@Suite struct RefusalTests {
  @Test(arguments: [
    ("2026-02-30", "2026-02-28"), ("2026-13-01", "2026-12-01"), ("2026-00-10", "2026-01-10"),
    ("2024-02-30", "2024-02-29"), ("0000-01-01", "0001-01-01"), ("2026-04-31", "2026-04-30"),
  ])
  func aDayThatTheCalendarLacksIsCalledSo(_ text: String, _ nearest: String) {
    #expect(Day.nearest(to: text)?.description == nearest)
    #expect(Day.refusal(of: text) == "is not in the calendar (nearest day: \(nearest))")
  }

  @Test(arguments: ["1.1.2026", "2026-1-1", "tomorrow", "", "2026-02-3O"])
  func whatIsNoDateIsCalledSo(_ text: String) {
    #expect(Day.nearest(to: text) == nil)
    #expect(Day.refusal(of: text) == "is not a date (expected YYYY-MM-DD)")
  }

  @Test(arguments: [
    ("2026", "has only digits; an id needs a letter"), ("", "is empty"), ("-a", "begins with a hyphen"),
    ("a-", "ends with a hyphen"), ("a--b", "has two hyphens side by side"),
    ("Zoë", "is not an id of lower-case letters, digits and hyphens"),
    ("null", "is a word that YAML takes for something else"),
    (String(repeating: "a", count: 81), "has 81 characters; an id has at most 80"),
  ])
  func anIDThatCannotBeIsToldWhy(_ text: String, _ reason: String) {
    #expect(!Identifier.isValid(text))
    #expect(Identifier.refusal(of: text) == reason)
  }

  @Test(arguments: [
    ("Captación más sana cada mañana", "captacion-mas-sana-cada-manana"), ("zoë", "zoe"), ("Straße", "strasse"),
    ("Smørrebrød og æbler", "smorrebrod-og-aebler"), ("Łódź", "lodz"), ("İstanbul ılık", "istanbul-ilik"),
    ("e\u{301}lan", "elan"), ("Ｆｕｌｌ width", "full-width"), ("œuvre", "oeuvre"), ("Þór", "thor"),
  ])
  func lettersKeepTheirBase(_ text: String, _ id: String) { #expect(Identifier.corrected(text) == id) }

  @Test func whatHasNoLatinLetterHasNoID() {
    #expect(Identifier.corrected("成長") == nil)
    #expect(Identifier.corrected("рост") == nil)
  }

  @Test func wordsThatDoNotFitAreLeftOut() {
    let words = (1...40).map { "word\($0)" }.joined(separator: " ")
    #expect(Identifier.corrected(words).map { $0.utf8.count <= 80 && $0.hasSuffix("word12") } == true)
  }
}
