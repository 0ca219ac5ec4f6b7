import Diagnostics
internal import Presentation

/// A waterfall as a self-contained SVG picture that prints in black and white: totals are white, rises dark, falls
/// hatched, and every number is written beside its bar.
package struct WaterfallSVG: Sendable {
  private let id: String

  /// - Parameter id: the prefix of the ids in the picture; pictures on one page need different ones.
  package init(id: String = "waterfall") { self.id = id }

  package func render(_ picture: WaterfallPicture) -> String {
    let bars = picture.bars
    let height = Self.top + bars.count * Self.rowHeight + (picture.isAxisCut ? 26 : 10)
    var parts = [head(picture, bars, height)]
    var level: Int?
    for (row, bar) in bars.enumerated() {
      let y = Self.top + row * Self.rowHeight
      parts.append(draw(bar, y, picture.axis))
      let end = place(bar.step.map { $0.change < 0 ? bar.lower : bar.upper } ?? picture.end(of: row), picture.axis)
      if let level { parts.append(connector(level, y)) }
      level = end
    }
    if picture.isAxisCut {
      let start = picture.axis.lowerBound.figure
      parts.append(
        "<text class=\"small\" x=\"\(Self.left)\" y=\"\(height - 8)\">The axis begins at \(start), not at 0.</text>")
    }
    return parts.joined(separator: "\n") + "\n</svg>\n"
  }

  private static let left = 250
  private static let right = 740
  private static let width = 1180
  private static let top = 50
  private static let rowHeight = 30

  private func head(_ picture: WaterfallPicture, _ bars: [WaterfallPicture.Bar], _ height: Int) -> String {
    """
    <svg xmlns="http://www.w3.org/2000/svg" class="waterfall" role="img" aria-labelledby="\(id)-title \(id)-desc" \
    viewBox="0 0 \(Self.width) \(height)" width="100%">
    <title id="\(id)-title">\(picture.title.visible.xmlEscaped)</title>
    <desc id="\(id)-desc">\(description(bars).xmlEscaped)</desc>
    <defs><pattern id="\(id)-fall" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">\
    <rect width="6" height="6" fill="#fff"/><rect width="2.5" height="6" fill="#333"/></pattern></defs>
    <style>
    .waterfall text { font: 12px "DejaVu Sans", Verdana, "Segoe UI", Arial, sans-serif; fill: #222 }
    .waterfall .label { text-anchor: end }
    .waterfall .title { font-size: 15px; font-weight: bold }
    .waterfall .small { fill: #555; font-size: 11px }
    .waterfall .strong { font-weight: bold }
    .waterfall rect { stroke: #222 }
    .waterfall .total { fill: #fff }
    .waterfall .rise { fill: #555 }
    .waterfall .fall { fill: url(#\(id)-fall) }
    .waterfall .dominant { stroke-width: 2.5 }
    .waterfall line { stroke: #777; stroke-dasharray: 2 2 }
    </style>
    <text class="title" x="10" y="24">\(picture.title.visible.xmlEscaped)</text>
    """
  }

  /// The picture in words.
  private func description(_ bars: [WaterfallPicture.Bar]) -> String {
    bars.map { bar in
      let mark = bar.step?.isDominant == true ? ", the largest step" : ""
      return "\(bar.label.visible): \(bar.value)\(mark)"
    }.joined(separator: "; ") + "."
  }

  private func draw(_ bar: WaterfallPicture.Bar, _ y: Int, _ axis: ClosedRange<Double>) -> String {
    let (begin, end) = (place(bar.lower, axis), place(bar.upper, axis))
    let kind = bar.kind == .total ? "total" : bar.kind == .rise ? "rise" : "fall"
    let isDominant = bar.step?.isDominant == true
    let notes = [bar.step?.detail, bar.step?.owner].compactMap(\.self).filter { !$0.isEmpty }.joined(separator: ", ")
    let label = FittedText(bar.label, size: 12, width: Double(Self.left - 16), most: 1).lines.first ?? ""
    let note = FittedText(notes, size: 11, width: Double(Self.width - Self.right - 90), most: 1).lines.first ?? ""
    return """
      <g><title>\((bar.label + ": " + bar.value + (notes.isEmpty ? "" : ", " + notes)).visible.xmlEscaped)</title>\
      <text class="label\(isDominant ? " strong" : "")" x="\(Self.left - 8)" y="\(y + 17)">\(label.xmlEscaped)</text>\
      <rect class="\(kind)\(isDominant ? " dominant" : "")" x="\(begin)" y="\(y + 3)" width="\(max(1, end - begin))" \
      height="20"/>\
      <text\(isDominant ? " class=\"strong\"" : "") x="\(end + 6)" y="\(y + 17)">\(bar.value)</text>\
      <text class="small" x="\(Self.right + 90)" y="\(y + 17)">\(note.xmlEscaped)</text></g>
      """
  }

  /// A line from the level at which one bar ends to the next bar.
  private func connector(_ level: Int, _ y: Int) -> String {
    "<line x1=\"\(level)\" x2=\"\(level)\" y1=\"\(y - 7)\" y2=\"\(y + 3)\"/>"
  }

  private func place(_ value: Double, _ axis: ClosedRange<Double>) -> Int {
    let span = axis.upperBound / 2 - axis.lowerBound / 2
    guard span > 0, value.isFinite else { return Self.left }
    let share = min(max((value / 2 - axis.lowerBound / 2) / span, 0), 1)
    return Self.left + Int((share * Double(Self.right - Self.left)).rounded())
  }
}

extension WaterfallPicture {
  /// The level at which a total ends.
  fileprivate func end(of row: Int) -> Double { row == 0 ? from.value : to.value }
}
