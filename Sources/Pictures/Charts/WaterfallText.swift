import Diagnostics
package import Presentation

/// A waterfall for a terminal: one row for each step, with a bar from the level before to the level after. What does
/// not fit beside the bar is written below it.
package struct WaterfallText: Sendable {
  /// The columns of the terminal; bars shrink to fit. `nil` for no limit.
  package var width: Int?
  package var style: Style
  /// Written before every row.
  package var indent: String

  package init(width: Int? = nil, style: Style = .plain, indent: String = "") {
    (self.width, self.style, self.indent) = (width, style, indent)
  }

  /// The rows, each with its line end.
  package func render(_ picture: WaterfallPicture) -> String {
    let bars = picture.bars
    let cells = bars.map { bar in
      [
        bar.label.visible + (bar.step?.isDominant == true ? " ◆" : ""), (bar.step?.detail ?? "").visible, bar.value,
        (bar.step?.owner ?? "").visible,
      ]
    }
    let widths = fitted((0..<4).map { column in cells.map { $0[column].displayWidth }.max() ?? 0 })
    let room = barWidth(widths)
    let lines = zip(bars, cells).map { bar, cells in
      let labels = cells[0].wrapped(to: widths[0])
      let texts = [
        labels[0].filled(to: widths[0]), cells[1].filled(to: widths[1]),
        cells[2].filled(to: widths[2], fromRight: true), draw(bar, on: picture.axis, width: room), cells[3],
      ]
      let shown = zip(texts, [widths[0], widths[1], widths[2], room, widths[3]]).filter { $1 > 0 }.map(\.0)
      let line = indent + shown.joined(separator: "  ")
      let hidden = [1, 3].filter { widths[$0] == 0 && !cells[$0].isEmpty }.map { cells[$0] }.joined(separator: ", ")
      let below = labels.dropFirst() + (hidden.isEmpty ? [] : indented(hidden))
      let trimmed = ([String(line.reversed().drop { $0 == " " }.reversed())] + below.map { indent + $0 })
        .joined(separator: "\n")
      return bar.step?.isDominant == true ? style.paint(trimmed, .strong) : trimmed
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// A text below a row, a little to the right of its label.
  private func indented(_ text: String) -> [String] {
    text.wrapped(to: max(8, (width ?? .max) - indent.displayWidth - 2)).map { "  " + $0 }
  }

  /// The widths of label, detail, value and owner. If they are too wide, owners move below first, then details, then
  /// the ends of labels.
  private func fitted(_ wanted: [Int]) -> [Int] {
    guard let width else { return wanted }
    var widths = wanted
    for column in [3, 1] where taken(widths) > width { widths[column] = 0 }
    if taken(widths) > width { widths[0] = max(8, widths[0] - (taken(widths) - width)) }
    return widths
  }

  /// The columns of a row without its bar.
  private func taken(_ widths: [Int]) -> Int {
    let shown = widths.filter { $0 > 0 }
    return indent.displayWidth + shown.reduce(0, +) + 2 * max(0, shown.count - 1)
  }

  /// The columns that remain for the bar: 8 to 40, or none.
  private func barWidth(_ widths: [Int]) -> Int {
    guard let width else { return 32 }
    let room = min(width - taken(widths) - 2, 40)
    return room >= 8 ? room : 0
  }

  /// Draws totals, rises and falls so that they differ without colours.
  private func draw(_ bar: WaterfallPicture.Bar, on axis: ClosedRange<Double>, width: Int) -> String {
    guard width > 0 else { return "" }
    let begin = place(bar.lower, on: axis, width: width)
    let end = max(place(bar.upper, on: axis, width: width), min(begin + 1, width))
    let isEmpty = bar.lower == bar.upper
    let mark = bar.kind == .total ? "█" : bar.kind == .rise ? "▓" : "░"
    let drawn =
      String(repeating: " ", count: min(begin, width - 1))
      + String(repeating: isEmpty ? "│" : mark, count: max(1, end - begin))
    return drawn.filled(to: width)
  }

  private func place(_ value: Double, on axis: ClosedRange<Double>, width: Int) -> Int {
    let span = axis.upperBound / 2 - axis.lowerBound / 2
    guard span > 0, value.isFinite else { return 0 }
    let share = min(max((value / 2 - axis.lowerBound / 2) / span, 0), 1)
    return Int((share * Double(width)).rounded())
  }
}

extension String {
  /// The text padded with spaces after or before it.
  fileprivate func filled(to width: Int, fromRight: Bool = false) -> String {
    let spaces = String(repeating: " ", count: max(0, width - displayWidth))
    return fromRight ? spaces + self : self + spaces
  }
}
