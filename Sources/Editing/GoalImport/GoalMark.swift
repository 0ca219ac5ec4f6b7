import Presentation

/// The mark in front of a goal: `Objective 1:`, `O2.`, `KR 1.2 -`, `Key result:`.
struct GoalMark {
  let isObjective: Bool
  /// The words after it.
  let rest: String

  /// `nil` for a text without such a mark.
  init?(_ text: String) {
    let text = GoalMark.separated(text).withoutEmphasis
    for (name, isObjective) in GoalMark.names {
      guard text.prefix(name.count).lowercased() == name else { continue }
      var rest = text.dropFirst(name.count)
      // `Objectives for spring` and `Krakow` begin otherwise.
      let number = GoalMark.number(&rest)
      guard rest.isEmpty || rest.first?.isLetter == false else { continue }
      let separated = rest.drop { $0 == " " || $0 == "\u{A0}" || $0 == "*" || $0 == "_" }
      let isSeparated = separated.first.map { ":.)-–—|]".contains($0) } ?? true
      // A letter alone needs its number, a name its number or a sign behind it.
      guard name.count > 1 || number else { continue }
      guard number || isSeparated else { continue }
      self.isObjective = isObjective
      self.rest = separated.drop { ":.)-–—|]*_ \u{A0}".contains($0) }.trimmed
      return
    }
    return nil
  }

  /// `**KR 1** Words` as `KR 1: Words`.
  private static func separated(_ text: String) -> String {
    guard let sign = ["**", "__", "`", "*"].first(where: text.hasPrefix) else { return text }
    let inner = text.dropFirst(sign.count)
    guard let end = inner.firstRange(of: sign), inner[..<end.lowerBound].count <= 16 else { return text }
    let name = inner[..<end.lowerBound]
    return name.contains(":") ? text : "\(name): \(inner[end.upperBound...])"
  }

  /// Longer names first.
  private static let names = [
    ("[objective", true), ("objective", true), ("key result", false), ("key-result", false), ("keyresult", false),
    ("obj.", true), ("obj", true), ("[kr", false), ("kr", false), ("o", true),
  ]

  /// Skips `1`, ` 1.2`, `#3`, `-4`; whether there was a number.
  private static func number(_ rest: inout Substring) -> Bool {
    var place = rest.drop { $0 == " " || $0 == "\u{A0}" }
    if place.first == "#" || place.first == "-" { place = place.dropFirst() }
    let digits = place.prefix { $0.isASCIIDigit || $0 == "." }
    guard digits.first?.isASCIIDigit == true else { return false }
    place = place.dropFirst(digits.count)
    // `KR1a`
    if let letter = place.first, letter.isLetter, place.dropFirst().first?.isLetter != true {
      place = place.dropFirst()
    }
    // `O2 concentration` has its number at once and so has `KR 95 % of …` not.
    if place.first == "%" || place.drop(while: { $0 == " " }).first == "%" { return false }
    rest = place
    return true
  }
}

extension Character {
  var isASCIIDigit: Bool { isASCII && isNumber }
}

extension String {
  /// Without the signs of Markdown for bold and italic text around it or its beginning.
  var withoutEmphasis: String {
    guard contains("*") || contains("_") || contains("`") else { return trimmed }
    var text = replacing("**", with: "").replacing("__", with: "").trimmed
    for sign in ["*", "_"] where text.hasPrefix(sign) && text.hasSuffix(sign) && text.count > 2 {
      text = String(text.dropFirst().dropLast())
    }
    return text.trimmed
  }

  /// The words on one line, without characters that a file must not contain.
  var onOneLine: String {
    split { $0.isWhitespace || $0.unicodeScalars.allSatisfy { $0.isControl || $0.value == 0xFEFF } }
      .joined(separator: " ")
  }
}
