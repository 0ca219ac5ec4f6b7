import Diagnostics
internal import Presentation

/// A line chart as a self-contained SVG picture that prints in black and white: lines differ in their dashes and in the
/// shape of their points, and everything drawn is also described in words.
package struct LineChartSVG: Sendable {
  private let id: String

  /// - Parameter id: the prefix of the ids in the picture; pictures on one page need different ones.
  package init(id: String = "line-chart") { self.id = id }

  package func render(_ chart: LineChart) -> String {
    let layout = LineChartLayout(chart)
    var parts = [head(of: chart)]
    if chart.series.indices.contains(where: { !chart.runs(of: $0).isEmpty }) {
      parts += band(in: layout) + grid(in: layout) + levels(in: layout)
      for line in chart.series.indices { parts.append(drawing(of: line, in: layout)) }
      parts += marks(in: layout) + labels(in: layout)
    } else {
      parts.append(
        "<text class=\"small\" x=\"\(LineChartLayout.left)\" y=\"\(LineChartLayout.top + 20)\">No values.</text>")
    }
    return parts.joined(separator: "\n") + "\n</svg>\n"
  }

  /// With more points, they are too close to tell apart.
  private static let mostPoints = 60

  private func head(of chart: LineChart) -> String {
    let (width, height) = (LineChartLayout.width, LineChartLayout.height)
    let title = FittedText(chart.title, size: 15, width: Double(width - 20), most: 1).lines.first ?? ""
    return """
      <svg xmlns="http://www.w3.org/2000/svg" class="line-chart" role="img" aria-labelledby="\(id)-title \(id)-desc" \
      viewBox="0 0 \(width) \(height)" width="100%">
      <title id="\(id)-title">\(chart.title.visible.xmlEscaped)</title>
      <desc id="\(id)-desc">\(chart.description.xmlEscaped)</desc>
      <style>
      .line-chart text { font: 12px "DejaVu Sans", Verdana, "Segoe UI", "Helvetica Neue", Arial, sans-serif; fill: #222 }
      .line-chart .title { font-size: 15px; font-weight: bold }
      .line-chart .small { font-size: 11px; fill: #555 }
      .line-chart .end { text-anchor: end }
      .line-chart .middle { text-anchor: middle }
      .line-chart .halo { paint-order: stroke; stroke: #fff; stroke-width: 3 }
      .line-chart .ground { fill: #fff }
      .line-chart .band { fill: #eee }
      .line-chart .edge { stroke: #757575; stroke-width: 1; stroke-dasharray: 2 3; fill: none }
      .line-chart .grid { stroke: #ccc; stroke-width: 1 }
      .line-chart .axis { stroke: #757575; stroke-width: 1 }
      .line-chart .level { stroke: #333; stroke-width: 1.5; stroke-dasharray: 10 5 }
      .line-chart .line { fill: none; stroke: #222; stroke-width: 2; stroke-linejoin: round; stroke-linecap: round }
      .line-chart .other { stroke: #555; stroke-width: 1.75 }
      .line-chart .point { fill: #222; stroke: #fff; stroke-width: 1 }
      .line-chart .hollow { fill: #fff; stroke: #555; stroke-width: 1.5 }
      .line-chart .mark { fill: none; stroke: #222; stroke-width: 1.75 }
      </style>
      <rect class="ground" width="\(width)" height="\(height)"/>
      <text class="title" x="10" y="24">\(title.xmlEscaped)</text>
      <text class="small" x="10" y="44">\(chart.unit.visible.xmlEscaped)</text>
      """
  }

  private func band(in layout: LineChartLayout) -> [String] {
    guard let band = layout.chart.band else { return [] }
    let (top, bottom) = (layout.y(of: band.range.upperBound), layout.y(of: band.range.lowerBound))
    let width = layout.right - LineChartLayout.left
    let edges = [top, bottom].map { "<path class=\"edge\" d=\"M\(LineChartLayout.left) \($0.px)H\(layout.right)\"/>" }
    return [
      "<rect class=\"band\" x=\"\(LineChartLayout.left)\" y=\"\(top.px)\" width=\"\(width)\" "
        + "height=\"\(max(0, bottom - top).px)\"/>"
    ] + edges
  }

  private func grid(in layout: LineChartLayout) -> [String] {
    let (left, bottom) = (LineChartLayout.left, LineChartLayout.bottom)
    let rows = layout.axis.ticks.map { tick in
      let y = layout.y(of: tick)
      return "<path class=\"grid\" d=\"M\(left) \(y.px)H\(layout.right)\"/>"
        + "<text class=\"small end\" x=\"\(left - 8)\" y=\"\((y + 4).px)\">\(layout.axis.label(of: tick).xmlEscaped)</text>"
    }
    let columns = layout.namedPositions.map { position in
      let x = layout.x(of: position).px
      let name = FittedText(layout.chart.positions[position], size: 11, width: 330, most: 1).lines.first ?? ""
      return "<path class=\"axis\" d=\"M\(x) \(bottom)v5\"/>"
        + "<text class=\"small middle\" x=\"\(x)\" y=\"\(bottom + 20)\">\(name.xmlEscaped)</text>"
    }
    return rows + ["<path class=\"axis\" d=\"M\(left) \(bottom)H\(layout.right)\"/>"] + columns
  }

  private func levels(in layout: LineChartLayout) -> [String] {
    layout.chart.levels.filter(\.value.isFinite).map { level in
      "<path class=\"level\" d=\"M\(LineChartLayout.left) \(layout.y(of: level.value).px)H\(layout.right)\"/>"
    }
  }

  private func drawing(of line: Int, in layout: LineChartLayout) -> String {
    let chart = layout.chart
    let dashes = Self.dashes[line % Self.dashes.count]
    let style = (line == 0 ? "line" : "line other") + (dashes.isEmpty ? "\"" : "\" stroke-dasharray=\"\(dashes)\"")
    var parts = ["<g><title>\(chart.series[line].name.visible.xmlEscaped)</title>"]
    let runs = chart.runs(of: line)
    for run in runs where run.count > 1 {
      let points = run.map { "\(layout.x(of: $0).px) \(y(of: line, $0, layout).px)" }
      parts.append("<path class=\"\(style) d=\"M\(points.joined(separator: "L"))\"/>")
    }
    let isCrowded = runs.reduce(0) { $0 + $1.count } > Self.mostPoints
    // A value between two gaps has no line, and people look for the last one.
    for run in runs {
      for position in run where !isCrowded || run.count == 1 || position == runs.last?.last {
        parts.append(point(line, position, layout))
      }
    }
    return parts.joined(separator: "\n") + "</g>"
  }

  private static let dashes = ["", "8 4", "2 4", "10 4 2 4"]

  private func point(_ line: Int, _ position: Int, _ layout: LineChartLayout) -> String {
    let chart = layout.chart
    let told = "\(chart.positions[position]): \(chart.figure(chart.value(of: line, at: position)))"
    let shape = Self.shape(line, layout.x(of: position).px, y(of: line, position, layout).px)
    return "\(shape.begin)<title>\(told.visible.xmlEscaped)</title>\(shape.end)"
  }

  private static func shape(_ line: Int, _ x: String, _ y: String) -> (begin: String, end: String) {
    let path =
      switch line % 4 {
      case 1: "m-3.5 -3.5h7v7h-7z"
      case 2: "m0 -4.5l4.5 8h-9z"
      default: "m0 -5l5 5l-5 5l-5 -5z"
      }
    return line % 4 == 0
      ? ("<circle class=\"point\" cx=\"\(x)\" cy=\"\(y)\" r=\"3.5\">", "</circle>")
      : ("<path class=\"hollow\" d=\"M\(x) \(y)\(path)\">", "</path>")
  }

  private func marks(in layout: LineChartLayout) -> [String] {
    let rings = layout.chart.drawnMarks.map { mark in
      let (x, y) = (layout.x(of: mark.position).px, y(of: mark.series, mark.position, layout).px)
      let told = "\(layout.chart.positions[mark.position]): \(mark.label)"
      return
        "<circle class=\"mark\" cx=\"\(x)\" cy=\"\(y)\" r=\"7.5\"><title>\(told.visible.xmlEscaped)</title></circle>"
    }
    let texts = layout.markTexts.map { text in
      "<text class=\"small middle halo\" x=\"\(text.x.px)\" y=\"\(text.y.px)\">\(text.text.xmlEscaped)</text>"
    }
    return rings + texts
  }

  private func labels(in layout: LineChartLayout) -> [String] {
    let begin = layout.right + 14
    return layout.labels.map { label in
      let indent = label.series == nil ? 0 : LineChartLayout.keyWidth
      let room = Double(LineChartLayout.width - begin - indent - 8)
      let text = FittedText(label.text, size: 12, width: room, most: 1).lines.first ?? ""
      let style = label.series == nil ? " class=\"small\"" : ""
      let key = label.series.map { sample(of: $0, begin, label.y) } ?? ""
      return key + "<text\(style) x=\"\(begin + indent)\" y=\"\((label.y + 4).px)\">\(text.xmlEscaped)</text>"
    }
  }

  /// A piece of a line with a point on it, for the key.
  private func sample(of line: Int, _ x: Int, _ y: Double) -> String {
    let dashes = Self.dashes[line % Self.dashes.count]
    let style = (line == 0 ? "line" : "line other") + (dashes.isEmpty ? "\"" : "\" stroke-dasharray=\"\(dashes)\"")
    let point = Self.shape(line, "\(x + 13)", y.px)
    return "<path class=\"key \(style) d=\"M\(x) \(y.px)h26\"/>\(point.begin)\(point.end)"
  }

  private func y(of line: Int, _ position: Int, _ layout: LineChartLayout) -> Double {
    layout.y(of: layout.chart.value(of: line, at: position) ?? layout.axis.lower)
  }
}

extension Double {
  /// A coordinate in the picture, to a tenth of a pixel.
  fileprivate var px: String {
    guard abs(self) < 1e6 else { return "0" }
    let tenths = Int((self * 10).rounded())
    let sign = tenths < 0 ? "-" : ""
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(sign)\(abs(tenths) / 10).\(abs(tenths) % 10)"
  }
}
