import Diagnostics
import StrategyModel

struct NorthStarLeadsNothing: Rule {
  let card = Card(
    id: "NS415", name: "north-star-leads-nothing", severity: .warning,
    summary: "The North Star leads no business result.",
    rationale: """
      The North Star is worth following because revenue or retention follow it. Without an edge to a result that claim \
      is not even made, nobody can test it, and the people who are responsible for the business have no reason to \
      trust the metric.
      """,
    wrong: [
      Example(
        replacing: [
          ("metrics/weekly-hosted-meetings.yaml", "id: weekly-hosted-meetings", "id: ↓weekly-hosted-meetings"),
          ("metrics/weekly-hosted-meetings.yaml", edge, ""),
        ], removing: ["metrics/recurring-revenue.yaml"])
    ],
    right: [
      Example("metrics/weekly-hosted-meetings.yaml", replacing: "confidence: 0.7", with: "confidence: 0.4")
    ])

  func check(_ strategy: Strategy, _ report: inout Report) {
    let metrics = strategy.metrics.all
    guard !strategy.mayHide(.metric) else { return }
    for i in strategy.graph.northStars {
      let known = strategy.graph.up[i]
      guard let id = metrics[i].id, known.count == metrics[i].drives.count,
        !known.contains(where: { metrics[$0.metric].role.map { $0.value == .result } ?? true }),
        !strategy.mayHideFields(metrics[i].file)
      else { continue }
      report.add(
        .leadsNothing(id.value), about: metrics[i], at: id.range, in: strategy,
        help: ["Add an edge to the result that should follow it: an influence, with its lag."])
    }
  }
}

private let edge = """
  drives:
    - metric: recurring-revenue
      as: influence
      sign: positive
      lag_weeks: 8
      confidence: 0.7
      because: Workspaces that host every week renew twice as often
      review_on: 2026-06-30

  """

extension String {
  fileprivate static func leadsNothing(_ metric: String) -> String {
    "the North Star '\(metric)' leads no business result"
  }
}
