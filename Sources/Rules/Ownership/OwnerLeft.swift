import Diagnostics
import StrategyModel

struct OwnerLeft: Rule {
  let card = Card(
    id: "NS304", name: "owner-left", severity: .warning,
    summary: "The person who answers for a metric in use has left the company.",
    rationale: """
      A name that nobody can reach any more is worse than an empty field: it looks as if somebody watched the metric. \
      Name the person who answers for it now; the history keeps who did before.
      """,
    wrong: [
      Example([ExampleFile.noor], replacing: [("metrics/activation-rate.yaml", "person: ada", "person: ↓noor")])
    ],
    right: [Example([ExampleFile.noor])])

  func check(_ strategy: Strategy, _ report: inout Report) {
    let metrics = strategy.metrics.all
    for i in metrics.indices where strategy.graph.isLive[i] {
      guard let person = metrics[i].owner?.person, let id = metrics[i].id,
        let left = strategy.departure(of: person, before: report.today)
      else { continue }
      report.add(
        .gone(person.id, id.value, left), about: metrics[i], at: person.range, in: strategy,
        help: ["Name the person who answers for it now, with the day of the change in 'since:'."])
    }
  }
}

extension String {
  fileprivate static func gone(_ person: String, _ metric: String, _ day: Day) -> String {
    "'\(person)', who answers for '\(metric)', left on \(day)"
  }
}
