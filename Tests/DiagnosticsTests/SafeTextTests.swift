import Presentation
import Testing

@testable import Diagnostics

@Suite struct SafeTextTests {
  @Test(arguments: [
    ("\u{1B}]0;owned\u{07}", "␛]0;owned␇"), ("a\u{9B}31mb", "a<U+009B>31mb"), ("a\u{202E}b", "a<U+202E>b"),
    ("a\rb", "a␍b"), ("a\u{7F}", "a␡"), ("\u{1B}[31mred\u{1B}[0m", "␛[31mred␛[0m"), ("a\u{2028}b", "a<U+2028>b"),
    ("a\u{AD}b\u{61C}c", "a<U+00AD>b<U+061C>c"), ("a\u{FEFF}b", "a<U+FEFF>b"),
  ])
  func whatChangesATerminalIsShown(_ text: String, _ safe: String) {
    #expect(SafeText(text).text == safe)
    #expect(SafeText("first …\n\tsecond – \(text)\n").text == "first …\n\tsecond – \(safe)\n")
  }

  @Test func linesTabsAndLettersStay() {
    for text in ["one\ntwo\r\n\tthree", "für alle – 成長 ├─ ↑ …", "می‌خواهم", "👩‍💻 🏳️‍🌈"] {
      #expect(SafeText(text).text == text)
    }
  }

  @Test func onlyTheProgramsOwnColoursStay() {
    let painted = Style.coloured.paint("error", .error) + " \u{1B}[31mred\u{1B}[2J"
    #expect(SafeText(painted, coloured: true).text == Style.coloured.paint("error", .error) + " ␛[31mred␛[2J")
    #expect(!SafeText(painted).text.contains("\u{1B}"))
  }

  @Test func everyCharacterIsJudgedAsOnItsOwn() {
    for value in UInt32(1)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value), value != 9, value != 10 else { continue }
      let text = String(Character(scalar))
      guard SafeText(text).text != text.visible else { continue }
      Issue.record("U+\(String(value, radix: 16))")
    }
  }

  @Test func jsonMeansTheSameWithItsHiddenCharactersEscaped() {
    #expect("{\"a\":\"x\u{202E}y\"}\n".escapingHidden == #"{"a":"x\u202ey"}"# + "\n")
    #expect("\"\u{E0001}\"".escapingHidden == #""\udb40\udc01""#)
    #expect("\"👩‍💻 –\"".escapingHidden == "\"👩‍💻 –\"")
  }
}
