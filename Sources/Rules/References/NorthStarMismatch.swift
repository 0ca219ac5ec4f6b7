import Diagnostics
import StrategyModel
import StrictYAML

struct NorthStarMismatch: Rule {
  let card = Card(
    id: "NS204", name: "north-star-mismatch", severity: .error,
    summary: "The settings name another metric than the one with the role of the North Star.",
    rationale: """
      The front page says one thing and the metric tree another, so people and tools follow different stars. It happens \
      when a North Star is replaced and one of the two places is forgotten. Make both say the same.
      """,
    wrong: [
      Example("northstar.yaml", replacing: "north_star: weekly-hosted-meetings", with: "north_star: ↓activation-rate")
    ],
    right: [
      Example("northstar.yaml", replacing: "game: productivity", with: "game: attention")
    ])

  func check(_ strategy: Strategy, _ report: inout Report) {
    let stars = strategy.graph.northStars
    guard let star = stars.first, let settings = strategy.settings, let named = settings.northStar,
      let position = strategy.metrics.position(of: named), !stars.contains(position)
    else { return }
    report.add(
      .mismatch(named.id), about: settings, at: named.range, in: strategy,
      notes: [Note("this metric has the role and is active", at: strategy.place(ofMetric: star))],
      help: ["Write '\(strategy.ids([star])[0])', or move the role to '\(named.id)' and make it active."],
      fixes: stars.count == 1 ? [.replace(named.range, with: strategy.ids([star])[0], .needsReview)] : [])
  }
}

extension String {
  fileprivate static func mismatch(_ id: String) -> String { "'\(id)' is not the active North Star Metric" }
}
