import StrategyModel

extension Template {
  /// Meaningful interactions: members × that take part × conversations × interactions.
  static let social = Template(
    vision: "Nobody is alone with what they care about",
    coreValue: "People talk with others who care about the same things",
    game: .attention, team: "Conversations",
    northStar: MetricDraft(
      id: "meaningful-interactions", name: "Meaningful interactions", role: .northStar,
      counts: "Messages that get an answer from another person within a day",
      excludes: "Automated messages, and those that are reported", aggregation: .sum, unit: "interactions",
      source: "message log",
      formula: "weekly-members * participation-rate / 100 * conversations-per-member * interactions-per-conversation",
      drives: EdgeDraft(
        metric: "advertising-revenue", sign: .positive, lagWeeks: 8,
        because: "Members who are answered stay, and bring others")),
    inputs: [
      MetricDraft(
        id: "participation-rate", name: "Participation rate", role: .input, dimension: .efficiency,
        counts: "Members who read in the week and also take part in a conversation", excludes: "Automated accounts",
        aggregation: .ratio, unit: "percent", source: "message log"),
      MetricDraft(
        id: "weekly-members", name: "Weekly members", role: .input, dimension: .breadth,
        counts: "Members who read at least one conversation", excludes: "Automated accounts", aggregation: .distinct,
        unit: "members", source: "message log"),
      MetricDraft(
        id: "interactions-per-conversation", name: "Interactions per conversation", role: .input, dimension: .depth,
        counts: "Messages with an answer, for each conversation of a member", excludes: "Automated messages",
        aggregation: .mean, unit: "interactions per conversation", source: "message log"),
      MetricDraft(
        id: "conversations-per-member", name: "Conversations per member", role: .input, dimension: .frequency,
        counts: "Conversations of members who take part in any, for each of them", excludes: "Automated accounts",
        aggregation: .mean, unit: "conversations per member", source: "message log"),
    ],
    driver: MetricDraft(
      id: "first-answer-time", name: "Time to the first answer", role: .driver,
      counts: "Minutes until a member's first message is answered", excludes: "Messages that are reported",
      aggregation: .median, unit: "minutes", source: "message log", direction: .decrease,
      drives: EdgeDraft(
        metric: "participation-rate", sign: .negative, lagWeeks: 2,
        because: "People who are answered soon dare to write again")),
    guardrails: [
      MetricDraft(
        id: "reported-interactions", name: "Reported interactions", role: .guardrail,
        counts: "Reports for every thousand interactions", excludes: "Reports that turn out unfounded",
        aggregation: .mean, unit: "reports per thousand interactions", source: "moderation log",
        direction: .decrease,
        guards: ["meaningful-interactions", "participation-rate", "interactions-per-conversation"],
        threshold: .atMost("4")),
      MetricDraft(
        id: "muted-notifications", name: "Muted notifications", role: .guardrail,
        counts: "Members who switch their notifications off", excludes: "Automated accounts", aggregation: .ratio,
        unit: "percent", source: "product analytics", direction: .decrease,
        guards: ["weekly-members", "conversations-per-member"], threshold: .atMost("3")),
    ],
    results: [
      MetricDraft(
        id: "advertising-revenue", name: "Advertising revenue", role: .result, counts: "Fees of all advertisers",
        excludes: "Refunds", grain: .month, aggregation: .sum, unit: "EUR", source: "billing system")
    ],
    objective: ObjectiveDraft(
      id: "answered", title: "New members are answered while they are still there", input: "participation-rate",
      keyResults: [
        KeyResultDraft(
          id: "first-answer", title: "Lower the time to the first answer from 50 to 20 minutes",
          metric: "first-answer-time", type: .decrease, baseline: "50", target: "20"),
        KeyResultDraft(
          id: "participation", title: "Raise the participation rate from 18 % to 23 %", metric: "participation-rate",
          type: .increase, baseline: "18", target: "23"),
      ]))
}
