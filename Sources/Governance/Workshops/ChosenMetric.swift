import Editing
package import StrategyModel
import StrategyStore
import StrictYAML

/// What is known of the chosen metric's definition.
package struct ChosenDefinition {
  package var counts: String?
  package var excludes: String?
  package var window: String?
  package var aggregation: Aggregation?
  package var unit: String?
  package var source: String?
  package var direction: Direction?

  package init(
    counts: String? = nil, excludes: String? = nil, window: String? = nil, aggregation: Aggregation? = nil,
    unit: String? = nil, source: String? = nil, direction: Direction? = nil
  ) {
    (self.counts, self.excludes, self.window, self.aggregation) = (counts, excludes, window, aggregation)
    (self.unit, self.source, self.direction) = (unit, source, direction)
  }
}

/// The metric that a workshop chose, as it becomes part of the strategy.
struct ChosenMetric {
  let candidate: Candidate
  let given: ChosenDefinition

  private var id: String { candidate.id?.value ?? "" }

  /// Writes the metric: as the North Star if there is none, else as a draft that a review may make the North Star.
  ///
  /// Returns the result and the next step.
  func apply(to draft: inout StrategyDraft) throws -> (outcome: String, next: [Remedy]) {
    let strategy = draft.strategy
    if strategy.isNorthStar(id) { return ("'\(id)' is already the North Star.", []) }
    let isFirst = strategy.graph.northStars.isEmpty
    let metric = strategy.metrics[id]
    if metric?.lifecycle?.value == .retired {
      throw StrategyError(message: "'\(id)' is retired", help: ["Give the candidate an id of its own."])
    }
    if metric == nil {
      let path = Kind.metric.home(of: id)
      try draft.requireFree(path)
      draft.write(YAMLWriter.text(of: value(isFirst ? .active : .draft)), to: path)
    } else if isFirst {
      let path = try draft.path(of: .metric, id)
      try draft.edit(
        .metric, at: path,
        [("role", .set(MetricRole.northStar.rawValue)), ("lifecycle", .set(Lifecycle.active.rawValue))])
    }
    guard isFirst else { return later(than: strategy) }
    try nameInSettings(&draft)
    return ("'\(id)' is the North Star from now on.", [])
  }

  private func nameInSettings(_ draft: inout StrategyDraft) throws {
    let path = draft.innerPath(draft.strategy.settingsPath)
    let settings = draft.strategy.settings
    let isThere = settings?.northStar != nil || settings?.search != nil
    let after = ["game", "core_value", "vision", "product"].first { draft.hasKey($0, in: path) }
    try draft.edit(
      path,
      [
        isThere
          ? .set([.key("north_star")], id)
          : .insert([], .init("north_star", .scalar(id)), after.map { .after($0) } ?? .end)
      ] + (settings?.northStarUntil == nil ? [] : [.remove([.key("north_star_until")])]))
  }

  /// While there is a North Star, the choice has no effect until a review decides.
  private func later(than strategy: Strategy) -> (outcome: String, next: [Remedy]) {
    let star = strategy.graph.northStars.first.flatMap { strategy.metrics.all[$0].id?.value } ?? ""
    return (
      "'\(star)' stays the North Star until a review replaces it.",
      [
        "Make it the North Star with \(run: .openReview("north-star")), then \(run: .decideReview(nil, replacement: id))."
      ]
    )
  }

  private func value(_ lifecycle: Lifecycle) -> YAMLValue {
    let known = BusinessType.allCases.map(\.template.northStar).first { $0.id == id }
    return .fields(
      ("kind", "metric"), ("id", .scalar(id)), ("name", .scalar(candidate.name?.value ?? id)),
      ("role", .choice(MetricRole.northStar)), ("lifecycle", .choice(lifecycle)), ("definition", definition(known)),
      ("direction", .choice(given.direction ?? known?.direction ?? .increase)))
  }

  private func definition(_ known: MetricDraft?) -> YAMLValue {
    let aggregation = given.aggregation ?? known?.aggregation
    return .fields(
      ("counts", .scalar(given.counts ?? known?.counts ?? candidate.name?.value ?? id)),
      ("excludes", (given.excludes ?? known?.excludes).map { .scalar($0) }),
      ("window", (given.window ?? known?.window).map { .scalar($0) }),
      ("grain", given.window == nil ? known.map { .choice($0.grain) } : nil),
      ("aggregation", aggregation.map { .choice($0) }),
      ("unit", (given.unit ?? known?.unit).map { .scalar($0) }),
      ("source", (given.source ?? known?.source).map { .scalar($0) }))
  }
}

extension StrategyDraft {
  /// Whether a file has a key at its top.
  func hasKey(_ key: String, in path: String) -> Bool {
    let document = Document(parsing: text(of: path) ?? [])
    guard let root = document.root else { return false }
    return document.entries(of: root).contains { document.string(of: $0.key) == key }
  }
}
