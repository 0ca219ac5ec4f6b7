package import StrictYAML

/// One metric: what it counts, who owns it, and what it drives.
package struct Metric: Entity {
  package var id: Identifier?
  package var name: Located<String>?
  package var role: Located<MetricRole>?
  package var dimension: Located<Dimension>?
  package var lifecycle: Located<Lifecycle>?
  package var describes: Located<String>?
  package var definition: MetricDefinition?
  package var readings: ReadingSource?
  package var direction: Located<Direction>?
  package var formula: Located<String>?
  package var drives: [Edge] = []
  package var guards: [Reference<Metric>] = []
  package var threshold: Threshold?
  package var target: Located<Double>?
  package var annotations: [Annotation] = []
  package var externalFactors: [Located<String>] = []
  package var owner: Ownership?
  package var supersedes: Reference<Metric>?
  package var retired: Located<Day>?
  package var range = ByteRange(at: 0)
  package var file = FileIndex.unknown

  package init() {}

  package static let kind = Kind.metric
  package static let summary = "One metric: what it counts, who owns it, and what it drives."
  package static let coming: Consequence = .safe("it is new")
  package static let going: Consequence = .breaking("goals on it lose their measure", .owner)

  package static let fields: [Field<Metric>] = [
    kindField,
    .required("id", "The metric's permanent name.", example: "activation-rate", changing: .identity(.owner)) {
      $0.id = $1
    },
    .required(
      "name", "What people call it.", example: "Activation rate", changing: .safe("it is only what people call it")
    ) { $0.name = $1 },
    .required(
      "role", "What the metric is for.", example: "input",
      changing: .breaking(
        "goals are set on a metric for its role", .owner, [.measurement, .counting], arriving: .only("north-star"))
    ) { $0.role = $1 },
    .optional(
      "dimension", "Which of the four dimensions an input moves.", example: "efficiency",
      changing: .risky("it decides which dimensions the inputs cover", .owner, .counting)
    ) { $0.dimension = $1 },
    .required(
      "lifecycle", "Whether the metric is in use.", example: "active",
      changing: .risky(
        "it decides whether goals can be set on it", .owner, .counting,
        worst: ("retired", "goals on it lose their measure"))
    ) { $0.lifecycle = $1 },
    .optional(
      "description", "Anything a newcomer should know about it.", changing: .safe("it explains, and defines nothing")
    ) { $0.describes = $1 },
    .required(
      "definition", "What exactly is counted.",
      changing: .breaking("values before and after can't be compared", .owner, .definition)
    ) { $0.definition = $1 },
    .optional(
      "readings", "Where its values are fetched from.",
      changing: .risky("another query may count differently", .owner, .measurement)
    ) { $0.readings = $1 },
    .required(
      "direction", "Where the metric should go.", example: "increase",
      changing: .breaking("it decides what is progress and what is harm", .owner, [.definition, .graph])
    ) { $0.direction = $1 },
    .optional(
      "formula", "Arithmetic over the metrics that drive it as components.",
      example: "activation-rate * hosting-teams",
      changing: .breaking("values before and after can't be compared", .owner, [.definition, .graph])
    ) { $0.formula = $1 },
    .optional(
      "drives", "The metrics that this one moves.", changing: .risky("it decides what work rolls up to", .owner, .graph)
    ) { $0.drives = $1 },
    .optional(
      "guards", "The metrics whose harm a guardrail watches.", example: "[activation-rate]",
      changing: .risky("it decides whose harm is watched", .owner, [.limit, .graph])
    ) { $0.guards = $1 },
    .optional(
      "threshold", "The limits that a guardrail must keep.",
      changing: .risky("it sets the limit of harm", .owner, .limit)
    ) { $0.threshold = $1 },
    .optional(
      "target", "Where the metric should be, in its unit.", example: "12000",
      changing: .risky("plans are made by it", .owner, .limit)
    ) { $0.target = $1 },
    .optional(
      "annotations", "Days on which something happened that its values show.",
      changing: .safe("it explains, and defines nothing")
    ) { $0.annotations = $1 },
    .optional(
      "external_factors", "What moves the metric and is outside our control.", example: "[public holidays]",
      changing: .safe("it explains, and defines nothing")
    ) {
      $0.externalFactors = $1
    },
    .optional(
      "owner", "The accountable team and person; every input has one.",
      changing: .risky("it decides who answers for it", .owner)
    ) { $0.owner = $1 },
    .optional(
      "supersedes", "The metric that this one replaced.", example: "weekly-active-users",
      changing: .risky("it decides which metric this one replaces", .owner, .graph)
    ) {
      $0.supersedes = $1
    },
    .optional(
      "retired", "The day on which the metric was retired.", example: "2026-03-31",
      changing: .risky("it decides how long the metric is used", .owner)
    ) {
      $0.retired = $1
    },
    metaField,
  ]
}
