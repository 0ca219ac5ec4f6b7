import Numbers
import Pictures
package import Presentation
import StrategyModel

/// An explained change for a terminal: what changed, by which part and who owned it; then the parts themselves.
package struct ExplanationText {
  let width: Int?
  let style: Style

  package init(width: Int?, style: Style) { (self.width, self.style) = (width, style) }

  package func render(_ explained: ExplainedMetric) -> String {
    let text = section(explained, indent: "")
    let notes = explained.notes.map { "note: \($0)".visible }
    return notes.isEmpty ? text : text + "\n" + fitted(notes, "").joined(separator: "\n") + "\n"
  }

  private func section(_ explained: ExplainedMetric, indent: String) -> String {
    let waterfall = WaterfallText(width: width, style: style, indent: indent + "  ")
    var text = fitted([title(explained)], indent).map { style.paint($0, .strong) + "\n" }.joined()
    text += fitted(["= \(explained.explanation.formula)".visible, dominant(explained)], indent).joined(separator: "\n")
    text += "\n\n" + waterfall.render(explained.picture) + "\n"
    text += fitted(tail(explained), indent).joined(separator: "\n") + "\n"
    for below in explained.below { text += "\n" + section(below, indent: indent + "  ") }
    return text
  }

  /// Lines no wider than the terminal.
  private func fitted(_ lines: [String], _ indent: String) -> [String] {
    guard let width else { return lines.map { indent + $0 } }
    return lines.flatMap { line in wrapped(line, to: width, first: indent + line.prefix { $0 == " " }) }
  }

  private func title(_ explained: ExplainedMetric) -> String {
    let ends = explained.ends
    let unit = explained.metric?.definition?.unit.map { " \($0.value)" } ?? ""
    let share = ends.from == 0 ? "" : " (\((ends.change / abs(ends.from)).percentFigure))"
    let calculated = explained.explanation.measured == nil ? ", computed from its formula: it was not measured" : ""
    return
      "\(explained.id): \(ends.from.figure) → \(ends.to.figure)\(unit), \(ends.change.signedFigure)\(share)\(calculated)"
      .visible
  }

  /// What moved it most, and who owned that.
  private func dominant(_ explained: ExplainedMetric) -> String {
    guard let part = explained.explanation.split.dominant else { return "none of its parts moved" }
    let holders = explained.holders(of: part.metric).map(\.name)
    let held = holders.isEmpty ? "nobody held it" : "held by \(holders.joined(separator: ", then "))"
    return "◆ \(part.metric) moved it most: \(part.contribution.signedFigure), \(held)".visible
  }

  private func tail(_ explained: ExplainedMetric) -> [String] {
    let method = explained.explanation.split.split.method.rawValue
    var lines = ["split by \(method), residual \(explained.residual.figure)"]
    if explained.picture.isAxisCut { lines[0] += "; bars do not start at 0" }
    guard let mix = explained.explanation.mix else { return lines }
    lines.append("by segment: rates \(mix.rate.signedFigure), mix \(mix.mix.signedFigure)")
    lines += mix.effects.map {
      "  \($0.segment.visible): rate \($0.rate.signedFigure), mix \($0.mix.signedFigure)"
    }
    return lines
  }
}
