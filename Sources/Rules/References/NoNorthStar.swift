import Diagnostics
import StrategyModel
import StrictYAML

struct NoNorthStar: Rule {
  let card = Card(
    id: "NS202", name: "no-north-star", severity: .error,
    summary: "No active metric has the role of the North Star.",
    rationale: """
      Everything in a strategy rolls up to one metric; without it, inputs have no purpose and no team can choose \
      between two good ideas. Give the metric that the settings name the role 'north-star', and make it active.
      """,
    wrong: [
      Example(replacing: [
        ("northstar.yaml", "north_star: weekly-hosted-meetings", "north_star: ↓weekly-hosted-meetings"),
        ("metrics/weekly-hosted-meetings.yaml", "lifecycle: active", "lifecycle: draft"),
      ])
    ],
    right: [
      Example("metrics/weekly-hosted-meetings.yaml", replacing: "target: 12000", with: "target: 15000")
    ])

  /// For an unknown metric in the settings there is a rule of its own.
  func check(_ strategy: Strategy, _ report: inout Report) {
    guard strategy.graph.northStars.isEmpty, let settings = strategy.settings, let named = settings.northStar,
      let position = strategy.metrics.position(of: named),
      !strategy.mayHideFields(strategy.metrics.all[position].file)
    else { return }
    let metric = strategy.metrics.all[position]
    let why = metric.role?.value == .northStar ? metric.lifecycle?.range : metric.role?.range
    report.add(
      .none, about: settings, at: named.range, in: strategy,
      notes: [Note(.reason(metric), at: why.map { strategy.location(metric.file, $0) })],
      help: ["Give it the role 'north-star' and the lifecycle 'active', or name another metric."])
  }
}

extension String {
  fileprivate static let none = "no active metric is the North Star"

  fileprivate static func reason(_ metric: Metric) -> String {
    let id = metric.id?.value ?? "?"
    if metric.role?.value == .northStar, let lifecycle = metric.lifecycle?.value {
      return "'\(id)' is \(lifecycle == .draft ? "a draft" : lifecycle.rawValue)"
    }
    return "'\(id)' is \(metric.role?.value.noun ?? "without a role")"
  }
}
