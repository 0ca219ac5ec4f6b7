import Diagnostics
import StrategyModel
import StrictYAML

struct EdgeToRetired: Rule {
  let card = Card(
    id: "NS214", name: "edge-to-retired", severity: .error,
    summary: "A metric in use is connected to a retired one.",
    rationale: """
      A retired metric has no new values, so a path through it leads nowhere: inputs below it no longer reach the \
      North Star, and a guardrail watches something that is gone. Lead the edge to the metric that took its place.
      """,
    wrong: [
      Example(
        [ExampleFile.oldSignUps],
        replacing: [
          ("metrics/new-workspaces.yaml", "    as: component", "    as: component\n  - metric: ↓sign-ups\n" + influence)
        ]),
      Example(
        [ExampleFile.oldSignUps],
        replacing: [
          (
            "metrics/support-load.yaml", "guards: [activation-rate, new-workspaces]",
            "guards: [activation-rate, new-workspaces, ↓sign-ups]"
          )
        ]),
    ],
    right: [
      Example(
        [ExampleFile.oldSignUps],
        replacing: [("metrics/new-workspaces.yaml", "role: input", "role: input\nsupersedes: sign-ups")])
    ])

  func check(_ strategy: Strategy, _ report: inout Report) {
    let metrics = strategy.metrics.all
    let retired = metrics.indices.map { metrics[$0].lifecycle?.value == .retired }
    guard retired.contains(true) else { return }
    for position in metrics.indices {
      check(drivesOf: position, retired, strategy, &report)
      guard strategy.graph.isLive[position] else { continue }
      for guarded in metrics[position].guards {
        guard let target = strategy.metrics.position(of: guarded), retired[target] else { continue }
        report.add(
          .guards(strategy.ids([position])[0], guarded.id), about: metrics[position], at: guarded.range, in: strategy,
          notes: [strategy.retirement(of: target)], help: ["Remove it, or guard the metric that took its place."])
      }
    }
  }

  private func check(drivesOf position: Int, _ retired: [Bool], _ strategy: Strategy, _ report: inout Report) {
    let isLive = strategy.graph.isLive
    for step in strategy.graph.up[position] {
      guard isLive[position] && retired[step.metric] || retired[position] && isLive[step.metric],
        let named = strategy.metrics.all[position].drives[step.edge].metric
      else { continue }
      let id = strategy.ids([position])[0]
      report.add(
        retired[position] ? .stillDrives(id, named.id) : .drives(id, named.id), about: strategy.metrics.all[position],
        at: named.range, in: strategy, notes: [strategy.retirement(of: retired[position] ? position : step.metric)],
        help: ["Remove the edge, or lead it between metrics in use."])
    }
  }
}

private let influence = """
      as: influence
      sign: positive
      lag_weeks: 1
      confidence: 0.6
      because: A new workspace signs up its guests
      review_on: 2026-06-30
  """

extension Strategy {
  fileprivate func retirement(of metric: Int) -> Note {
    let lifecycle = metrics.all[metric].lifecycle.map { location(metrics.all[metric].file, $0.range) }
    return Note("'\(ids([metric])[0])' is retired", at: lifecycle)
  }
}

extension String {
  fileprivate static func drives(_ lower: String, _ upper: String) -> String {
    "'\(lower)' drives '\(upper)', which is retired"
  }

  fileprivate static func stillDrives(_ lower: String, _ upper: String) -> String {
    "retired '\(lower)' still drives '\(upper)'"
  }

  fileprivate static func guards(_ guardrail: String, _ metric: String) -> String {
    "'\(guardrail)' guards '\(metric)', which is retired"
  }
}
