import StrictYAML
import Testing

/// Texts whose cost would explode with a reader that goes back or looks ahead too often.
@Suite("Cost of reading", .serialized)
struct CostTests {
  static let families: [(name: String, unit: String)] = [
    ("different keys", "k#: v\n"), ("the same key", "k: v\n"), ("open brackets", "["), ("lines of brackets", "[\n"),
    ("open quotes", "a#: \"\n"), ("quotes in a row", "\""), ("dashes", "- "), ("lines of dashes", "-\n"),
    ("tabs", "\t"), ("lines of tabs", "\ta\n"), ("conflict starts", "<<<<<<< \n"), ("conflict middles", "=======\n"),
    ("conflicts", "<<<<<<< a\n=======\n>>>>>>> b\n"), ("comments", "# c\n"), ("blank lines", "\n"), ("spaces", " "),
    ("anchors", "&a "), ("tags", "! "), ("anchored keys", "&a a: "), ("lines of anchors", "a#: &b\n"), ("colons", ": "),
    ("keys on one line", "a: "),
    ("hashes", " #"), ("backslashes", "\\"), ("escapes", "\"\\"), ("question marks", "? "), ("text lines", "abc\n"),
    ("deeper text lines", "a#: b\n  c\n"), ("words", "word "), ("blocks", "a#: |\n  b\n"),
    ("blank blocks", "a#: |+\n\n"),
    ("other characters", "ö"), ("bytes that are no text", "\u{85}"), ("control characters", "\u{1}"),
    ("carriage returns", "\r"), ("flow items", "a, "), ("stray lines", "a#:\n    b: c\n  d: e\n"),
    ("indented blank lines", "    \n"), ("document markers", "---\n"), ("keys in braces", "k#: v, "),
  ]

  @Test(arguments: families.map(\.name))
  func eightTimesTheTextTakesAboutEightTimesTheTime(family: String) throws {
    let unit = try #require(Self.families.first { $0.name == family }).unit
    for prefix in ["", "a: [", "a: |\n  "] {
      let (small, large) = (text(unit, prefix, size: 1 << 14), text(unit, prefix, size: 1 << 17))
      // A quadratic reader takes 64 times as long. The best of several runs leaves out what else the machine does.
      let ratio = best { Document(parsing: large) } / best { Document(parsing: small) }
      #expect(ratio < 24, "\(prefix.debugDescription)")
    }
  }

  @Test(arguments: families.map(\.name))
  func memoryIsBoundedByTheText(family: String) throws {
    let unit = try #require(Self.families.first { $0.name == family }).unit
    let document = Document(parsing: text(unit, "", size: 1 << 14))
    #expect(document.nodes.count <= document.text.count + 1)
    #expect(document.faults.count <= 101)
  }

  private func best(_ read: () -> Document) -> Double {
    let times = (0..<4).map { _ in
      ContinuousClock().measure { #expect(read().faults.count <= 101) }
    }
    return (times.min() ?? .zero) / .nanoseconds(1)
  }

  /// A unit again and again; its first '#' behind a letter is a running number.
  private func text(_ unit: String, _ prefix: String, size: Int) -> [UInt8] {
    let parts = (unit.contains("k#") || unit.contains("a#") ? unit.split(separator: "#", maxSplits: 1) : [unit[...]])
      .map { Array($0.utf8) }
    var bytes = Array(prefix.utf8)
    var number = 0
    while bytes.count < size {
      bytes += parts[0]
      if parts.count > 1 { bytes += Array(String(number).utf8) + parts[1] }
      number += 1
    }
    return bytes
  }

  @Test func randomBytesNeverTrap() {
    var generator = Generator(seed: 7)
    for _ in 0..<300 {
      let bytes = (0..<generator.below(5000)).map { _ in UInt8(truncatingIfNeeded: generator.next()) }
      let document = Document(parsing: bytes)
      #expect(document.faults.count <= 101)
    }
  }

  @Test func everyCutOfATextIsRead() {
    var generator = Generator(seed: 11)
    let text = (0..<40).flatMap { _ in generator.document() }
    for end in 0...text.count {
      let document = Document(parsing: Array(text[..<end]))
      #expect(document.text.count == end)
    }
  }

  @Test func editingAndFormattingTakeLinearTime() throws {
    let items = (0..<40_000).map { "  - id: item-\($0) # note\n    unit:   percent\n" }.joined()
    let document = Document("list:\n" + items)
    let formatted = try document.formatted { _ in ["unit", "id"] }
    #expect(Document(parsing: formatted).faults.isEmpty)
    let edited = try document.applying([
      .set(["list", 39_999, "unit"], "x"), .append(["list"], "y"), .remove(["list", 20_000]),
    ])
    #expect(edited.faults.isEmpty)
  }
}
