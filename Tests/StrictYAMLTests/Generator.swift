import TestSupport

// MARK: Documents

extension Chance {
  /// A document that is valid more often than not, in all the ways of writing that people use.
  mutating func document() -> [UInt8] {
    var text = happens(5) ? "---\n" : ""
    if happens(10) { text += "# \(one(of: Snippets.words))\n" }
    text += happens(85) ? mapping(column: 0, depth: 0) : sequence(column: 0, depth: 0)
    if happens(10) { text += "# end\n" }
    if happens(10) { text = text.replacing("\n", with: "\r\n") }
    if happens(10), text.hasSuffix("\n") { text.removeLast() }
    return Array(text.utf8)
  }

  private mutating func mapping(column: Int, depth: Int) -> String {
    let indent = String(repeating: " ", count: column)
    var text = ""
    for index in 0...below(4) {
      if happens(8) { text += one(of: ["\n", indent + "# note\n", "# note\n", "   \n"]) }
      text += indent + key(index) + ":" + value(column: column, depth: depth)
    }
    return text
  }

  private mutating func key(_ index: Int) -> String {
    let name = one(of: Snippets.words) + String(index)
    switch below(12) {
    case 0: return "\"\(name)\""
    case 1: return "'\(name)'"
    case 2: return name + " "
    default: return name
    }
  }

  private mutating func sequence(column: Int, depth: Int) -> String {
    let indent = String(repeating: " ", count: column)
    var text = ""
    for _ in 0...below(3) {
      if happens(5) { text += one(of: ["\n", indent + "# note\n"]) }
      if depth < 4, happens(30) {
        let gap = 1 + below(2)
        let inner =
          happens(80)
          ? mapping(column: column + 1 + gap, depth: depth + 1) : sequence(column: column + 1 + gap, depth: depth + 1)
        text += indent + "-" + String(repeating: " ", count: gap) + inner.drop { $0 == " " }
      } else {
        text += indent + "-" + value(column: column, depth: depth, isItem: true)
      }
    }
    return text
  }

  /// The text after a colon or a dash, with its line end.
  private mutating func value(column: Int, depth: Int, isItem: Bool = false) -> String {
    let comment = happens(12) ? one(of: [" # note", "  # 'quoted' note", " #"]) : ""
    let inner = column + one(of: [1, 2, 2, 2, 3, 4])
    switch below(20) {
    case 0..<3 where depth < 4: return comment + "\n" + mapping(column: inner, depth: depth + 1)
    case 3..<5 where depth < 4:
      return comment + "\n" + sequence(column: happens(30) ? column : inner, depth: depth + 1)
    case 5..<7: return " " + flow(depth: depth) + comment + "\n"
    case 7..<9: return " " + block(column: inner)
    case 9 where !isItem || happens(10): return comment + "\n"
    case 10: return comment + "\n" + String(repeating: " ", count: inner) + scalar() + "\n"
    default: return " " + scalar() + comment + "\n"
    }
  }

  private mutating func scalar() -> String {
    switch below(10) {
    case 0: "\"" + one(of: Snippets.words) + one(of: Snippets.escapes) + one(of: Snippets.odd) + "\""
    case 1: "'" + one(of: Snippets.words) + one(of: ["", "''", " # ", ": ", "\\n"]) + one(of: Snippets.words) + "'"
    case 2: one(of: Snippets.odd)
    default: one(of: Snippets.words) + one(of: ["", "", " ", ":", " -", "#", ","]) + one(of: Snippets.words)
    }
  }

  private mutating func flow(depth: Int) -> String {
    let count = below(4)
    if happens(60) {
      let items = (0..<count).map { _ in flowValue(depth: depth) }
      return "[" + items.joined(separator: one(of: [", ", ",", " , "])) + (happens(5) && count > 0 ? "," : "") + "]"
    }
    let entries = (0..<count).map { "\(key($0)): \(flowValue(depth: depth))" }
    return "{" + entries.joined(separator: ", ") + "}"
  }

  private mutating func flowValue(depth: Int) -> String {
    depth < 3 && happens(20) ? flow(depth: depth + 1) : happens(80) ? one(of: Snippets.words) : scalar()
  }

  private mutating func block(column: Int) -> String {
    let onOwnLine = happens(10) ? "\n" + String(repeating: " ", count: 1 + below(column + 2)) : ""
    let number = happens(12) ? one(of: ["1", "2", "4"]) : ""
    var text =
      onOwnLine + one(of: ["|", ">"]) + number + one(of: ["", "", "-", "+"]) + (happens(5) ? " # note" : "") + "\n"
    for _ in 0..<(happens(5) ? 0 : 1 + below(4)) {
      let extra = happens(15) ? one(of: [" ", "   ", "\t"]) : ""
      text +=
        happens(20)
        ? one(of: ["\n", "  \n", String(repeating: " ", count: column + 1) + "\n"])
        : String(repeating: " ", count: column) + extra + one(of: Snippets.lines) + "\n"
    }
    return text
  }
}

// MARK: Damage

extension Chance {
  /// A text a few typing errors away from another one.
  mutating func damaged(_ text: [UInt8]) -> [UInt8] {
    var text = text
    for _ in 0...below(3) {
      let place = below(text.count + 1)
      switch below(7) {
      case 0: text.removeSubrange(place..<min(text.count, place + 1 + below(3)))
      case 1: text.insert(contentsOf: one(of: Snippets.indicators).utf8, at: place)
      case 2: text.insert(UInt8(truncatingIfNeeded: next()), at: place)
      case 3: text.removeSubrange(place...)
      case 4: text.insert(contentsOf: text[below(place + 1)..<place], at: below(text.count + 1))
      case 5: insertAtLineStart(&text, place)
      default: if place < text.count { text[place] = one(of: Array(one(of: Snippets.indicators).utf8) + [32]) }
      }
    }
    return text
  }

  private mutating func insertAtLineStart(_ text: inout [UInt8], _ place: Int) {
    let start = text[..<place].lastIndex(of: 10).map { $0 + 1 } ?? 0
    text.insert(contentsOf: one(of: Snippets.indicators + ["\t", " ", "  ", "---\n", "...\n"]).utf8, at: start)
  }

  /// Indicators, words and line ends in any order.
  mutating func soup() -> [UInt8] {
    var text = ""
    for _ in 0...below(14) {
      text += happens(60) ? one(of: Snippets.indicators) : happens(40) ? one(of: Snippets.words) : one(of: Snippets.odd)
    }
    return Array(text.utf8)
  }

  mutating func bytes() -> [UInt8] {
    let alphabet: [UInt8] = happens(50) ? Array(" \n:-#'\"[]{},ab|>&*!%@`?\t\r~.=<0\\".utf8) : Array(0...255)
    return (0..<below(40)).map { _ in one(of: alphabet) }
  }

  /// Any one of these.
  mutating func anything() -> [UInt8] {
    switch below(10) {
    case 0..<4: document()
    case 4..<7: damaged(document())
    case 7..<9: soup()
    default: bytes()
    }
  }
}

enum Snippets {
  static let words = [
    "a", "activation", "Weekly hosted meetings", "41", "-5", "1.5", "2026-01-05", "NO", "null", "~", "true", "0x1F",
    "12:30", "größe", "日本", "e\u{301}", "a_b-c", "http://x.org/a?b=c", "50 %", "x y  z", "😀", "don't", "a\"b",
  ]
  static let odd = [
    "a:b", "a#b", ".5", "?x", ":x", "-x", "--", "---", "...", "=", "<<", "a: b", "a :b", "[", "]", "{}", "[]", "a,b",
    "\"\"", "''", "@x", "`x`", "%x", "!x", "&x", "*x", "|", ">", "a?b", "a[0]", "x]", "a\tb", "- a", "\\", "//", "+1",
    "\u{A0}", "\u{85}", "\u{2028}", "\u{FEFF}", "\u{7F}", "?", "-", ":", "a?", "?,", "~x", "a'", "'a' b", "=x", ".",
  ]
  static let escapes = [
    "\\n", "\\t", "\\\"", "\\\\", "\\/", "\\x41", "\\u00e9", "\\U0001F600", "\\ ", "\\0", "\\N", "\\_", "\\L", "\\P",
    "\\e", "\\q", "\\u12", "\\uD83D", "\\uFEFF", "\\a", "\\r", "\\v", "\\f", "\\b", "\\", "\\\t",
  ]
  static let lines = [
    "text", "two words", "# no comment", "- dash", "key: value", "\"quoted\"", "ends with blank ", "tab\tinside", "---",
    "größe", ":", "%", "<<<<<<< x",
  ]
  static let indicators = [
    "\n", "\n", "\n  ", "\n    ", "\n- ", "\n  - ", ": ", ":", ":\n", "- ", "-", "? ", "?", ", ", ",", "[", "]", "{",
    "}",
    "# ", " #", "#", "&a ", "*a", "!t ", "!!str ", "|\n", ">\n", "|-\n  ", ">+\n  ", "|2\n   ", ">1-\n ", "|\n\n  ",
    "'",
    "\"", "''", "\\", "%", "%YAML 1.2\n", "@", "`", "---", "--- ", "\n---\n", "...", "\n...\n", "\t", " \t", "\r",
    "\r\n",
    " ", "  ", "    ", "<<: ", "\u{FEFF}", "\u{85}", "\u{2028}", "\u{0}", "\u{1}", "\n<<<<<<< a\n", "\n=======\n",
    "\n>>>>>>> b\n", "a: ", "b:\n", "k: v\n", "x\n", "- x\n", "[a, b]", "{a: 1}", "[a: b]", "{a}", "{a: }", "[,]",
  ]
}
