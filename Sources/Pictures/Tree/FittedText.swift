import Diagnostics
internal import Presentation

/// Text broken into lines for a box whose font is unknown: uses the widths of a wide bold sans-serif, so that a real
/// font is rarely wider.
struct FittedText {
  /// At least one line, none wider than requested.
  let lines: [String]

  /// - Parameters:
  ///   - size: of the font, in the unit of `width`.
  ///   - most: the most lines; `…` replaces any text that is left over.
  init(_ text: String, size: Double, width: Double, most: Int) {
    let room = width / size
    var lines: [String] = []
    var line = ""
    for word in text.visible.split(separator: " ").flatMap({ FittedText.pieces(of: $0, room: room) }) {
      let longer = line.isEmpty ? word : line + " " + word
      if FittedText.width(of: longer) <= room {
        line = longer
      } else {
        lines.append(line)
        line = word
      }
    }
    lines.append(line)
    if lines.count > most {
      lines[most - 1] = FittedText.cut(lines[most - 1], room: room)
      lines.removeSubrange(most...)
    }
    self.lines = lines
  }

  /// A word that is too long for a line, in pieces that fit.
  private static func pieces(of word: Substring, room: Double) -> [String] {
    var pieces = [""]
    var used = 0.0
    for character in word {
      let width = width(of: character)
      if used + width > room, used > 0 {
        pieces.append("")
        used = 0
      }
      pieces[pieces.count - 1].append(character)
      used += width
    }
    return pieces
  }

  private static func cut(_ line: String, room: Double) -> String {
    var left = room - 1
    let kept = line.prefix { character in
      left -= width(of: character)
      return left >= 0
    }
    return kept + "…"
  }

  private static func width(of text: String) -> Double {
    text.reduce(0) { $0 + width(of: $1) }
  }

  /// In ems of DejaVu Sans Bold, rounded up by class; wide letters are square.
  private static func width(of character: Character) -> Double {
    switch character {
    case "i", "j", "l", "I", ".", ",", ":", ";", "'", "|", "!", " ": 0.4
    case "m", "w", "M", "W", "@", "%", "…", "—": 1.1
    case "A"..."Z": 0.85
    default: character.isASCII ? 0.7 : max(0.85, 1.05 * Double(character.displayWidth) / 2)
    }
  }
}
