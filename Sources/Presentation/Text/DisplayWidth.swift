extension Character {
  /// How many columns of a terminal the character takes: 0, 1, 2, or more for conjuncts of several letters.
  package var displayWidth: Int {
    if isASCII { return 1 }
    let scalars = unicodeScalars
    guard let first = scalars.first else { return 0 }
    if scalars.count == 1 { return first.displayWidth }
    // A sequence drawn as one emoji, or a wide letter with its marks, takes the room of one wide character.
    let isEmoji = first.properties.isEmoji && scalars.contains { $0 == "\u{200D}" || $0.properties.isEmojiModifier }
    let isSelected = scalars.contains { $0 == "\u{FE0F}" } || first.isRegionalIndicator
    if isEmoji || isSelected || first.displayWidth == 2 { return 2 }
    return scalars.reduce(0) { $0 + $1.displayWidth }
  }
}

extension String {
  /// How many columns of a terminal the text takes, ignoring the effect of control characters.
  package var displayWidth: Int {
    // Iterating over characters costs twenty times as much.
    isPrintableASCII ? utf8.count : reduce(0) { $0 + $1.displayWidth }
  }

  var isPrintableASCII: Bool {
    let bytes = utf8.span
    for position in bytes.indices where bytes[position] < 0x20 || 0x7F <= bytes[position] { return false }
    return true
  }
}

extension Substring {
  package var displayWidth: Int { String(self).displayWidth }
}

extension Unicode.Scalar {
  fileprivate var isRegionalIndicator: Bool { (0x1F1E6...0x1F1FF).contains(value) }

  fileprivate var displayWidth: Int {
    if value < 0x300 { return value == 0xAD ? 0 : 1 }
    // Vowels and finals of Hangul syllables are drawn inside the box of the consonant before them.
    if (0x1160...0x11FF).contains(value) || (0xD7B0...0xD7FF).contains(value) { return 0 }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .spacingMark, .format, .lineSeparator, .paragraphSeparator: return 0
    default: return isWide ? 2 : 1
    }
  }

  private var isWide: Bool {
    guard value >= 0x1100 else { return false }
    var low = 0
    var high = wideCharacters.count
    while low < high {
      let middle = (low + high) / 2
      if wideCharacters[middle].upperBound < value { low = middle + 1 } else { high = middle }
    }
    return low < wideCharacters.count && wideCharacters[low].contains(value)
  }
}
