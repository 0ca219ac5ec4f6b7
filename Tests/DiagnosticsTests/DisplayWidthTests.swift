import Diagnostics
import Presentation
import Testing

@Suite struct DisplayWidthTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("a\u{20D7}", 1), ("会議", 4), ("ｶﾞ", 2), ("Ａ", 2), ("각", 2),
    ("\u{1112}\u{1161}\u{11AB}", 2), ("❤", 1), ("❤️", 2), ("👩‍👩‍👧", 2), ("👨🏿‍🚀", 2), ("☝🏽", 2), ("👍🏽", 2), ("🇩🇪", 2), ("1️⃣", 2),
    ("🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}", 2), ("葛\u{E0100}", 2), ("नमस्ते", 4), ("ไทย", 3),
    ("…", 1), ("├─", 2), ("\u{FFFD}", 1),
  ])
  func aTextTakesTheColumnsThatATerminalGivesIt(_ text: String, _ width: Int) {
    #expect(text.displayWidth == width)
  }

  @Test func allPlanesHaveAWidth() {
    for value in stride(from: UInt32(0x20), to: 0x11_0000, by: 97) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      #expect((0...2).contains(Character(scalar).displayWidth))
    }
  }
}

@Suite struct VisibleTextTests {
  @Test(arguments: [
    ("plain 'text'", "plain 'text'"), ("a\tb\nc\r\nd", "a␉b␊c␍␊d"), ("\u{0}\u{1B}\u{7F}", "␀␛␡"),
    ("\u{80}\u{9F}", "<U+0080><U+009F>"), ("\u{202E}\u{2066}\u{2069}", "<U+202E><U+2066><U+2069>"),
    ("\u{FEFF}a", "<U+FEFF>a"), ("a\u{200B}b\u{AD}", "a<U+200B>b<U+00AD>"), ("a\u{200D}b", "a<U+200D>b"),
    ("\u{2028}\u{2029}\u{85}", "<U+2028><U+2029><U+0085>"), ("\u{E0041}", "<U+E0041>"),
    ("👩‍👩‍👧 नमस्ते می‌خواهم 会議", "👩‍👩‍👧 नमस्ते می‌خواهم 会議"),
    ("🏴\u{E0067}\u{E0062}\u{E007F}", "🏴\u{E0067}\u{E0062}\u{E007F}"),
  ])
  func hiddenAndActiveCharactersAreShown(_ text: String, _ expected: String) {
    #expect(text.visible.unicodeScalars.elementsEqual(expected.unicodeScalars))
  }

  @Test func noControlCharacterIsLeft() {
    for value in 0..<0x11_0000 as Range<UInt32> where value < 0x3000 || value % 89 == 0 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      for left in "x\(scalar)y".visible.unicodeScalars {
        #expect(left.properties.generalCategory != .control)
      }
    }
  }
}
