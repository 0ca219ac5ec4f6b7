import StrategyModel

extension Template {
  /// Weekly users who complete the key workflow: accounts × users × those who come back × those who complete it.
  static let saas = Template(
    vision: "Work that takes teams a day takes them an hour",
    coreValue: "Teams get their most important workflow done together, and sooner than before",
    game: .productivity, team: "Activation",
    northStar: MetricDraft(
      id: "weekly-workflow-users", name: "Weekly users who complete the key workflow", role: .northStar,
      counts: "Users who complete the key workflow at least once", excludes: "Our own staff and test accounts",
      aggregation: .distinct, unit: "users", source: "product analytics",
      formula: "weekly-active-accounts * users-per-account * weekly-return-rate / 100 * workflow-completion-rate / 100",
      drives: EdgeDraft(
        metric: "recurring-revenue", sign: .positive, lagWeeks: 8,
        because: "Accounts whose users complete the workflow renew, and buy more seats")),
    inputs: [
      MetricDraft(
        id: "workflow-completion-rate", name: "Workflow completion rate", role: .input, dimension: .efficiency,
        counts: "Users who begin the key workflow and complete it", excludes: "Our own staff and test accounts",
        aggregation: .ratio, unit: "percent", source: "product analytics"),
      MetricDraft(
        id: "weekly-active-accounts", name: "Weekly active accounts", role: .input, dimension: .breadth,
        counts: "Accounts in which anybody works with the product", excludes: "Trial accounts of our own",
        aggregation: .distinct, unit: "accounts", source: "product analytics"),
      MetricDraft(
        id: "users-per-account", name: "Users per active account", role: .input, dimension: .depth,
        counts: "Users with a seat, for each active account", excludes: "Invited users who have never signed in",
        aggregation: .mean, unit: "users per account", source: "product analytics"),
      MetricDraft(
        id: "weekly-return-rate", name: "Weekly return rate", role: .input, dimension: .frequency,
        counts: "Users with a seat who come back to the key workflow", excludes: "Our own staff and test accounts",
        aggregation: .ratio, unit: "percent", source: "product analytics"),
    ],
    driver: MetricDraft(
      id: "setup-completion", name: "Setup completion", role: .driver,
      counts: "New users who finish setting up within three days", excludes: "Our own staff and test accounts",
      aggregation: .ratio, unit: "percent", source: "product analytics",
      drives: EdgeDraft(
        metric: "workflow-completion-rate", sign: .positive, lagWeeks: 2,
        because: "Users who have set everything up meet no obstacle in the workflow")),
    guardrails: [
      MetricDraft(
        id: "support-load", name: "Support load", role: .guardrail,
        counts: "Support tickets for every hundred active accounts", excludes: "Questions about invoices",
        aggregation: .mean, unit: "tickets per hundred accounts", source: "help desk", direction: .decrease,
        guards: ["weekly-active-accounts", "users-per-account"], threshold: .atMost("12")),
      MetricDraft(
        id: "result-satisfaction", name: "Satisfaction with the result", role: .guardrail,
        counts: "The answer to 'is the result what you needed?', from 1 to 5", excludes: "Our own staff",
        aggregation: .mean, unit: "points", source: "survey in the product",
        guards: ["weekly-workflow-users", "workflow-completion-rate", "weekly-return-rate"],
        threshold: .atLeast("4")),
    ],
    results: [
      MetricDraft(
        id: "recurring-revenue", name: "Monthly recurring revenue", role: .result,
        counts: "Fees of all paid accounts", excludes: "One-time services", grain: .month,
        aggregation: .sum, unit: "EUR", source: "billing system")
    ],
    objective: ObjectiveDraft(
      id: "first-success", title: "New users reach their first result without help", input: "workflow-completion-rate",
      keyResults: [
        KeyResultDraft(
          id: "setup", title: "Raise setup completion from 40 % to 55 %", metric: "setup-completion", type: .increase,
          baseline: "40", target: "55"),
        KeyResultDraft(
          id: "completion", title: "Raise the workflow completion rate from 62 % to 70 %",
          metric: "workflow-completion-rate", type: .increase, baseline: "62", target: "70"),
      ]))
}
