import Diagnostics
internal import Presentation
import StrategyModel

/// A timeline as a self-contained SVG picture that prints in black and white.
package struct TimelineSVG: Sendable {
  private let id: String

  /// - Parameter id: the prefix of the ids in the picture; pictures on one page need different ones.
  package init(id: String = "timeline") { self.id = id }

  package func render(_ picture: TimelinePicture) -> String {
    let scale = Scale(picture)
    let height = Self.top + picture.lanes.count * Self.laneHeight + 8
    let groups = Set(picture.lanes.flatMap { $0.bars.map(\.group) }).sorted()
    var parts = [head(picture, height)]
    for (place, label) in scale.ticks {
      parts.append(
        "<line class=\"tick\" x1=\"\(place)\" x2=\"\(place)\" y1=\"\(Self.top - 6)\" y2=\"\(height - 8)\"/>"
          + "<text class=\"tick\" x=\"\(place + 3)\" y=\"\(Self.top - 8)\">\(label)</text>")
    }
    for (position, lane) in picture.lanes.enumerated() {
      let y = Self.top + position * Self.laneHeight
      let name = lane.name.visible.xmlEscaped
      parts.append("<text class=\"lane\" x=\"\(Self.left - 8)\" y=\"\(y + 17)\">\(name)</text>")
      parts += lane.bars.map { bar(of: $0, y, scale, shade: groups.firstIndex(of: $0.group) ?? 0) }
    }
    return parts.joined(separator: "\n") + "\n</svg>\n"
  }

  private static let left = 230
  private static let width = 1100
  private static let top = 34
  private static let laneHeight = 26

  /// The horizontal position of a day.
  private struct Scale {
    let from: Day
    let days: Int
    let ticks: [(place: Int, label: String)]

    init(_ picture: TimelinePicture) {
      let (from, days) = (picture.from, max(1, picture.to - picture.from + 1))
      (self.from, self.days) = (from, days)
      // The number of months between ticks, so that there are at most a dozen labels.
      let step = [1, 2, 3, 6, 12, 24, 60, 120].first { days / (30 * $0) <= 12 } ?? 240
      var ticks: [(Int, String)] = []
      var day = Day(year: from.year, month: 1, day: 1) ?? from
      while day <= picture.to, ticks.count < 100 {
        if day >= from { ticks.append((Scale.place(day - from, of: days), String(day.description.prefix(7)))) }
        day = day.adding(months: step)
      }
      self.ticks = ticks
    }

    func place(_ day: Day) -> Int { Scale.place(min(max(0, day - from), days), of: days) }

    private static func place(_ offset: Int, of days: Int) -> Int {
      TimelineSVG.left + offset * (TimelineSVG.width - TimelineSVG.left - 10) / days
    }
  }

  private func head(_ picture: TimelinePicture, _ height: Int) -> String {
    """
    <svg xmlns="http://www.w3.org/2000/svg" class="timeline" role="img" aria-labelledby="\(id)-title" \
    viewBox="0 0 \(Self.width) \(height)" width="100%">
    <title id="\(id)-title">\(picture.title.visible.xmlEscaped)</title>
    <style>
    .timeline text { font: 12px "DejaVu Sans", Verdana, "Segoe UI", Arial, sans-serif; fill: #222 }
    .timeline .lane { text-anchor: end }
    .timeline text.tick { fill: #666; font-size: 11px }
    .timeline line.tick { stroke: #ccc }
    .timeline .bar { stroke: #333 }
    .timeline .gap { fill: #fff; stroke: #b00020; stroke-width: 2; stroke-dasharray: 4 3 }
    </style>
    """
  }

  private func bar(of bar: TimelinePicture.Bar, _ y: Int, _ scale: Scale, shade: Int) -> String {
    let begin = scale.place(bar.from)
    let width = max(2, scale.place(bar.to + 1) - begin)
    let fill = bar.isGap ? "" : " fill=\"\(Self.shades[shade % Self.shades.count])\""
    let room = (width - 8) / 7
    let label = bar.label.visible
    let shown = label.count <= room ? label : room > 3 ? label.prefix(room - 1) + "…" : ""
    return """
      <g><title>\(bar.detail.visible.xmlEscaped)</title>\
      <rect class="\(bar.isGap ? "gap" : "bar")"\(fill) x="\(begin)" y="\(y + 2)" width="\(width)" height="21"/>\
      <text x="\(begin + 4)" y="\(y + 17)">\(shown.xmlEscaped)</text></g>
      """
  }

  /// Light enough for black text, and distinguishable in grey too.
  private static let shades = ["#dbe9f6", "#fde0c5", "#d5efcf", "#eadcf4", "#fff3b0", "#d9d9d9", "#f9cfd6", "#bfe3e0"]
}
