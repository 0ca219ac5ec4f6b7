internal import Presentation

/// The complete data of a waterfall: how a number went from one value to another, step by step.
package struct WaterfallPicture: Sendable {
  package struct Step: Sendable {
    package let label: String
    /// By how much the number changes.
    package let change: Double
    /// What moved: `34.6 → 38.1`.
    package let detail: String
    /// Who owns it.
    package let owner: String
    /// Whether no other step is larger.
    package let isDominant: Bool
    /// Whether it is the part that no cause explains.
    package let isRest: Bool

    package init(
      label: String, change: Double, detail: String = "", owner: String = "", isDominant: Bool = false,
      isRest: Bool = false
    ) {
      (self.label, self.change, self.detail, self.owner) = (label, change, detail, owner)
      (self.isDominant, self.isRest) = (isDominant, isRest)
    }
  }

  package let title: String
  package let unit: String
  /// The value before all steps and after them, with the names of both moments.
  package let from: (label: String, value: Double)
  package let to: (label: String, value: Double)
  package let steps: [Step]

  package init(
    title: String, unit: String, from: (label: String, value: Double), to: (label: String, value: Double), steps: [Step]
  ) {
    (self.title, self.unit, self.from, self.to, self.steps) = (title, unit, from, to, steps)
  }
}

extension WaterfallPicture {
  /// A bar from one level to another.
  struct Bar {
    enum Kind { case total, rise, fall }

    let label: String
    let kind: Kind
    let lower: Double
    let upper: Double
    let value: String
    let step: Step?
  }

  /// Both totals and the steps between them, from the first to the last.
  var bars: [Bar] {
    var level = from.value
    var bars = [total(from)]
    for step in steps {
      let next = level + step.change
      bars.append(
        Bar(
          label: step.label, kind: step.change < 0 ? .fall : .rise, lower: min(level, next), upper: max(level, next),
          value: step.change.signedFigure, step: step))
      level = next
    }
    return bars + [total(to)]
  }

  private func total(_ end: (label: String, value: Double)) -> Bar {
    Bar(
      label: end.label, kind: .total, lower: min(0, end.value), upper: max(0, end.value), value: end.value.figure,
      step: nil)
  }

  /// The range of the axis. Omits the part near 0 when steps would otherwise be too small to see.
  var axis: ClosedRange<Double> {
    let steps = bars.filter { $0.kind != .total }
    let levels = ([from.value, to.value] + steps.flatMap { [$0.lower, $0.upper] }).filter(\.isFinite)
    let (least, most) = (levels.min() ?? 0, levels.max() ?? 0)
    let span = most / 2 - least / 2
    if least > 0, least / 4 > span, span > 0 { return least - span / 2...most }
    if most < 0, -most / 4 > span, span > 0 { return least...most + span / 2 }
    return min(least, 0)...max(most, 0)
  }

  /// Whether the axis does not begin at 0, which the picture then says.
  package var isAxisCut: Bool { !axis.contains(0) }
}
