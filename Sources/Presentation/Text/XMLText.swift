extension StringProtocol {
  /// The text for XML 1.0, as content or between double quotes; without U+FFFE and U+FFFF, which XML does not allow.
  ///
  /// Keeps control characters: apply `visible` first.
  package var xmlEscaped: String {
    unicodeScalars.reduce(into: "") { text, scalar in
      switch scalar {
      case "&": text += "&amp;"
      case "<": text += "&lt;"
      case ">": text += "&gt;"
      case "\"": text += "&quot;"
      case "\u{FFFE}", "\u{FFFF}": break
      default: text.unicodeScalars.append(scalar)
      }
    }
  }
}
