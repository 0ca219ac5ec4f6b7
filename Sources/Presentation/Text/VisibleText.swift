extension String {
  /// The text on one line and safe to print: characters that would move the cursor, colour, reorder or hide text are
  /// shown as a picture (`␛`) or by their number (`<U+202E>`).
  package var visible: String {
    isPrintableASCII ? self : reduce(into: "") { $0 += $1.visible }
  }
}

extension Substring {
  package var visible: String { String(self).visible }
}

extension Character {
  /// The character in a form that is safe to print.
  package var visible: String {
    let scalars = unicodeScalars
    guard scalars.contains(where: { $0.isControl || $0.isHidden }) else { return String(self) }
    // Joiners shape the letters and emoji of many languages; next to ASCII they can only hide.
    let mayJoin = scalars.count > 1 && !(scalars.first?.isASCII ?? true)
    return scalars.reduce(into: "") { text, scalar in
      if scalar.isControl || (scalar.isHidden && !(mayJoin && scalar.isJoiner)) {
        text += scalar.picture
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
  }
}

extension Unicode.Scalar {
  /// C0, DEL and C1.
  package var isControl: Bool { value < 0x20 || (0x7F...0x9F).contains(value) }

  /// Without a shape of its own: separators, joiners, marks of direction, byte order marks, tags.
  package var isHidden: Bool {
    switch value {
    case 0xAD, 0x61C, 0x180E, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB,
      0xE0000...0xE007F:
      true
    default: false
    }
  }

  fileprivate var isJoiner: Bool { value == 0x200C || value == 0x200D || (0xE0020...0xE007F).contains(value) }

  fileprivate var picture: String {
    if value < 0x20, let picture = Unicode.Scalar(0x2400 + value) { return String(Character(picture)) }
    if value == 0x7F { return "␡" }
    let digits = String(value, radix: 16, uppercase: true)
    return "<U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + ">"
  }
}
