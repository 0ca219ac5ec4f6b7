package import StrictYAML

/// What exactly is counted. Missing parts make two people count differently.
package struct MetricDefinition: Record {
  package var counts: Located<String>?
  package var excludes: Located<String>?
  package var window: Located<String>?
  package var grain: Located<Grain>?
  package var rolling: Located<Count>?
  package var aggregation: Located<Aggregation>?
  package var unit: Located<String>?
  package var source: Located<String>?
  package var range = ByteRange(at: 0)

  package init() {}

  package static let fields: [Field<MetricDefinition>] = [
    .required(
      "counts", "What counts.", example: "New workspaces that host a meeting within 7 days of sign-up",
      changing: .breaking("values before and after can't be compared", .owner, .definition)
    ) {
      $0.counts = $1
    },
    .optional(
      "excludes", "What does not count.", example: "Workspaces made by our own staff",
      changing: .breaking("values before and after can't be compared", .owner, .definition)
    ) { $0.excludes = $1 },
    .optional(
      "window", "The period that one value covers.", example: "calendar week",
      changing: .breaking("values before and after can't be compared", .owner, .definition)
    ) { $0.window = $1 },
    .optional(
      "grain", "How long a reading's period is (default: the first reading's).", example: "week",
      changing: .breaking("values before and after can't be compared", .owner, .definition)
    ) {
      $0.grain = $1
    },
    .optional(
      "rolling", "How many periods each value covers, as in a rolling year of months (default: 1).", example: "12",
      changing: .breaking("values before and after can't be compared", .owner, .definition)
    ) { $0.rolling = $1 },
    .optional(
      "aggregation", "How single events become one value.", example: "ratio",
      changing: .breaking("values before and after can't be compared", .owner, [.definition, .graph])
    ) { $0.aggregation = $1 },
    .optional(
      "unit", "The unit of a value.", example: "percent",
      changing: .breaking("values before and after can't be compared", .owner, [.definition, .graph])
    ) { $0.unit = $1 },
    .optional(
      "source", "Where the values come from.", example: "warehouse, table meetings_hosted",
      changing: .risky("another source may count differently", .owner, .measurement)
    ) { $0.source = $1 },
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
      "from", "A source, set up in the git configuration of everybody who fetches, as northstar.source.<name>.preset.",
      example: "warehouse", changing: .risky("another source may count differently", .owner, .measurement)
    ) { $0.from = $1 },
    .required(
      "query",
      "The query for the source: columns 'period', 'value' and perhaps 'segment', from ':from' to before ':to'.",
      example: "select week as period, count(*) as value from hosts where week >= :from and week < :to group by week",
      changing: .risky("another query may count differently", .owner, .measurement)
    ) { $0.query = $1 },
  ]
}

/// Something that happened and that a metric's values show.
package struct Annotation: Record {
  package var on: Located<Day>?
  package var text: Located<String>?
  package var range = ByteRange(at: 0)

  package init() {}

  package static let fields: [Field<Annotation>] = [
    .required("on", "The day.", example: "2026-02-03", changing: .safe("it explains, and defines nothing")) {
      $0.on = $1
    },
    .required(
      "text", "What happened.", example: "The calendar of a large customer was down for two days",
      changing: .safe("it explains, and defines nothing")
    ) { $0.text = $1 },
  ]
}
