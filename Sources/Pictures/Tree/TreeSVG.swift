import Diagnostics
internal import Presentation

/// A metric tree as a self-contained SVG picture: readable on white and on black, in print, and by screen readers.
package struct TreeSVG: Sendable {
  package init() {}

  package func render(_ picture: TreePicture) -> String {
    let layout = TreeLayout(picture)
    var parts = [head(of: picture, layout)]
    if let place = layout.othersHeading {
      parts.append("<text class=\"word\" x=\"\(place.x)\" y=\"\(place.y)\">not under the North Star</text>")
    }
    for fan in layout.fans { parts.append(lines(of: fan, in: layout, side: .right)) }
    for fan in layout.resultFans { parts.append(lines(of: fan, in: layout, side: .left)) }
    for box in layout.boxes { parts.append(drawing(of: box, in: picture)) }
    for (line, place) in layout.notes {
      parts.append("<text x=\"\(place.x)\" y=\"\(place.y)\">\(line.xmlEscaped)</text>")
    }
    return parts.joined(separator: "\n") + "\n</svg>\n"
  }

  /// Text and lines outside boxes are in a grey midway between white and black.
  private func head(of picture: TreePicture, _ layout: TreeLayout) -> String {
    let metrics = picture.nodes.count { $0.role != .objective }
    let count = metrics == 1 ? "1 metric" : "\(metrics) metrics"
    return """
      <svg xmlns="http://www.w3.org/2000/svg" role="graphics-document document" \
      aria-labelledby="metric-tree-title metric-tree-desc" viewBox="0 0 \(layout.width) \(layout.height)" \
      width="\(layout.width)" height="\(layout.height)">
      <title id="metric-tree-title">Metric tree of \(picture.title.visible.xmlEscaped)</title>
      <desc id="metric-tree-desc">\(count). Each box is moved by the boxes to its right that a line joins to it; \
      the word on the line says how.</desc>
      <style>
      text { font-family: "DejaVu Sans", Verdana, "Segoe UI", "Helvetica Neue", Arial, sans-serif; font-size: \
      \(TreeLayout.smallSize)px; fill: #333 }
      .name { font-size: \(TreeLayout.nameSize)px; font-weight: bold; fill: #000 }
      .word { fill: #757575 }
      .line { fill: none; stroke: #757575; stroke-width: 1.5 }
      .head { fill: #757575 }
      .box { fill: #fff; stroke: #333; stroke-width: 1 }
      .input { stroke-width: 2.5 }
      .north-star { fill: none; stroke: #333; stroke-width: 3 }
      .objective { fill: #eee }
      .again { stroke-dasharray: 4 3; stroke: #757575 }
      .influence { stroke-dasharray: 7 4 }
      .segment, .aims, .supports { stroke-dasharray: 2 3 }
      \(picture.showsValues ? Self.valueStyle : "")</style>
      """
  }

  private static let valueStyle = """
    .value { fill: #000 }
    .spark { fill: none; stroke: #000; stroke-width: 1.5; stroke-linecap: round; stroke-linejoin: round }

    """

  private enum Side {
    case left, right
  }

  /// A vertical line beside the hub, and from it a line to each box. Drivers point at the hub; the hub points at
  /// results.
  private func lines(of fan: TreeLayout.Fan, in layout: TreeLayout, side: Side) -> String {
    let hub = layout.boxes[fan.hub]
    let spokes = fan.spokes.map { layout.boxes[$0] }
    let out = side == .right ? 1 : -1
    let edge = side == .right ? hub.right : hub.x
    let bus = edge + out * 18
    let heights = spokes.map(\.middle) + [hub.middle]
    var parts = ["<path class=\"line\" d=\"M\(edge) \(hub.middle)H\(bus)\"/>"]
    if let top = heights.min(), let bottom = heights.max(), top < bottom {
      parts.append("<path class=\"line\" d=\"M\(bus) \(top)V\(bottom)\"/>")
    }
    if side == .right { parts.append(arrowHead(at: edge, hub.middle)) }
    for spoke in spokes {
      let end = side == .right ? spoke.x : spoke.right
      parts.append("<path class=\"line\(spoke.row.edge?.lineClass ?? "")\" d=\"M\(bus) \(spoke.middle)H\(end)\"/>")
      if side == .left { parts.append(arrowHead(at: end, spoke.middle)) }
      guard let word = spoke.row.edge?.caption else { continue }
      let x = side == .right ? bus + 6 : end + 14
      parts.append("<text class=\"word\" x=\"\(x)\" y=\"\(spoke.middle - 5)\">\(word)</text>")
    }
    return parts.joined(separator: "\n")
  }

  /// Points to the left.
  private func arrowHead(at x: Int, _ y: Int) -> String {
    "<path class=\"head\" d=\"M\(x + 1) \(y)l9 -5v10z\"/>"
  }

  private func drawing(of box: TreeLayout.Box, in picture: TreePicture) -> String {
    let node = picture.nodes[box.row.node]
    let told = [node.label, node.id] + node.details
    var parts = ["<g><title>\(told.joined(separator: "; ").visible.xmlEscaped)</title>"]
    if case .cut = box.row.mark {} else { parts.append(frame(of: box, node.role)) }
    let center = box.x + TreeLayout.boxWidth / 2
    var y = box.y + (box.height - box.textHeight) / 2 - 2
    for line in box.name {
      y += 17
      parts.append("<text class=\"name\" text-anchor=\"middle\" x=\"\(center)\" y=\"\(y)\">\(line.xmlEscaped)</text>")
    }
    for line in box.small {
      y += 15
      parts.append("<text text-anchor=\"middle\" x=\"\(center)\" y=\"\(y)\">\(line.xmlEscaped)</text>")
    }
    for line in box.values {
      y += 15
      parts.append(
        "<text class=\"value\" text-anchor=\"middle\" x=\"\(center)\" y=\"\(y)\">\(line.xmlEscaped)</text>")
    }
    if box.hasTrend, let trend = node.measured?.trend { parts.append(spark(trend, x: center - 50, y: y + 7)) }
    return parts.joined(separator: "\n") + "</g>"
  }

  /// The values of the last periods as a line of 100 by 16; a gap breaks it, and a single value is a dot.
  private func spark(_ values: [Double?], x: Int, y: Int) -> String {
    let known = values.compactMap(\.self)
    guard let least = known.min(), let most = known.max() else { return "" }
    // Halves, because the difference of two numbers may overflow.
    let span = most / 2 - least / 2
    var path = ""
    for (place, value) in values.enumerated() {
      guard let value else { continue }
      let share = span > 0 ? (value / 2 - least / 2) / span : 0.5
      let isFirst = place == 0 || values[place - 1] == nil
      let right = x + 100 * place / max(1, values.count - 1)
      let up = y + 16 - Int((share * 16).rounded())
      path += isFirst ? "M\(right) \(up)h0" : "L\(right) \(up)"
    }
    return "<path class=\"spark\" d=\"\(path)\"/>"
  }

  /// Roles differ in shape, so that they can be told apart without colour.
  private func frame(of box: TreeLayout.Box, _ role: TreePicture.Node.Role) -> String {
    let (x, y, width, height) = (box.x, box.y, TreeLayout.boxWidth, box.height)
    var style = "box"
    if case .none = box.row.mark {} else { style += " again" }
    switch role {
    case .guardrail:
      let corners = "M\(x + 10) \(y)h\(width - 20)l10 10v\(height - 20)l-10 10h-\(width - 20)l-10 -10v-\(height - 20)z"
      return "<path class=\"\(style)\" d=\"\(corners)\"/>"
    case .northStar:
      // The inner frame is visible on a dark background too.
      return rectangle(style, x, y, width, height) + rectangle("north-star", x + 5, y + 5, width - 10, height - 10)
    case .input: return rectangle(style + " input", x, y, width, height)
    case .driver: return rectangle(style, x, y, width, height, radius: 8)
    case .result: return rectangle(style, x, y, width, height, radius: height / 2)
    case .objective: return rectangle(style + " objective", x, y, width, height)
    case .metric: return rectangle(style, x, y, width, height)
    }
  }

  private func rectangle(_ style: String, _ x: Int, _ y: Int, _ width: Int, _ height: Int, radius: Int = 0) -> String {
    "<rect class=\"\(style)\" x=\"\(x)\" y=\"\(y)\" width=\"\(width)\" height=\"\(height)\" rx=\"\(radius)\"/>"
  }
}

extension TreePicture.Edge.Kind {
  fileprivate var lineClass: String {
    switch self {
    case .component, .guards: ""
    case .influence: " influence"
    case .segment: " segment"
    case .aims: " aims"
    case .supports: " supports"
    }
  }
}
