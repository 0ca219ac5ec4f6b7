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
  package var externalFactors: [Located<String>] = []
  package var owner: Ownership?
  package var supersedes: Reference<Metric>?
  package var retired: Located<Day>?
  package var range = ByteRange(at: 0)
  package var file = FileIndex.unknown

  package init() {}

  package static let kind = Kind.metric
  package static let summary = "One metric: what it counts, who owns it, and what it drives."

  package static let fields: [Field<Metric>] = [
    kindField,
    .required("id", "The metric's permanent name.", example: "activation-rate") { $0.id = $1 },
    .required("name", "What people call it.", example: "Activation rate") { $0.name = $1 },
    .required("role", "What the metric is for.", example: "input") { $0.role = $1 },
    .optional("dimension", "Which of the four dimensions an input moves.", example: "efficiency") { $0.dimension = $1 },
    .required("lifecycle", "Whether the metric is in use.", example: "active") { $0.lifecycle = $1 },
    .optional("description", "Anything a newcomer should know about it.") { $0.describes = $1 },
    .required("definition", "What exactly is counted.") { $0.definition = $1 },
    .optional("readings", "Where its values are fetched from.") { $0.readings = $1 },
    .required("direction", "Where the metric should go.", example: "increase") { $0.direction = $1 },
    .optional(
      "formula", "Arithmetic over the metrics that drive it as components.",
      example: "activation-rate * hosting-teams"
    ) { $0.formula = $1 },
    .optional("drives", "The metrics that this one moves.") { $0.drives = $1 },
    .optional("guards", "The metrics whose harm a guardrail watches.", example: "[activation-rate]") { $0.guards = $1 },
    .optional("threshold", "The limits that a guardrail must keep.") { $0.threshold = $1 },
    .optional("target", "Where the metric should be, in its unit.", example: "12000") { $0.target = $1 },
    .optional("external_factors", "What moves the metric and is not ours.", example: "[public holidays]") {
      $0.externalFactors = $1
    },
    .optional("owner", "The accountable team and person; every input has one.") { $0.owner = $1 },
    .optional("supersedes", "The metric that this one replaced.", example: "weekly-active-users") {
      $0.supersedes = $1
    },
    .optional("retired", "The day since which the metric is no longer used.", example: "2026-03-31") {
      $0.retired = $1
    },
    metaField,
  ]
}

/// What exactly is counted. Missing parts make two people count differently.
package struct MetricDefinition: Record {
  package var counts: Located<String>?
  package var excludes: Located<String>?
  package var window: Located<String>?
  package var grain: Located<Grain>?
  package var aggregation: Located<Aggregation>?
  package var unit: Located<String>?
  package var source: Located<String>?
  package var range = ByteRange(at: 0)

  package init() {}

  package static let fields: [Field<MetricDefinition>] = [
    .required("counts", "What counts.", example: "New workspaces that host a meeting within 7 days of sign-up") {
      $0.counts = $1
    },
    .optional("excludes", "What does not count.", example: "Workspaces made by our own staff") { $0.excludes = $1 },
    .optional("window", "The period that one value covers.", example: "calendar week") { $0.window = $1 },
    .optional("grain", "How long a reading's period is; as the first reading has it unless said.", example: "week") {
      $0.grain = $1
    },
    .optional("aggregation", "How single events become one value.", example: "ratio") { $0.aggregation = $1 },
    .optional("unit", "The unit of a value.", example: "percent") { $0.unit = $1 },
    .optional("source", "Where the values come from.", example: "warehouse, table meetings_hosted") { $0.source = $1 },
  ]
}

/// Where a metric's values are fetched from, by `measure pull`.
package struct ReadingSource: Record {
  package var from: Located<String>?
  package var query: Located<String>?
  package var range = ByteRange(at: 0)

  package init() {}

  package static let fields: [Field<ReadingSource>] = [
    .required(
      "from", "A source that everybody who fetches has in git's configuration, as northstar.source.<name>.preset.",
      example: "warehouse"
    ) { $0.from = $1 },
    .required(
      "query",
      "What the source is asked: columns 'period', 'value' and perhaps 'segment', from ':from' to before ':to'.",
      example: "select week as period, count(*) as value from hosts where week >= :from and week < :to group by week"
    ) { $0.query = $1 },
  ]
}

/// One step of the metric tree: this metric moves another.
package struct Edge: Record {
  package var metric: Reference<Metric>?
  package var type: Located<EdgeType>?
  package var sign: Located<EdgeSign>?
  package var lagWeeks: Located<Double>?
  package var confidence: Located<Share>?
  package var because: Located<String>?
  package var reviewOn: Located<Day>?
  package var range = ByteRange(at: 0)

  package init() {}
  package static var itemKey: String? { "metric" }

  package static let fields: [Field<Edge>] = [
    .required("metric", "The metric that is moved.", example: "weekly-hosted-meetings") { $0.metric = $1 },
    .required("as", "What kind of step this is.", example: "component") { $0.type = $1 },
    .optional("sign", "Which way an influence goes.", example: "positive") { $0.sign = $1 },
    .optional("lag_weeks", "Weeks until an influence shows.", example: "4") { $0.lagWeeks = $1 },
    .optional("confidence", "How sure we are of an influence, 0 to 1.", example: "0.7") { $0.confidence = $1 },
    .optional("because", "Why we believe in an influence.") { $0.because = $1 },
    .optional("review_on", "The day on which the belief is looked at again.", example: "2026-06-30") {
      $0.reviewOn = $1
    },
  ]
}

/// The limits that a guardrail must keep, in the metric's unit.
package struct Threshold: Record {
  package var atMost: Located<Double>?
  package var atLeast: Located<Double>?
  package var range = ByteRange(at: 0)

  package init() {}

  package static let fields: [Field<Threshold>] = [
    .optional("at_most", "The highest value that does no harm.", example: "2.5") { $0.atMost = $1 },
    .optional("at_least", "The lowest value that does no harm.", example: "99.5") { $0.atLeast = $1 },
  ]
}

/// Who answers for a metric.
package struct Ownership: Record {
  package var team: Reference<Team>?
  package var person: Reference<Person>?
  package var since: Located<Day>?
  package var range = ByteRange(at: 0)

  package init() {}

  package static let fields: [Field<Ownership>] = [
    .required("team", "The accountable team.", example: "onboarding") { $0.team = $1 },
    .required("person", "The one person who answers for it.", example: "ada") { $0.person = $1 },
    .required("since", "The first day of this ownership.", example: "2026-01-05") { $0.since = $1 },
  ]
}
