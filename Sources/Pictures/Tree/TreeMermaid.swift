import Diagnostics
internal import Presentation

/// A metric tree as a Mermaid flowchart, which code hosts draw inside Markdown.
///
/// Source: mermaid.js.org, "Flowcharts - Basic Syntax".
package struct TreeMermaid: Sendable {
  package init() {}

  package func render(_ picture: TreePicture) -> String {
    var lines = ["flowchart RL"] + picture.notes.map { "  %% note: \($0.visible)" }
    lines.append("  accTitle: Metric tree of \(plain(picture.title))")
    for (position, node) in picture.nodes.enumerated() { lines.append("  n\(position)\(box(node))") }
    for edge in picture.edges { lines.append("  n\(edge.lower) \(arrow(edge.kind)) n\(edge.upper)") }
    lines.append("  classDef northStar stroke-width:4px")
    let northStars = picture.nodes.indices.filter { picture.nodes[$0].role == .northStar }
    if !northStars.isEmpty { lines.append("  class \(northStars.map { "n\($0)" }.joined(separator: ",")) northStar") }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Roles differ in shape, so that they can be told apart without colour.
  private func box(_ node: TreePicture.Node) -> String {
    let lines = [node.label] + node.details
    // Without a zero-width space, Markdown would read a list or a heading into the start of a label.
    let isWord = node.label.unicodeScalars.first?.properties.isAlphabetic ?? true
    let text = "\"" + (isWord ? "" : noSpace) + lines.map { escaped($0.visible) }.joined(separator: "<br/>") + "\""
    switch node.role {
    case .northStar: return "[[\(text)]]"
    case .input, .metric: return "[\(text)]"
    case .driver: return "(\(text))"
    case .guardrail: return "{{\(text)}}"
    case .result: return "([\(text)])"
    case .objective: return ">\(text)]"
    }
  }

  private func arrow(_ kind: TreePicture.Edge.Kind) -> String {
    switch kind {
    case .component: "-->"
    case .influence: "-. \"\(kind.caption)\" .->"
    case .segment: "-- \"segment\" -->"
    case .guards: "-- \"guards\" --x"
    case .aims: "-. \"aims at\" .-o"
    case .supports: "-. \"supports\" .-o"
    }
  }

  /// Everything that Mermaid, its Markdown or HTML could read as more than text becomes a numbered entity.
  private func escaped(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    return scalars.indices.reduce(into: "") { text, position in
      let scalar = scalars[position]
      if isHarmless(scalar) {
        text.unicodeScalars.append(scalar)
      } else if joinsLetters(position, in: scalars), "-_.".unicodeScalars.contains(scalar) {
        text.unicodeScalars.append(scalar)
      } else {
        text += "#\((lookalikes[scalar] ?? scalar).value);"
      }
      if breaksLinks(position, in: scalars) { text += noSpace }
    }
  }

  /// Within a word or a number, where it starts neither a list nor emphasis.
  private func joinsLetters(_ position: Int, in scalars: [Unicode.Scalar]) -> Bool {
    guard position > 0, position + 1 < scalars.count else { return false }
    return isLetter(scalars[position - 1]) && isLetter(scalars[position + 1])
  }

  /// Whether a link would continue here: `https://`, `www.`, `name@host`, `[text](target)`.
  private func breaksLinks(_ position: Int, in scalars: [Unicode.Scalar]) -> Bool {
    switch scalars[position] {
    case "@", ":", "]": true
    case ".": position > 0 && scalars[position - 1].properties.isAlphabetic
    default: false
    }
  }

  /// The title is unquoted, where entities are not read.
  private func plain(_ text: String) -> String {
    String(String.UnicodeScalarView(text.visible.unicodeScalars.map { isHarmless($0) ? $0 : " " }))
  }

  private func isHarmless(_ scalar: Unicode.Scalar) -> Bool { isLetter(scalar) || scalar == " " || scalar == "," }

  private func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    !scalar.isASCII || scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }
}

/// A zero-width space.
private let noSpace = "#8203;"

/// Markdown reads its own marks even when they are entities, so lookalikes replace them.
private let lookalikes: [Unicode.Scalar: Unicode.Scalar] = [
  "`": "\u{2CB}", "*": "\u{2217}", "~": "\u{223C}", "_": "\u{2CD}",
]
