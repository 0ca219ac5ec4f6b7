import Diagnostics
internal import Presentation
import StrategyModel
import StrictYAML

struct FormulaMismatch: Rule {
  let card = Card(
    id: "NS217", name: "formula-mismatch", severity: .error,
    summary: "A formula and the metric's components do not name the same metrics.",
    rationale: """
      The formula and the edges marked 'component' tell the same story twice: one is computed, the other is drawn and \
      owned. When they differ, a change of the metric is attributed to the wrong input. Make them agree.
      """,
    wrong: [
      Example(
        nsm, replacing: "formula: activation-rate / 100 * new-workspaces * meetings-per-workspace",
        with: "formula: ↓new-workspaces * meetings-per-workspace"),
      Example(
        nsm, replacing: "formula: activation-rate / 100 * new-workspaces * meetings-per-workspace",
        with: "formula: activation-rate / 100 * new-workspaces * meetings-per-workspace - ↓onboarding-completion"),
      Example(
        nsm, replacing: "formula: activation-rate / 100 * new-workspaces * meetings-per-workspace",
        with: "formula: activation-rate / 100 * new-workspaces * meetings-per-workspace * ↓activation-rates"),
    ],
    right: [
      Example(
        nsm, replacing: "formula: activation-rate / 100 * new-workspaces * meetings-per-workspace",
        with: "formula: new-workspaces * meetings-per-workspace * (activation-rate / 100)")
    ])

  func check(_ strategy: Strategy, _ report: inout Report) {
    let metrics = strategy.metrics.all
    for position in metrics.indices where strategy.graph.isLive[position] {
      guard let text = metrics[position].formula, let formula = try? Formula(parsing: text.value) else { continue }
      let components = strategy.components(of: position)
      checkNames(formula, text, components, position, strategy, &report)
      checkComponents(formula, text, components, position, strategy, &report)
    }
  }

  private func checkNames(
    _ formula: Formula, _ text: Located<String>, _ components: [Component], _ metric: Int, _ strategy: Strategy,
    _ report: inout Report
  ) {
    let known = Set(components.map(\.id))
    var told: Set<String> = []
    for use in formula.metrics where !known.contains(use.value) && told.insert(use.value).inserted {
      let exists = strategy.metrics.position(of: use.value)
      if exists == nil && strategy.mayHave(.metric, use.value) { continue }
      if let exists, strategy.mayHideFields(strategy.metrics.all[exists].file) { continue }
      let near = nearNames(to: use.value, among: components.map(\.id))
      report.add(
        exists == nil ? .unknown(use.value) : .noComponent(use.value, strategy.ids([metric])[0]),
        about: strategy.metrics.all[metric], at: text.place(of: use.range), in: strategy,
        help: [near.isEmpty ? .addEdge(use.value) : .didYouMean(near)])
    }
  }

  private func checkComponents(
    _ formula: Formula, _ text: Located<String>, _ components: [Component], _ metric: Int, _ strategy: Strategy,
    _ report: inout Report
  ) {
    let named = Set(formula.metrics.map(\.value))
    for component in components where !named.contains(component.id) && strategy.graph.isLive[component.metric] {
      report.add(
        .leftOut(component.id), about: strategy.metrics.all[metric], at: text.range, in: strategy,
        notes: [Note("it is a component here", at: component.edge)],
        help: ["Add it to the formula, or make its edge an 'influence'."])
    }
  }
}

/// A metric whose edge to another one is arithmetic.
private struct Component {
  let id: String
  let metric: Int
  let edge: Location
}

extension Strategy {
  fileprivate func components(of metric: Int) -> [Component] {
    graph.down[metric].compactMap { step in
      let edge = metrics.all[step.metric].drives[step.edge]
      let type = edge.type?.value ?? .component
      guard type == .component, let id = metrics.all[step.metric].id, let named = edge.metric else {
        return nil
      }
      return Component(
        id: id.value, metric: step.metric, edge: location(metrics.all[step.metric].file, named.range))
    }
  }
}

private let nsm = "metrics/weekly-hosted-meetings.yaml"

extension String {
  fileprivate static func unknown(_ id: String) -> String { "the formula names '\(id)', which does not exist" }
  fileprivate static func noComponent(_ id: String, _ metric: String) -> String {
    "'\(id)' is not a component of '\(metric)'"
  }
  fileprivate static func leftOut(_ id: String) -> String { "the formula leaves out the component '\(id)'" }
  fileprivate static func addEdge(_ id: String) -> String {
    "Remove it from the formula, or add the 'drives:' edge 'as: component' to '\(id)'."
  }
}
