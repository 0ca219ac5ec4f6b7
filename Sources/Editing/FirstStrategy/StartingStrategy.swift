package import StrategyModel
import StrictYAML

/// The files of a new strategy. They check clean on their first day; all of it is meant to be replaced.
package struct StartingStrategy {
  private let template: Template
  private let answers: StartingAnswers
  private let today: Day
  private let timezone: String
  private let cycle: Quarter

  package init(_ answers: StartingAnswers, today: Day, timezone: String) {
    template = answers.business.template
    self.answers = answers
    self.today = today
    self.timezone = timezone
    cycle = Quarter(for: today)
  }

  /// In reading order; `northstar.yaml`, which makes the folder a strategy, is written last.
  var files: [StartingFile] {
    let metrics = template.metrics.map { metric($0.role == .northStar ? answers.northStar : $0) }
    return metrics + [objectives, team, person, cycleFile, settings]
  }

  /// The files' texts by path, in the same order. The choices of a field follow its first use.
  package var texts: [(path: String, text: [UInt8])] {
    var explained: Set<String> = []
    return files.map { ($0.path, $0.text(explaining: &explained)) }
  }

  private var settings: StartingFile {
    StartingFile(
      kind: .strategy, path: "northstar.yaml",
      value: .fields(
        ("kind", "strategy"), ("id", .scalar(answers.strategyID)), ("product", .scalar(answers.product)),
        ("vision", .scalar(template.vision)), ("core_value", .scalar(answers.coreValue)),
        ("game", .choice(template.game)), ("north_star", .scalar(answers.northStar.id)),
        ("stewards", .list([answers.person.handle])), ("timezone", .scalar(timezone)),
        ("approvals", ["north_star": "1"])),
      comments: ["approvals.north_star": "2 once there are two stewards"])
  }

  private func metric(_ draft: MetricDraft) -> StartingFile {
    let isOwned = draft.role == .northStar || draft.role == .input
    let drives = edge(of: draft)
    return StartingFile(
      kind: .metric, path: "metrics/\(draft.id).yaml",
      value: .fields(
        ("kind", "metric"), ("id", .scalar(draft.id)), ("name", .scalar(draft.name)),
        ("role", .choice(draft.role)), ("dimension", draft.dimension.map { .choice($0) }), ("lifecycle", "active"),
        ("definition", definition(of: draft)), ("direction", .choice(draft.direction)),
        ("formula", draft.formula.map { .scalar($0) }), ("drives", drives.map { [$0] }),
        ("guards", draft.guards.isEmpty ? nil : .list(draft.guards.map(renamed))),
        ("threshold", draft.threshold?.value), ("owner", isOwned ? owner : nil)),
      comments: isBelievedInput(draft) ? ["drives.because": "replace it with your own reason"] : [:])
  }

  private func definition(of draft: MetricDraft) -> YAMLValue {
    .fields(
      ("counts", .scalar(draft.counts)), ("excludes", .scalar(draft.excludes)), ("window", .scalar(draft.window)),
      ("grain", .choice(draft.grain)),
      ("aggregation", .choice(draft.aggregation)), ("unit", .scalar(draft.unit)), ("source", .scalar(draft.source)))
  }

  private func edge(of draft: MetricDraft) -> YAMLValue? {
    if draft.role == .input, !isBelievedInput(draft) {
      return ["metric": .scalar(answers.northStar.id), "as": "component"]
    }
    let belief = EdgeDraft(
      metric: answers.northStar.id, sign: .positive, lagWeeks: 0,
      because: "More of it should mean more of '\(answers.northStar.name)'")
    return (draft.role == .input ? belief : draft.drives).map { edge in
      [
        "metric": .scalar(edge.metric), "as": "influence", "sign": .choice(edge.sign),
        "lag_weeks": .scalar(String(edge.lagWeeks)), "confidence": "0.5", "because": .scalar(edge.because),
        "review_on": .day(today.adding(months: 6)),
      ]
    }
  }

  /// Whether an input is no longer a term of the North Star's formula, which was dropped with its definition.
  private func isBelievedInput(_ draft: MetricDraft) -> Bool {
    draft.role == .input && answers.northStar.formula == nil
  }

  private var owner: YAMLValue {
    ["team": .scalar(answers.teamID), "person": .scalar(answers.person.handle), "since": .day(today)]
  }

  /// The template's id of the NSM is replaced by the chosen one.
  private func renamed(_ id: String) -> String { id == template.northStar.id ? answers.northStar.id : id }
}

extension MetricDraft.Limit {
  fileprivate var value: YAMLValue {
    switch self {
    case .atMost(let limit): ["at_most": .scalar(limit)]
    case .atLeast(let limit): ["at_least": .scalar(limit)]
    }
  }
}

// MARK: People and their work

extension StartingStrategy {
  private var person: StartingFile {
    StartingFile(
      kind: .person, path: "people/\(answers.person.handle).yaml",
      value: .fields(
        ("kind", "person"), ("id", .scalar(answers.person.handle)), ("name", .scalar(answers.person.name)),
        ("emails", answers.person.email.map { .list([$0]) })))
  }

  private var team: StartingFile {
    StartingFile(
      kind: .team, path: "teams/\(answers.teamID).yaml",
      value: [
        "kind": "team", "id": .scalar(answers.teamID), "name": .scalar(answers.team),
        "lead": .scalar(answers.person.handle), "members": .list([answers.person.handle]),
      ])
  }

  private var cycleFile: StartingFile {
    StartingFile(
      kind: .cycle, path: "cycles/\(cycle.id).yaml",
      value: [
        "kind": "cycle", "id": .scalar(cycle.id), "name": .scalar(cycle.name), "starts": .day(cycle.starts),
        "ends": .day(cycle.ends), "state": "draft",
      ])
  }

  private var objectives: StartingFile {
    let draft = template.objective
    let keyResults = draft.keyResults.map { result -> YAMLValue in
      [
        "id": .scalar(result.id), "title": .scalar(result.title), "metric": .scalar(result.metric),
        "type": .choice(result.type), "baseline": .scalar(result.baseline), "target": .scalar(result.target),
        "owner": .scalar(answers.person.handle),
      ]
    }
    let objective: YAMLValue = [
      "id": .scalar(draft.id), "title": .scalar(draft.title), "ambition": "committed", "input": .scalar(draft.input),
      "key_results": .sequence(keyResults),
    ]
    return StartingFile(
      kind: .okrs, path: "okrs/\(cycle.id)/\(answers.teamID).yaml",
      value: [
        "kind": "okrs", "team": .scalar(answers.teamID), "cycle": .scalar(cycle.id), "objectives": [objective],
      ],
      comments: ["team": "an example: replace it with your own words and figures"])
  }
}
