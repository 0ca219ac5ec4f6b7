/// The replacement of one metric by another, as decided in a review: what moves to the new one, and what is not mapped.
package struct Succession: Sendable {
  private let strategy: Strategy
  private let old: Int
  private let new: Int?
  /// What becomes of each name; an empty text for something that ends.
  private let mapping: [String: String]

  /// - Parameters:
  ///   - old: the position of the replaced metric.
  ///   - new: the position of the replacement; `nil` when it is unknown.
  ///   - mapping: `metric/activation-rate` or `okrs/2026-q1/onboarding/first-meeting-obvious` to what replaces it;
  ///     empty for what ends.
  package init(of old: Int, by new: Int?, mapping: [String: String], in strategy: Strategy) {
    (self.strategy, self.old, self.new, self.mapping) = (strategy, old, new, mapping)
  }

  /// The active inputs of the old metric that the mapping does not name and the new one does not have already.
  package var unmappedInputs: [String] {
    inputs.compactMap { input in
      guard let id = strategy.metrics.all[input].id?.value, mapping["metric/\(id)"] == nil, !serves(input) else {
        return nil
      }
      return id
    }
  }

  /// Objectives that still bind, that the mapping does not name, and whose input it removes or replaces:
  /// `2026-q1/onboarding/first-meeting-obvious`.
  package var unmappedObjectives: [String] {
    objectives.filter { objective in
      guard mapping["okrs/\(objective.name)"] == nil, let input = strategy.metrics.all[objective.input].id?.value,
        let becomes = mapping["metric/\(input)"]
      else { return false }
      return becomes != "metric/\(input)"
    }.map(\.name)
  }

  /// The objectives that still bind and aim at an input of the old metric.
  private var objectives: [(name: String, input: Int)] {
    let inputs = Set(inputs)
    return strategy.commitments.goals.compactMap { goal in
      let okrs = strategy.okrs.all[goal.okrs]
      guard let input = goal.input, inputs.contains(input), let file = okrs.id?.value,
        let objective = okrs.objectives[goal.objective].id?.value
      else { return nil }
      return ("\(file)/\(objective)", input)
    }
  }

  private var inputs: [Int] {
    strategy.graph.down[old].map(\.metric).filter { metric in
      strategy.metrics.all[metric].role?.value == .input && strategy.metrics.all[metric].lifecycle?.value == .active
    }
  }

  private func serves(_ input: Int) -> Bool { strategy.graph.up[input].contains { $0.metric == new } }
}

extension Review {
  /// What becomes of each name; an empty text for something that ends.
  package var successors: [String: String] {
    let pairs = mapping.compactMap { entry in entry.from.map { ($0.text, entry.to?.text ?? "") } }
    return Dictionary(pairs) { first, _ in first }
  }
}
