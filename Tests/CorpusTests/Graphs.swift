/// References that lead nowhere, and graphs that are not trees.
let graphs: [Case] = [
  Case("unknown metric", okrs, edited(okrs, "input: activation-rate", "input: activaton-rate"), "unknown-reference"),
  Case("unknown team", okrs, edited(okrs, "team: onboarding", "team: onbording"), "unknown-reference"),
  Case("unknown person", okrs, edited(okrs, "owner: grace", "owner: grac"), "unknown-reference"),
  Case("unknown cycle", okrs, edited(okrs, "cycle: 2026-q1", "cycle: 2026-q9"), "unknown-reference"),
  Case(
    "unknown subject", "reviews/2026-north-star.yaml",
    edited("reviews/2026-north-star.yaml", "metric/weekly-hosted-meetings", "metric/gone"), "unknown-reference"),
  Case(
    "unknown north star", "northstar.yaml",
    edited("northstar.yaml", "north_star: weekly-hosted-meetings", "north_star: weekly"), "unknown-reference"),
  Case(
    "unknown parent", "teams/growth.yaml", edited("teams/growth.yaml", "lead: lin", "parent: company\nlead: lin"),
    "unknown-reference"),
  Case(
    "metric drives itself", metric, edited(metric, "- metric: weekly-hosted-meetings", "- metric: activation-rate"), nil
  ),
  Case(
    "metrics in a circle", metric,
    edited(metric, "    as: component", "    as: component\n  - metric: onboarding-completion\n    as: influence"), nil),
  Case("objective aims at nothing", okrs, edited(okrs, "    input: activation-rate\n", ""), nil),
  Case("objective aims at the NSM", okrs, edited(okrs, "input: activation-rate", "input: weekly-hosted-meetings"), nil),
  Case("key result off the path", okrs, edited(okrs, "metric: onboarding-completion", "metric: new-workspaces"), nil),
  Case(
    "formula of nonsense", "metrics/weekly-hosted-meetings.yaml",
    edited("metrics/weekly-hosted-meetings.yaml", "activation-rate / 100", "activation-rate / / 100"), nil),
  Case(
    "formula nested without end", "metrics/weekly-hosted-meetings.yaml",
    edited(
      "metrics/weekly-hosted-meetings.yaml", "activation-rate / 100",
      String(repeating: "(", count: 50_000) + "activation-rate"), nil),
]
