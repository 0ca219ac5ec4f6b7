/// The documents about metrics, and the reviews of the most important one.
extension Company {
  struct Guardrail {
    let id: String
    let name: String
    let counts: String
    let unit: String
    let guards: [String]
    let threshold: String
    let direction: String
  }

  static let guardrails = [
    Guardrail(
      id: "support-load", name: "Support load", counts: "Support tickets for every hundred new workspaces",
      unit: "tickets per hundred workspaces", guards: ["activation-rate", "new-workspaces"], threshold: "at_most: 12",
      direction: "decrease"),
    Guardrail(
      id: "meeting-satisfaction", name: "Meeting satisfaction",
      counts: "The answer to whether the meeting was worth its time, from one to five", unit: "points",
      guards: ["participants-per-meeting", "meetings-per-workspace"], threshold: "at_least: 3.8", direction: "increase"),
    Guardrail(
      id: "declined-invitations", name: "Declined invitations", counts: "Invitations that are declined or ignored",
      unit: "percent", guards: [northStar], threshold: "at_most: 18", direction: "decrease"),
  ]

  static let results = [("recurring-revenue", "Monthly recurring revenue"), ("renewals", "Renewed contracts")]

  var coreMetrics: [Document] {
    [northStarMetric] + Company.inputs.map(inputMetric) + Company.guardrails.map(guardrailMetric)
      + Company.results.map(resultMetric)
  }

  private var northStarMetric: Document {
    metric(
      Company.northStar, in: "core", name: "Weekly participations", role: "north-star",
      counts: "Participations in meetings that a workspace hosts", aggregation: "sum", unit: "participants",
      direction: "increase",
      more: """
        formula: activation-rate / 100 * new-workspaces * participants-per-meeting * meetings-per-workspace
        drives:
        \(Company.results.map { influence(on: $0.0, lag: 8) }.joined(separator: "\n"))
        target: 180000
        \(ownership(owner(of: Company.northStar)))
        """)
  }

  private func inputMetric(_ input: Input) -> Document {
    metric(
      input.id, in: "core", name: input.name, role: "input\ndimension: \(input.dimension)", counts: input.counts,
      aggregation: input.aggregation, unit: input.unit, direction: "increase",
      more: """
        drives:
          - metric: \(Company.northStar)
            as: component
        \(ownership(owner(of: input.id)))
        """)
  }

  private func guardrailMetric(_ guardrail: Guardrail) -> Document {
    metric(
      guardrail.id, in: "core", name: guardrail.name, role: "guardrail", counts: guardrail.counts, aggregation: "mean",
      unit: guardrail.unit, direction: guardrail.direction,
      more: """
        guards: [\(guardrail.guards.joined(separator: ", "))]
        threshold:
          \(guardrail.threshold)
        \(ownership(owner(of: guardrail.guards[0])))
        """)
  }

  private func resultMetric(_ id: String, _ name: String) -> Document {
    metric(
      id, in: "core", name: name, role: "result", counts: "Fees of all paid workspaces", aggregation: "sum",
      unit: "EUR",
      direction: "increase", more: ownership(owner(of: Company.northStar)))
  }

  /// The team's metrics, and the area's lever for the team that leads the area.
  func metrics(_ team: CompanyTeam) -> [Document] {
    let lever = metric(
      team.lever, in: team.areaName, name: "\(team.areaName.spoken) reach", role: "driver",
      counts: "Workspaces that use \(team.areaName) in the week", aggregation: "distinct", unit: "workspaces",
      direction: "increase",
      more: "drives:\n\(influence(on: input(of: team).id, lag: 4))\n\(ownership(team))")
    let own = team.metrics.map { item in
      metric(
        item.id, in: team.areaName, name: item.id.spoken, role: "driver", counts: item.shape.counts,
        aggregation: item.shape.aggregation, unit: item.shape.unit, direction: item.shape.direction,
        more: """
          drives:
          \(influence(on: team.lever, lag: 2, sign: item.shape.direction == "increase" ? "positive" : "negative"))
          \(ownership(team))
          """)
    }
    return (team.leadsArea ? [lever] : []) + own
  }

  func metric(
    _ id: String, in area: String, name: String, role: String, counts: String, aggregation: String, unit: String,
    direction: String, more: String
  ) -> Document {
    Document(
      path: "metrics/\(id).yaml",
      text: """
        kind: metric
        id: \(id)
        name: \(name)
        role: \(role)
        lifecycle: active
        description: |
          Watched every week by everybody who works on \(area).
          Ask the owner before you build on it, and read the definition twice.
        definition:
          counts: \(counts)
          excludes: Our own staff, and visits of less than ten seconds
          window: calendar week
          aggregation: \(aggregation)
          unit: \(unit)
          source: warehouse, table \(id.split(separator: "-").joined(separator: "_"))
        direction: \(direction)
        \(more)

        """)
  }

  func influence(on metric: String, lag: Int, sign: String = "positive") -> String {
    """
      - metric: \(metric)
        as: influence
        sign: \(sign)
        lag_weeks: \(lag)
        confidence: 0.7
        because: \(Words.reasons[metric.utf8.count % Words.reasons.count])
        review_on: 2027-03-31
    """
  }

  func ownership(_ team: CompanyTeam) -> String {
    """
    owner:
      team: \(team.id)
      person: \(team.people[0])
      since: \(founded + 1)-01-03
    """
  }

  /// One review a year.
  var reviews: [Document] {
    (2022...2026).map { year in
      Document(
        path: "reviews/\(year)-north-star.yaml",
        text: """
          kind: review
          id: \(year)-north-star
          subject: metric/\(Company.northStar)
          held_on: \(year)-11-17
          questions:
            - question: Does it still reflect the core value?
              answer: Yes, a participation is a decision made together.
            - question: Does it still predict success?
              answer: Yes, it has led renewals by two months all year.
            - question: Has the market changed?
              answer: Less than we feared; the inputs still explain most of what happens.
          decision: keep
          because: It has led revenue for four quarters, and every team can name the input that it moves.
          decided_by: [\(owner(of: Company.inputs[0].id).people[0]), \(owner(of: Company.inputs[1].id).people[0])]
          next_review: \(year + 1)-11-20

          """)
    }
  }
}
