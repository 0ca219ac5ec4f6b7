import Diagnostics
internal import Presentation

extension String {
  /// The text in lines of at most `width` columns, broken between words, and inside words that are longer than a line;
  /// at least one line.
  func wrapped(to width: Int) -> [String] {
    guard displayWidth > width else { return [self] }
    var lines: [String] = []
    var line = ""
    for word in split(separator: " ").flatMap({ String($0).pieces(of: max(1, width)) }) {
      let longer = line.isEmpty ? word : line + " " + word
      if line.isEmpty || longer.displayWidth <= width {
        line = longer
      } else {
        lines.append(line)
        line = word
      }
    }
    return lines + [line]
  }

  private func pieces(of width: Int) -> [String] {
    guard displayWidth > width else { return [self] }
    return reduce(into: [""]) { pieces, character in
      let last = pieces[pieces.count - 1]
      if !last.isEmpty, last.displayWidth + character.displayWidth > width { pieces.append("") }
      pieces[pieces.count - 1].append(character)
    }
  }
}
