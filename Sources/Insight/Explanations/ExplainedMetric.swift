package import Numbers
package import Pictures
import Presentation
package import StrategyModel
import StrategyStore

/// An explained change with everything that is shown with it.
package struct ExplainedMetric {
  package let explanation: ChangeExplanation
  package let strategy: Strategy
  package let holders: LeverHolders

  package init(explanation: ChangeExplanation, strategy: Strategy, holders: LeverHolders) {
    (self.explanation, self.strategy, self.holders) = (explanation, strategy, holders)
  }

  package var id: String { explanation.metric }
  package var metric: Metric? { strategy.metrics[id] }
  var from: String { strategy.calendar.name(of: explanation.from) }
  var to: String { strategy.calendar.name(of: explanation.to) }

  /// The measured values, else those that the formula yields.
  package var ends: ChangeExplanation.Ends { explanation.measured ?? explanation.calculated }

  /// The components that are explained in turn.
  package var below: [ExplainedMetric] {
    explanation.below.map { ExplainedMetric(explanation: $0, strategy: strategy, holders: holders) }
  }

  /// The owners of a metric from the first day of the earlier period to the last day of the later one.
  package func holders(of metric: String) -> [LeverHolders.Holder] {
    holders.holders(
      of: metric, during: min(explanation.from, explanation.to), max(explanation.from, explanation.to))
  }

  /// Notes on the owners of the parts.
  package var notes: [String] {
    let (first, last) = (min(explanation.from, explanation.to), max(explanation.from, explanation.to))
    let doubts = explanation.split.parts.flatMap { holders.doubts(about: $0.metric, during: first, last) }
    return (holders.limits + doubts + below.flatMap(\.notes)).unique
  }

  /// The residual, shown as 0 when it is only a rounding error of the arithmetic.
  package var residual: Double {
    let split = explanation.split.split
    let size = split.parts.reduce(max(abs(split.from), abs(split.to))) { max($0, abs($1)) }
    return abs(split.residual) <= 1e-9 * size ? 0 : split.residual
  }

  /// The part of the measured change that the formula does not explain; `nil` where it is only rounding.
  var unexplained: Double? {
    guard let rest = explanation.unexplained, abs(rest) > 1e-9 * max(abs(ends.from), abs(ends.to)) else { return nil }
    return rest
  }

  package var picture: WaterfallPicture {
    let dominant = explanation.split.split.dominant
    var steps = explanation.split.parts.enumerated().map { place, part in
      WaterfallPicture.Step(
        label: part.metric, change: part.contribution, detail: "\(part.from.figure) → \(part.to.figure)",
        owner: holders(of: part.metric).map(\.name).joined(separator: " → "), isDominant: place == dominant)
    }
    if let unexplained {
      steps.append(WaterfallPicture.Step(label: "not in the formula", change: unexplained, isRest: true))
    }
    return WaterfallPicture(
      title: "\(metric?.name?.value ?? id), \(from) to \(to)", unit: metric?.definition?.unit?.value ?? "",
      from: (from, ends.from), to: (to, ends.to), steps: steps)
  }
}
