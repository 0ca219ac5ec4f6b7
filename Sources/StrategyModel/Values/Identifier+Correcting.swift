extension Identifier {
  /// The identifier nearest to a text: lower-case letters without their accents, with hyphens for whatever else is
  /// between words. `nil` when none is near, as for a text in another script.
  ///
  /// - Parameter length: omits words that would exceed it.
  package static func corrected(_ text: String, atMost length: Int = 80) -> String? {
    let words = text.lowercased().unicodeScalars.prefix(400).map(folded).joined()
      .split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
    var candidate = ""
    for word in words {
      let longer = candidate.isEmpty ? String(word) : "\(candidate)-\(word)"
      if longer.utf8.count > length { break }
      candidate = longer
    }
    return isValid(candidate) ? candidate : nil
  }

  /// Why a text is not an identifier: a clause whose subject is the text.
  package static func refusal(of text: String) -> String {
    if text.isEmpty { return "is empty" }
    if text.utf8.count > 80 { return "has \(text.count) characters; an id has at most 80" }
    let isPlain = text.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
    guard isPlain else { return "is not an id of lower-case letters, digits and hyphens" }
    if !text.utf8.contains(where: { (0x61...0x7A).contains($0) }) { return "has only digits; an id needs a letter" }
    if text.hasPrefix("-") { return "begins with a hyphen" }
    if text.hasSuffix("-") { return "ends with a hyphen" }
    if text.contains("--") { return "has two hyphens side by side" }
    return "is a word that YAML takes for something else"
  }

  /// A letter without its accents, in ASCII if it is Latin: `ç` becomes `c`, `ß` becomes `ss`. A mark on its own is
  /// dropped.
  ///
  /// Source: the names in Unicode, which say from which letter another was made.
  private static func folded(_ scalar: Unicode.Scalar) -> String {
    if scalar.isASCII { return String(Character(scalar)) }
    if scalar.properties.generalCategory == .nonspacingMark { return "" }
    guard let name = scalar.properties.name else { return " " }
    for beginning in ["LATIN SMALL LETTER ", "LATIN SMALL LIGATURE ", "FULLWIDTH LATIN SMALL LETTER "]
    where name.hasPrefix(beginning) {
      let letter = name.dropFirst(beginning.count).split(separator: " ")
      switch letter[0] {
      case "SHARP": return "ss"
      case "THORN": return "th"
      case "ETH": return "d"
      case "ENG": return "ng"
      case "DOTLESS": return letter.last?.lowercased() ?? " "
      case let base where base.count <= 2: return base.lowercased()
      default: return " "
      }
    }
    return " "
  }
}
