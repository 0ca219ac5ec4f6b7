import Diagnostics
import StrategyModel
import StrictYAML

struct SeveralNorthStars: Rule {
  let card = Card(
    id: "NS203", name: "several-north-stars", severity: .error,
    summary: "More than one active metric has the role of the North Star.",
    rationale: """
      With two North Stars each team follows the one that suits it, and nothing settles a conflict between them. Keep \
      one; the other is an input, a guardrail, or a draft until a review has chosen it.
      """,
    wrong: [
      Example(
        [ExampleFile.paidSeats("id: paid-seats", "role: ↓north-star")],
        replacing: [("metrics/meeting-satisfaction.yaml", "guards: [", "guards: [paid-seats, ")])
    ],
    right: [
      Example("metrics/recurring-revenue.yaml", replacing: "unit: EUR", with: "unit: USD")
    ])

  func check(_ strategy: Strategy, _ report: inout Report) {
    let stars = strategy.graph.northStars
    guard stars.count > 1 else { return }
    let named = strategy.metrics.position(of: strategy.settings?.northStar)
    let first = named.flatMap { stars.contains($0) ? $0 : nil } ?? stars[0]
    for star in stars where star != first {
      guard let role = strategy.metrics.all[star].role else { continue }
      report.add(
        .another(strategy.ids([star])[0]), about: strategy.metrics.all[star], at: role.range, in: strategy,
        notes: [Note("this one is the North Star Metric", at: strategy.place(ofMetric: first))],
        help: ["Give one of them another role, or make it a draft until a review has chosen it."])
    }
  }
}

extension String {
  fileprivate static func another(_ id: String) -> String { "'\(id)' is a second North Star Metric" }
}
