/// Texts, each a repeated unit, that would be very slow with a reader that goes back or looks ahead too often.
struct CostlyText {
  let name: String
  private let unit: String

  /// - Parameters:
  ///   - prefix: the text around the units.
  ///   - size: in bytes, at least.
  func bytes(behind prefix: String = "", size: Int) -> [UInt8] {
    // The first '#' after a letter is replaced by a running number.
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

  /// What the units may be inside.
  static let prefixes = ["", "a: [", "a: |\n  "]

  static let all: [CostlyText] = [
    ("different keys", "k#: v\n"), ("the same key", "k: v\n"), ("open brackets", "["), ("lines of brackets", "[\n"),
    ("open quotes", "a#: \"\n"), ("quotes in a row", "\""), ("dashes", "- "), ("lines of dashes", "-\n"),
    ("tabs", "\t"), ("lines of tabs", "\ta\n"), ("conflict starts", "<<<<<<< \n"), ("conflict middles", "=======\n"),
    ("conflicts", "<<<<<<< a\n=======\n>>>>>>> b\n"), ("comments", "# c\n"), ("blank lines", "\n"), ("spaces", " "),
    ("anchors", "&a "), ("tags", "! "), ("anchored keys", "&a a: "), ("lines of anchors", "a#: &b\n"), ("colons", ": "),
    ("keys on one line", "a: "), ("hashes", " #"), ("backslashes", "\\"), ("escapes", "\"\\"),
    ("question marks", "? "), ("text lines", "abc\n"), ("deeper text lines", "a#: b\n  c\n"), ("words", "word "),
    ("blocks", "a#: |\n  b\n"), ("blank blocks", "a#: |+\n\n"), ("other characters", "ö"),
    ("bytes that are not text", "\u{85}"), ("control characters", "\u{1}"), ("carriage returns", "\r"),
    ("flow items", "a, "), ("stray lines", "a#:\n    b: c\n  d: e\n"), ("indented blank lines", "    \n"),
    ("document markers", "---\n"), ("keys in braces", "k#: v, "),
  ].map { CostlyText(name: $0.0, unit: $0.1) }
}
