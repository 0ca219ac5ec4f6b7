import Numbers
import Pictures
import StrategyModel

/// An explained change with everything that is shown beside it.
struct ExplainedMetric {
  let explanation: ChangeExplanation
  let strategy: Strategy
  let holders: LeverHolders

  var id: String { explanation.metric }
  var metric: Metric? { strategy.metrics[id] }
  var from: String { strategy.calendar.name(of: explanation.from) }
  var to: String { strategy.calendar.name(of: explanation.to) }

  /// What was measured, else what the formula gives.
  var ends: ChangeExplanation.Ends { explanation.measured ?? explanation.calculated }

  /// The components that are explained themselves.
  var below: [ExplainedMetric] {
    explanation.below.map { ExplainedMetric(explanation: $0, strategy: strategy, holders: holders) }
  }

  /// Who held a metric from the first day of the earlier period to the last one of the later.
  func holders(of metric: String) -> [LeverHolders.Holder] {
    holders.holders(
      of: metric, during: min(explanation.from, explanation.to), max(explanation.from, explanation.to))
  }

  /// What must be known beside the names of those who held the parts.
  var notes: [String] {
    let (first, last) = (min(explanation.from, explanation.to), max(explanation.from, explanation.to))
    let doubts = explanation.split.parts.flatMap { holders.doubts(about: $0.metric, during: first, last) }
    return (holders.limits + doubts + below.flatMap(\.notes)).unique
  }

  /// What rounding of the arithmetic left, as 0 where it is no more than that.
  var residual: Double {
    let split = explanation.split.split
    let size = split.parts.reduce(max(abs(split.from), abs(split.to))) { max($0, abs($1)) }
    return abs(split.residual) <= 1e-9 * size ? 0 : split.residual
  }

  /// What the formula does not explain of the measured change; `nil` where that is nothing but rounding.
  var unexplained: Double? {
    guard let rest = explanation.unexplained, abs(rest) > 1e-9 * max(abs(ends.from), abs(ends.to)) else { return nil }
    return rest
  }

  var picture: WaterfallPicture {
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
