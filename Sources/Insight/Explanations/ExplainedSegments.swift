package import Numbers
package import Pictures
package import Presentation
package import StrategyModel
import StrategyStore

/// A change explained by segment, with everything that is shown with it.
package struct ExplainedSegments {
  package let explanation: SegmentExplanation
  package let strategy: Strategy
  /// The owners of the metric itself.
  package let holders: [LeverHolders.Holder]
  /// Notes on the owners.
  package let notes: [String]

  package init(explanation: SegmentExplanation, strategy: Strategy, holders: [LeverHolders.Holder], notes: [String]) {
    (self.explanation, self.strategy, self.holders, self.notes) = (explanation, strategy, holders, notes)
  }

  private var metric: Metric? { strategy.metrics[explanation.metric] }
  private var from: String { strategy.calendar.name(of: explanation.from) }
  private var to: String { strategy.calendar.name(of: explanation.to) }

  /// The part that the segments do not explain; `nil` where it is only rounding.
  private var unexplained: Double? {
    let size = max(abs(explanation.ends.from), abs(explanation.ends.to))
    return abs(explanation.unexplained) > 1e-9 * size ? explanation.unexplained : nil
  }

  package var picture: WaterfallPicture {
    var steps = explanation.parts.enumerated().map { place, part in
      WaterfallPicture.Step(
        label: part.segment, change: part.contribution,
        detail: "\(part.from?.figure ?? "–") → \(part.to?.figure ?? "–")", isDominant: place == explanation.dominant)
    }
    if let mix = explanation.mix { steps.append(WaterfallPicture.Step(label: "mix of segments", change: mix.mix)) }
    if let unexplained {
      steps.append(WaterfallPicture.Step(label: "in no segment", change: unexplained, isRest: true))
    }
    return WaterfallPicture(
      title: "\(metric?.name?.value ?? explanation.metric) by segment, \(from) to \(to)",
      unit: metric?.definition?.unit?.value ?? "", from: (from, explanation.ends.from), to: (to, explanation.ends.to),
      steps: steps)
  }

  package func text(width: Int?, style: Style) -> String {
    let ends = explanation.ends
    let unit = metric?.definition?.unit.map { " \($0.value)" } ?? ""
    let share = ends.from == 0 ? "" : " (\((ends.change / abs(ends.from)).percentFigure))"
    let head = "\(explanation.metric): \(ends.from.figure) → \(ends.to.figure)\(unit)".visible
    let held = holders.isEmpty ? "nobody held it" : "held by \(holders.map(\.name).joined(separator: ", then "))"
    let title = wrapped(head + ", \(ends.change.signedFigure)\(share)", to: width ?? 200)
    return title.map { style.paint($0, .strong) + "\n" }.joined() + "\(held.visible)\n\n"
      + WaterfallText(width: width, style: style, indent: "  ").render(picture)
      + (explanation.mix == nil ? "" : "\na segment's row is the effect of its rate; 'mix' that of the shares\n")
      + (notes.isEmpty ? "" : "\n" + notes.map { "note: \($0)\n".visible }.joined())
  }

  package var json: JSONValue {
    [
      "formatVersion": "1.0", "metric": .string(explanation.metric), "from": .string(from), "to": .string(to),
      "unit": .orNull(metric?.definition?.unit?.value), "method": explanation.mix == nil ? "segments" : "ratio and mix",
      "measured": [
        "from": .finite(explanation.ends.from), "to": .finite(explanation.ends.to),
        "change": .finite(explanation.ends.change),
      ],
      "segments": .array(
        explanation.parts.map { part in
          [
            "segment": .string(part.segment), "from": part.from.map(JSONValue.finite) ?? .null,
            "to": part.to.map(JSONValue.finite) ?? .null, "contribution": .finite(part.contribution),
          ]
        }),
      "mix": explanation.mix.map { .finite($0.mix) } ?? .null, "unexplained": .finite(explanation.unexplained),
      "heldBy": .array(holders.map(\.json)), "notes": .array(notes.map(JSONValue.string)),
    ]
  }
}

extension JSONValue {
  /// A number, or `null` for one that JSON cannot represent.
  static func finite(_ value: Double) -> JSONValue { value.isFinite ? .number(value) : .null }
}

extension StrategyError {
  /// Why a metric's change cannot be explained by segment, and what to do.
  package init(_ problem: SegmentExplanation.Problem, of metric: String, in strategy: Strategy) {
    switch problem {
    case .noSegments:
      self.init(
        .refused, message: "'\(metric)' was not measured by segment",
        help: ["Give its readings a column 'segment', or leave out \(give: .bySegment)."])
    case .noSum:
      self.init(
        .refused, message: "'\(metric)' is not the sum of its segments",
        help: ["Name with \(give: .weights) the metric that says how much each segment counts."])
    case .noWeights:
      self.init(
        .refused, message: "the weights were not measured by the segments of '\(metric)' in both periods")
    case .missing(let period):
      self.init(
        .refused,
        message: "there are no readings by segment of '\(metric)' for \(strategy.calendar.name(of: period))")
    }
  }
}
