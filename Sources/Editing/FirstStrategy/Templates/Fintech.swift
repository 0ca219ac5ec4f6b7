import StrategyModel

extension Template {
  /// Transaction volume per user: uses × attempts × completed × amount.
  static let fintech = Template(
    vision: "Nobody has to think about how money moves",
    coreValue: "People move their money safely and at once, at a price that they know beforehand",
    game: .transaction, team: "Payments",
    northStar: MetricDraft(
      id: "volume-per-user", name: "Transaction volume per active user", role: .northStar,
      counts: "Amounts of completed transactions, for each active user",
      excludes: "Transfers between accounts of the same person", aggregation: .mean, unit: "EUR per user",
      source: "transaction ledger",
      formula: "uses-per-user * attempts-per-use * completion-rate / 100 * amount-per-transaction",
      drives: EdgeDraft(
        metric: "net-fees", sign: .positive, lagWeeks: 4,
        because: "Users who move more of their money here keep their account and pay for more of it")),
    inputs: [
      MetricDraft(
        id: "completion-rate", name: "Completion rate", role: .input, dimension: .efficiency,
        counts: "Attempted transactions that are completed within a minute", excludes: "Attempts that are fraud",
        aggregation: .ratio, unit: "percent", source: "transaction ledger"),
      MetricDraft(
        id: "uses-per-user", name: "Uses per active user", role: .input, dimension: .breadth,
        counts: "Kinds of payment in use, such as rent or travel, for each active user",
        excludes: "Transfers between accounts of the same person", aggregation: .mean, unit: "uses per user",
        source: "transaction ledger"),
      MetricDraft(
        id: "amount-per-transaction", name: "Amount per transaction", role: .input, dimension: .depth,
        counts: "Amounts of completed transactions, for each of them",
        excludes: "Transfers between accounts of the same person", aggregation: .mean, unit: "EUR per transaction",
        source: "transaction ledger"),
      MetricDraft(
        id: "attempts-per-use", name: "Attempts per use", role: .input, dimension: .frequency,
        counts: "Attempted transactions, for each kind of payment that a user has",
        excludes: "Attempts that are fraud", aggregation: .mean, unit: "transactions per use",
        source: "transaction ledger"),
    ],
    driver: MetricDraft(
      id: "verification-time", name: "Verification time", role: .driver,
      counts: "Minutes from sign-up until a user may pay", excludes: "Applications that are refused",
      aggregation: .median, unit: "minutes", source: "verification log", direction: .decrease,
      drives: EdgeDraft(
        metric: "completion-rate", sign: .negative, lagWeeks: 2,
        because: "A user who is verified before the first payment is not stopped in the middle of it")),
    guardrails: [
      MetricDraft(
        id: "fraud-losses", name: "Fraud losses", role: .guardrail,
        counts: "Losses by fraud for every ten thousand EUR moved", excludes: "Losses that a partner bears",
        aggregation: .mean, unit: "EUR per ten thousand EUR", source: "risk system", direction: .decrease,
        guards: ["volume-per-user", "completion-rate", "amount-per-transaction"], threshold: .atMost("5")),
      MetricDraft(
        id: "complaints", name: "Complaints", role: .guardrail,
        counts: "Complaints for every thousand active users", excludes: "Questions", aggregation: .mean,
        unit: "complaints per thousand users", source: "help desk", direction: .decrease,
        guards: ["uses-per-user", "attempts-per-use"], threshold: .atMost("2")),
    ],
    results: [
      MetricDraft(
        id: "net-fees", name: "Net fee income", role: .result, counts: "Fees of all users and partners",
        excludes: "Fees that we pass on", grain: .month, aggregation: .sum, unit: "EUR",
        source: "billing system")
    ],
    objective: ObjectiveDraft(
      id: "paid-at-once", title: "A first payment goes through without a pause", input: "completion-rate",
      keyResults: [
        KeyResultDraft(
          id: "verification", title: "Lower the verification time from 45 to 15 minutes",
          metric: "verification-time", type: .decrease, baseline: "45", target: "15"),
        KeyResultDraft(
          id: "completion", title: "Raise the completion rate from 91 % to 95 %", metric: "completion-rate",
          type: .increase, baseline: "91", target: "95"),
      ]))
}
