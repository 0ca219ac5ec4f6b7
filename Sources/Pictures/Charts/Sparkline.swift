/// A series of values as one line of text: one character for each value, higher for more.
package struct Sparkline: Sendable {
  package enum Style: Sendable {
    /// Eighths of a block: `▁▃▂█`.
    case blocks
    /// For terminals and mails without block characters: `_-.#`.
    case ascii
  }

  package let text: String

  /// - Parameters:
  ///   - values: in their order; one that is missing or not finite becomes a space.
  ///   - width: the most characters. With more values than that, neighbours share a character, which shows their mean.
  ///   - range: the scale, for several lines side by side (default: the range of the values).
  package init(
    _ values: [Double?], width: Int = .max, style: Style = .blocks, range: ClosedRange<Double>? = nil
  ) {
    let finite = values.map { value in value.flatMap { $0.isFinite ? $0 : nil } }
    let shown = finite.count > max(1, width) ? Self.means(of: finite, groups: max(1, width)) : finite
    let levels = style == .blocks ? Array("▁▂▃▄▅▆▇█") : Array("_.-:=+*#")
    let known = shown.compactMap(\.self)
    guard let least = range?.lowerBound ?? known.min(), let most = range?.upperBound ?? known.max() else {
      text = String(repeating: " ", count: shown.count)
      return
    }
    // Halves, because the difference of two numbers may overflow.
    let span = most / 2 - least / 2
    text = String(
      shown.map { value -> Character in
        guard let value else { return " " }
        guard span > 0, span.isFinite else { return levels[levels.count / 2 - 1] }
        let share = min(max((value / 2 - least / 2) / span, 0), 1)
        return levels[Int((share * Double(levels.count - 1)).rounded())]
      })
  }

  private static func means(of values: [Double?], groups: Int) -> [Double?] {
    (0..<groups).map { group in
      let known = values[(group * values.count / groups)..<((group + 1) * values.count / groups)].compactMap(\.self)
      return known.isEmpty ? nil : known.reduce(0) { $0 + $1 / Double(known.count) }
    }
  }
}
