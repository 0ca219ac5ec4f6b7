import Diagnostics
internal import Presentation

/// A metric tree as a graph for Graphviz.
///
/// Source: graphviz.org, "DOT Language".
package struct TreeDOT: Sendable {
  package init() {}

  package func render(_ picture: TreePicture) -> String {
    var lines = [
      "digraph \(quoted(picture.title)) {", "  rankdir=RL", "  charset=\"UTF-8\"",
      "  node [shape=box, fontname=\"sans-serif\", fontsize=11]",
      "  edge [fontname=\"sans-serif\", fontsize=9]",
    ]
    lines += picture.notes.map { "  // note: \($0.visible)" }
    for (position, node) in picture.nodes.enumerated() {
      lines.append("  n\(position) [label=\(label(of: node)), tooltip=\(quoted(node.id))\(shape(of: node.role))]")
    }
    for edge in picture.edges { lines.append("  n\(edge.lower) -> n\(edge.upper) [\(look(of: edge.kind))]") }
    return lines.joined(separator: "\n") + "\n}\n"
  }

  /// Roles differ in shape, so that they can be told apart without colour.
  private func shape(of role: TreePicture.Node.Role) -> String {
    switch role {
    case .northStar: ", peripheries=2, penwidth=2"
    case .input, .metric: ""
    case .driver: ", style=rounded"
    case .guardrail: ", shape=octagon"
    case .result: ", shape=ellipse"
    case .objective: ", shape=note"
    }
  }

  private func look(of kind: TreePicture.Edge.Kind) -> String {
    switch kind {
    case .component: "style=solid"
    case .influence: "style=dashed, label=\(quoted(kind.caption))"
    case .segment: "style=dotted, label=\"segment\""
    case .guards: "arrowhead=tee, label=\"guards\""
    case .aims: "style=dotted, arrowhead=odot, label=\"aims at\""
    case .supports: "style=dotted, arrowhead=odiamond, label=\"supports\""
    }
  }

  private func label(of node: TreePicture.Node) -> String {
    let lines = [node.label] + node.details
    return "\"" + lines.map { escaped($0) }.joined(separator: "\\n") + "\""
  }

  private func quoted(_ text: String) -> String { "\"\(escaped(text))\"" }

  /// A backslash begins an escape sequence, an ampersand an HTML entity.
  private func escaped(_ text: String) -> String {
    text.visible.unicodeScalars.reduce(into: "") { text, scalar in
      switch scalar {
      case "\\": text += "\\\\"
      case "\"": text += "\\\""
      case "&": text += "&amp;"
      default: text.unicodeScalars.append(scalar)
      }
    }
  }
}
