/// Text that is safe to print on any terminal: nothing in it moves the cursor, changes the terminal, reorders or hides.
///
/// Everything the program prints has this type, so that a name, subject or value that somebody else wrote cannot reach
/// a terminal in any other way. Lines and tabs are kept; everything else that `visible` shows as pictures or numbers is
/// shown so here.
package struct SafeText: Sendable, Hashable {
  package let text: String

  /// - Parameter coloured: whether to keep the escape sequences of `Style`.
  package init(_ text: String, coloured: Bool = false) {
    self.text = text.mayHide ? SafeText.pictured(text, coloured) : text
  }

  private static func pictured(_ text: String, _ coloured: Bool) -> String {
    var safe = ""
    var rest = text[...]
    while let character = rest.first {
      if coloured, character == "\u{1B}", let code = Style.sequences.first(where: { rest.hasPrefix($0) }) {
        safe += code
        rest = rest.dropFirst(code.count)
      } else {
        safe += SafeText.isLayout(character) ? String(character) : character.visible
        rest = rest.dropFirst()
      }
    }
    return safe
  }

  private static func isLayout(_ character: Character) -> Bool {
    character == "\n" || character == "\r\n" || character == "\t"
  }
}

extension String {
  /// JSON in which no character hides: each hidden character is escaped, which keeps the meaning.
  package var escapingHidden: String {
    guard mayHide else { return self }
    return reduce(into: "") { text, character in
      guard character != "\n", character.visible != String(character) else { return text.append(character) }
      for unit in character.utf16 {
        let digits = String(unit, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      }
    }
  }

  /// False only if no character has to be made visible. Looks at bytes, since most texts are large and plain.
  fileprivate var mayHide: Bool {
    let bytes = utf8.span
    for position in bytes.indices {
      let byte = bytes[position]
      if byte < 0x20 {
        if byte != 0x0A && byte != 0x09 { return true }
      } else if byte >= 0x7F {
        let (first, second) = (position > 1 ? bytes[position - 2] : 0, position > 0 ? bytes[position - 1] : 0)
        if String.hides(first, second, byte) { return true }
      }
    }
    return false
  }

  /// Whether two consecutive bytes of UTF-8 may end a character without a shape of its own.
  private static func hides(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
    switch (first, second, third) {
    case (_, _, 0x7F), (_, 0xC2, 0x80...0x9F), (_, 0xC2, 0xAD), (_, 0xD8, 0x9C), (_, 0xE1, 0xA0): true
    case (0xE2, 0x80, 0x8B...0x8F), (0xE2, 0x80, 0xA8...0xAE), (0xE2, 0x81, 0xA0...0xAF): true
    case (0xEF, 0xBB, 0xBF), (0xEF, 0xBF, 0xB9...0xBB), (_, 0xF3, 0xA0): true
    default: false
    }
  }
}
