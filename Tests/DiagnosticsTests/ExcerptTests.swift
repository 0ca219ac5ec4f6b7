import Diagnostics
import StrictYAML
import Testing

@testable import Presentation

@Suite struct ExcerptTests {
  private static let cases = [
    ("plain", "id: a\nrole: «inputt»\nname: A\n", "2 | role: inputt", "  |       ^^^^^^", "2:7"),
    ("first byte", "«i»d: a\n", "1 | id: a", "  | ^", "1:1"),
    ("missing at a line's end", "id:‸\nname: A\n", "1 | id:", "  |    ^", "1:4"),
    ("missing at the text's end", "id: a\n‸", "1 | id: a", "  |      ^", "1:6"),
    ("no final line end", "id: «a»", "1 | id: a", "  |     ^", "1:5"),
    ("missing, no final line end", "id:‸", "1 | id:", "  |    ^", "1:4"),
    ("empty text", "‸", "1 |", "  | ^", "1:1"),
    ("only a line end", "‸\n", "1 |", "  | ^", "1:1"),
    ("behind a final line end", "\n‸", "1 |", "  | ^", "1:1"),
    ("carriage returns", "id: a\r\nrole: «x»\r\n", "2 | role: x", "  |       ^", "2:7"),
    ("the line end itself", "id: a«\r\n»role: x\r\n", "1 | id: a", "  |      ^", "1:6"),
    ("a lone carriage return", "a\rb: «c»\n", "1 | a␍b: c", "  |      ^", "1:6"),
    ("tabs", "\t\t«x»\n", "1 |         x", "  |         ^", "1:3"),
    ("a tab after text", "ab\t«x»\n", "1 | ab  x", "  |     ^", "1:4"),
    ("a marked tab", "a:«\t»b\n", "1 | a:  b", "  |   ^^", "1:3"),
    ("wide letters before", "name: 会議 «x»\n", "1 | name: 会議 x", "  |            ^", "1:10"),
    ("wide letters marked", "name: «会議»\n", "1 | name: 会議", "  |       ^^^^", "1:7"),
    ("accents of their own", "name: e\u{301}a\u{308} «x»\n", "1 | name: e\u{301}a\u{308} x", "  |          ^", "1:12"),
    ("a joined emoji", "n: 👩‍👩‍👧 «x»\n", "1 | n: 👩‍👩‍👧 x", "  |       ^", "1:10"),
    ("an emoji by selector", "n: ❤️ «x»\n", "1 | n: ❤️ x", "  |       ^", "1:7"),
    ("a flag and a keycap", "n: 🇩🇪1️⃣ «x»\n", "1 | n: 🇩🇪1️⃣ x", "  |         ^", "1:10"),
    ("an emoji with a skin tone", "n: 👍🏽«x»\n", "1 | n: 👍🏽x", "  |      ^", "1:6"),
    ("an escape sequence", "n: \u{1B}[31m«x»\n", "1 | n: ␛[31mx", "  |         ^", "1:9"),
    ("delete and C1", "n: \u{7F}\u{9B}«x»\n", "1 | n: ␡<U+009B>x", "  |             ^", "1:6"),
    ("reversed text", "n: \u{202E}«x»\n", "1 | n: <U+202E>x", "  |            ^", "1:5"),
    ("a hidden space in a name", "n: «a\u{200B}b»\n", "1 | n: a<U+200B>b", "  |    ^^^^^^^^^^", "1:4"),
    ("a hidden joiner in a name", "n: «a\u{200D}b»\n", "1 | n: a<U+200D>b", "  |    ^^^^^^^^^^", "1:4"),
    ("a byte order mark", "\u{FEFF}«id»: a\n", "1 | <U+FEFF>id: a", "  |         ^^", "1:2"),
    (
      "Hangul made of parts", "n: \u{1112}\u{1161}\u{11AB}«x»\n", "1 | n: \u{1112}\u{1161}\u{11AB}x",
      "  |      ^", "1:7"
    ),
  ]

  @Test(arguments: cases)
  func caretsStandUnderTheRange(_ name: String, _ marked: String, _ line: String, _ carets: String, _ place: String) {
    let expected = "metrics/a.yaml:\(place): error[NS201]: the metric is wrong\n  |\n\(line)\n\(carets)\n\n"
    #expect(MarkedText(marked).rendered() == expected, "\(name)")
  }

  @Test func aRangeOverSeveralLinesShowsItsFirstAndNamesItsLast() {
    let text = "id: a\ndrives: «\n  - metric: b\n  - metric: c»\nname: A\n"
    #expect(
      MarkedText(text).rendered() == """
        metrics/a.yaml:2:9: error[NS201]: the metric is wrong
          |
        2 | drives: 
          |         ^
        … | to line 4


        """)
  }

  @Test func aRangeThatEndsWithItsLineEndIsOnOneLine() {
    #expect(!MarkedText("id: a\n«role: x\n»name: A\n").rendered().contains("to line"))
    #expect(MarkedText("«id: a\n\n»name: A\n").rendered().contains("to line 2"))
  }

  @Test func aLongLineIsCutAroundTheRange() {
    let letters = String(repeating: "abcdefghi ", count: 20)
    #expect(
      MarkedText(letters + "«wrong»" + letters).rendered(width: 40) == """
        metrics/a.yaml:1:201: error[NS201]: the metric is wrong
          |
        1 | …defghi abcdefghi wrongabcdefghi ab…
          |                   ^^^^^


        """)
    #expect(
      MarkedText("title: «" + letters + "»").rendered(width: 40) == """
        metrics/a.yaml:1:8: error[NS201]: the metric is wrong
          |
        1 | …abcdefghi abcdefghi abcdefghi abcd…
          |  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^


        """)
    #expect(
      MarkedText("title: wrong‸ " + letters).rendered(width: 40) == """
        metrics/a.yaml:1:13: error[NS201]: the metric is wrong
          |
        1 | title: wrong abcdefghi abcdefghi a…
          |             ^


        """)
  }

  @Test(arguments: [0, 7, 40, 61, 100, 5000])
  func noExcerptIsWiderThanTheTerminal(_ width: Int) {
    let wide = String(repeating: "会é👩‍👩‍👧\t\u{202E}x", count: 300)
    for marked in [wide + "«x»" + wide, "«" + wide + "»", wide + "‸", "‸" + wide, wide + "«" + wide + "»" + wide] {
      for line in MarkedText(marked).rendered(width: width).split(separator: "\n").dropFirst() {
        #expect(line.displayWidth <= min(max(width, 40), 1000))
      }
    }
  }

  @Test(arguments: ["\t", "\u{85}", "\u{E0001}", "会", "👩‍👩‍👧", "e\u{301}", "x", "\u{1B}"])
  func theRangeIsInSightBehindAnyText(_ character: String) {
    for count in [0, 1, 7, 40, 400, 4000] {
      let text = String(repeating: character, count: count)
      let lines = MarkedText(text + "end«Q»" + text).rendered(width: 60).split(separator: "\n")
      let carets = lines[3].dropFirst(4)
      let line = lines[2].dropFirst(4)
      #expect(carets.last == "^")
      let before = line.prefix { $0 != "Q" }
      #expect(before.hasSuffix("end") && before.count < line.count)
      #expect(before.displayWidth == carets.count - 1)
    }
  }

  @Test func aHugeLineIsShownInPart() {
    let half = String(repeating: "会議, ", count: 100_000)
    let output = MarkedText(half + "«wrong»" + half).rendered(width: 80)
    #expect(output.hasPrefix("metrics/a.yaml:1:400001: error"))
    #expect(output.contains(" wrong会議, "))
    #expect(output.utf8.count < 1000)
  }

  @Test func columnsAreRightFarIntoALine() {
    let item = "{é: 会👍}, "
    let text = Array(String(repeating: item, count: 3000).utf8)
    let diagnostics = stride(from: 0, to: 3000, by: 37).map { number in
      var diagnostic = MarkedText("«").diagnostic()
      diagnostic.location.range = ByteRange(at: UInt32(number * item.utf8.count + 5))
      return diagnostic
    }
    let output = TextFormat().render(Findings(diagnostics, files: 1, toolVersion: "1") { _ in text })
    let headings = output.split(separator: "\n").filter { $0.contains("error[") }
    let columns = stride(from: 0, to: 3000, by: 37).map { "metrics/a.yaml:1:\($0 * item.unicodeScalars.count + 5): " }
    #expect(headings.count == columns.count)
    for (heading, column) in zip(headings, columns) { #expect(heading.hasPrefix(column)) }
  }

  @Test(arguments: [(7, 9), (6, 6), (0, 7), (4_000_000_000, 4_294_967_295)] as [(UInt32, UInt32)])
  func aRangeOutsideTheTextHasNoExcerpt(_ lower: UInt32, _ upper: UInt32) {
    var diagnostic = MarkedText("«").diagnostic()
    diagnostic.location.range = ByteRange(lower, upper)
    let output = TextFormat().render(Findings([diagnostic], in: ["metrics/a.yaml": "id: a"]))
    #expect(output.contains("error[NS201]: the metric is wrong"))
    #expect(!output.contains("|"))
  }

  @Test func aFileThatCannotBeReadHasNoExcerpt() {
    let output = TextFormat().render(Findings([MarkedText("id: «a»").diagnostic()], in: [:]))
    #expect(output == "metrics/a.yaml:1:1: error[NS201]: the metric is wrong\n\n")
  }

  @Test func brokenUTF8IsShownAsFarAsItCanBe() {
    let text: [UInt8] = [0x61, 0x3A, 0x20, 0xE4, 0xFF, 0x20, 0x62, 0x0A]
    for lower in 0...8 as ClosedRange<UInt32> {
      for upper in lower...8 {
        var diagnostic = MarkedText("«").diagnostic()
        diagnostic.location.range = ByteRange(lower, upper)
        let findings = Findings([diagnostic], files: 1, toolVersion: "1") { _ in text }
        #expect(TextFormat().render(findings).contains("1 | a: \u{FFFD}\u{FFFD} b\n"))
      }
    }
  }
}
