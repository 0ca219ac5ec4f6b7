package import Presentation

/// Findings for people, in the style of rustc.
///
/// The first line of each, `path:line:column: error[NS201]: message`, is for `grep`, editors and problem matchers; an
/// empty line ends it. The caller prints the summary, in a place where it does not mix with findings.
package struct TextFormat: FindingsFormat {
  /// The width of the terminal in columns.
  package var width: Int
  package var style: Style

  package init(width: Int = 100, style: Style = .plain) {
    self.width = width
    self.style = style
  }

  package func render(_ findings: Findings) -> String {
    var texts = SourceTexts(findings.text)
    var output = ""
    for diagnostic in findings.diagnostics { output += render(diagnostic, &texts) + "\n" }
    return output
  }

  /// One diagnostic, each of its lines with its line end.
  func render(_ diagnostic: Diagnostic, _ texts: inout SourceTexts) -> String {
    let places = [diagnostic.location] + diagnostic.notes.compactMap(\.location)
    let lines = places.map { texts.span(of: $0).start.line }
    let gutter = String(lines.max() ?? 1).count
    var output = heading(diagnostic, &texts)
    output += excerpt(diagnostic.location, caret: "^", diagnostic.severity.role, gutter, &texts)
    for note in diagnostic.notes {
      output += labelled("note", .note, note.message + place(of: note.location, &texts))
      if let location = note.location { output += excerpt(location, caret: "-", .frame, gutter, &texts) }
    }
    for help in diagnostic.help { output += labelled("help", .help, help) }
    return output
  }

  private func heading(_ diagnostic: Diagnostic, _ texts: inout SourceTexts) -> String {
    let place = name(of: diagnostic.location, &texts)
    let severity = style.paint("\(diagnostic.severity.rawValue)[\(diagnostic.rule)]", diagnostic.severity.role)
    return "\(style.paint(place, .strong)): \(severity): \(style.paint(diagnostic.message.visible, .strong))\n"
  }

  private func labelled(_ label: String, _ role: Style.Role, _ text: String) -> String {
    "\(style.paint(label, role)): \(text.visible)\n"
  }

  private func place(of location: Location?, _ texts: inout SourceTexts) -> String {
    guard let location else { return "" }
    return ": " + name(of: location, &texts)
  }

  private func name(of location: Location, _ texts: inout SourceTexts) -> String {
    let start = texts.span(of: location).start
    // CI logs could take a line that starts with a colon for a command.
    let path = location.path.hasPrefix(":") ? "./" + location.path : location.path
    return "\(path.visible):\(start.line):\(start.column)"
  }

  private func excerpt(
    _ location: Location, caret: String, _ role: Style.Role, _ gutter: Int, _ texts: inout SourceTexts
  ) -> String {
    let room = min(max(width, 40), 1000) - gutter - 3
    guard let source = texts.text(of: location.path),
      let excerpt = Excerpt(location.range, in: source, width: room)
    else { return "" }
    let carets = style.paint(String(repeating: caret, count: excerpt.carets), role)
    var lines = framed("", gutter, "") + framed(String(excerpt.number), gutter, excerpt.line)
    lines += framed("", gutter, String(repeating: " ", count: excerpt.indent) + carets)
    if let last = excerpt.lastLine { lines += framed("…", gutter, "to line \(last)") }
    return lines
  }

  /// A line of an excerpt: number, bar, text.
  private func framed(_ number: String, _ gutter: Int, _ text: String) -> String {
    let padding = String(repeating: " ", count: max(0, gutter - number.count))
    return style.paint(padding + number + " |", .frame) + (text.isEmpty ? "" : " " + text) + "\n"
  }
}
