import Diagnostics
import StrategyModel
import StrictYAML

struct VanityMetric: Rule {
  let card = Card(
    id: "NS401", name: "vanity-metric", severity: .warning,
    summary: "The North Star or an input counts something that grows without anyone benefiting from it.",
    rationale: """
      Registered users, downloads, page views, logins and features shipped look good on a slide and say nothing about \
      value: they rise with spending, and running totals can only rise. Teams that aim at them do work that no \
      customer notices. Count the moment in which a customer gets the product's value, over a window.
      """,
    words: "What counts activity that grows without any value.",
    wrong: [
      Example("metrics/new-workspaces.yaml", replacing: "name: New workspaces", with: "name: ↓Registered users"),
      Example(
        "metrics/new-workspaces.yaml", replacing: "counts: Workspaces with a first member",
        with: "counts: ↓Workspaces created to date"),
    ],
    right: [
      Example(
        "metrics/new-workspaces.yaml", replacing: "name: New workspaces", with: "name: Share of downloads in use"),
      Example(
        "metrics/new-workspaces.yaml", replacing: "counts: Workspaces with a first member",
        with: "counts: Workspaces whose first login is followed by a meeting"),
    ])

  func check(_ strategy: Strategy, _ report: inout Report) {
    let metrics = strategy.metrics.all
    for i in metrics.indices where strategy.graph.isLive[i] && metrics[i].isGoal {
      guard let id = metrics[i].id else { continue }
      for text in [metrics[i].name, metrics[i].definition?.counts].compactMap({ $0 }) {
        guard let shape = MetricShape.vanity(in: text.value, further: report.words), !report.excepts(text.value) else {
          continue
        }
        report.add(.vanity(id.value, shape), about: metrics[i], at: text.range, in: strategy, help: [shape.help])
        break
      }
    }
  }
}

extension Metric {
  /// Whether teams aim at it: the North Star and the inputs.
  var isGoal: Bool { role?.value == .northStar || role?.value == .input }
}

extension String {
  fileprivate static func vanity(_ metric: String, _ shape: MetricShape) -> String { "'\(metric)' \(shape.fault)" }
}
