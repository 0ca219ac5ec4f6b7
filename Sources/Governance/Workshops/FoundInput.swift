import Editing
import Presentation
import StrategyModel
import StrategyStore
import StrictYAML

/// An input that a workshop found for the chosen metric: `activation-rate:efficiency:Activation rate`.
struct FoundInput {
  private let id: String
  private let dimension: Dimension
  private let name: String

  init(_ text: String) throws(StrategyError) {
    let parts = text.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false).map { $0.trimmed }
    guard parts.count == 3, !parts[2].isEmpty else {
      throw StrategyError(
        .badRequest, message: "'\(text.visible)' is not an input like 'activation-rate:efficiency:Activation rate'",
        help: ["Write its id, its dimension and its name, with colons between."])
    }
    try Identifier.require(parts[0], "a metric")
    guard let dimension = Dimension(rawValue: parts[1].lowercased()) else {
      throw .unknown(parts[1], among: Dimension.allCases.map(\.rawValue), "dimension")
    }
    (id, self.dimension, name) = (parts[0], dimension, parts[2])
  }

  /// Writes it as a draft: an input in use needs an owner.
  func apply(to draft: inout StrategyDraft, driving metric: String) throws(StrategyError) {
    guard !draft.strategy.mayHave(.metric, id), id != metric else {
      throw StrategyError(
        message: "there is already a metric '\(id)'",
        help: ["Leave it out, and add what it drives with \(run: .edit(id))."])
    }
    let path = Kind.metric.home(of: id)
    try draft.requireFree(path)
    draft.write(YAMLWriter.text(of: value(driving: metric)), to: path)
  }

  /// The next step for inputs that were just written.
  static func advice(on inputs: [FoundInput]) -> [Remedy] {
    guard let first = inputs.first else { return [] }
    return [
      """
      Inputs are drafts until they have an owner: \(run: .assign(lever: first.id)), then \
      \(run: .set(field: "\(first.id).lifecycle", to: "active")).
      """
    ]
  }

  private func value(driving metric: String) -> YAMLValue {
    let known = BusinessType.allCases.flatMap(\.template.inputs).first { $0.id == id }
    return .fields(
      ("kind", "metric"), ("id", .scalar(id)), ("name", .scalar(name)), ("role", .choice(MetricRole.input)),
      ("dimension", .choice(dimension)), ("lifecycle", .choice(Lifecycle.draft)),
      (
        "definition",
        .fields(
          ("counts", .scalar(known?.counts ?? name)), ("excludes", known.map { .scalar($0.excludes) }),
          ("window", known.map { .scalar($0.window) }), ("grain", known.map { .choice($0.grain) }),
          ("aggregation", known.map { .choice($0.aggregation) }),
          ("unit", known.map { .scalar($0.unit) }), ("source", known.map { .scalar($0.source) }))
      ), ("direction", .choice(known?.direction ?? .increase)),
      ("drives", [["metric": .scalar(metric), "as": "component"]])
    )
  }
}
