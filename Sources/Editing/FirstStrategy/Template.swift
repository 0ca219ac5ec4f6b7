package import StrategyModel

/// The starting content of a strategy for a kind of business; all of it is meant to be replaced.
package struct Template: Sendable {
  let vision: String
  package let coreValue: String
  package let game: Game
  /// The first team, which aims at `aim`.
  let team: String
  package let northStar: MetricDraft
  /// One for each dimension; their product is the North Star.
  package let inputs: [MetricDraft]
  /// Moves the input that `objective` aims at.
  let driver: MetricDraft
  /// Together they guard the North Star and every input.
  let guardrails: [MetricDraft]
  /// The result that the North Star leads.
  let results: [MetricDraft]
  let objective: ObjectiveDraft

  var metrics: [MetricDraft] { [northStar] + inputs + [driver] + guardrails + results }
}

/// A metric of a template, without what depends on the company: owner and dates.
package struct MetricDraft: Sendable {
  package let id: String
  package let name: String
  let role: MetricRole
  var dimension: Dimension?
  package let counts: String
  package let excludes: String
  /// The length of a reading's period.
  package var grain = Grain.week
  package let aggregation: Aggregation
  package let unit: String
  package let source: String
  package var direction = Direction.increase
  /// The formula of the North Star: its inputs multiplied.
  var formula: String?
  /// The relation of an input to the North Star, and of a driver to its input.
  var drives: EdgeDraft?
  var guards: [String] = []
  var threshold: Limit?

  package var window: String { "calendar \(grain.rawValue)" }

  enum Limit {
    case atMost(String)
    case atLeast(String)
  }
}

/// A belief that one metric moves another. It is reviewed after half a year.
struct EdgeDraft: Sendable {
  let metric: String
  let sign: EdgeSign
  let lagWeeks: Int
  let because: String
}

/// The example objective of a template.
struct ObjectiveDraft: Sendable {
  let id: String
  let title: String
  let input: String
  let keyResults: [KeyResultDraft]
}

struct KeyResultDraft: Sendable {
  let id: String
  let title: String
  let metric: String
  let type: KeyResultType
  let baseline: String
  let target: String
}
