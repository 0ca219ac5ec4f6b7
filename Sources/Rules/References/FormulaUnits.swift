import Diagnostics
import StrategyModel
import StrictYAML

struct FormulaUnits: Rule {
  let card = Card(
    id: "NS218", name: "formula-units", severity: .error,
    summary: "A formula adds or subtracts metrics of different units.",
    rationale: """
      Minutes added to meetings give a meaningless number, and nobody notices on a chart. Only sums are checked: a \
      product or a quotient has a unit of its own, which cannot be told from the words. Convert one part, or correct \
      its unit.
      """,
    wrong: [
      Example(
        "metrics/weekly-hosted-meetings.yaml",
        replacing: "formula: activation-rate / 100 * new-workspaces * meetings-per-workspace",
        with: "formula: activation-rate / 100 * (new-workspaces + ↓meetings-per-workspace)")
    ],
    right: [
      Example(
        "metrics/weekly-hosted-meetings.yaml",
        replacing: "formula: activation-rate / 100 * new-workspaces * meetings-per-workspace",
        with: "formula: activation-rate / 100 * (new-workspaces * 1.1 + meetings-per-workspace)")
    ])

  func check(_ strategy: Strategy, _ report: inout Report) {
    let metrics = strategy.metrics.all
    for position in metrics.indices where strategy.graph.isLive[position] {
      guard let text = metrics[position].formula, let formula = try? Formula(parsing: text.value) else { continue }
      var units = FormulaUnitCheck(strategy)
      let unit = units.unit(of: formula.root)
      for clash in units.clashes {
        report.add(
          .adds(clash.unit, clash.other), about: metrics[position], at: text.place(of: clash.range), in: strategy,
          help: ["Convert one of them with a factor, or correct its unit."])
      }
      guard let unit, let own = metrics[position].definition?.unit, !unit.isSameUnit(as: own.value) else { continue }
      report.add(
        .gives(unit, own.value), about: metrics[position], at: text.range, in: strategy,
        notes: [Note("the metric's unit", at: strategy.location(metrics[position].file, own.range))],
        help: ["Convert the sum with a factor, or correct the unit."])
    }
  }
}

/// Walks a formula and finds sums of different units.
private struct FormulaUnitCheck {
  struct Clash {
    let unit: String
    let other: String
    let range: ByteRange
  }

  private(set) var clashes: [Clash] = []
  private let strategy: Strategy

  init(_ strategy: Strategy) { self.strategy = strategy }

  /// `nil` for numbers, for products, and when the unit is unknown.
  mutating func unit(of expression: Expression) -> String? {
    switch expression {
    case .number: return nil
    case .metric(let id):
      return strategy.metrics.position(of: id).flatMap { strategy.metrics.all[$0].definition?.unit?.value }
    case .product(let factors):
      for factor in factors { _ = unit(of: factor.expression) }
      return nil
    case .sum(let terms): return unit(ofSum: terms)
    }
  }

  private mutating func unit(ofSum terms: [Expression.Term]) -> String? {
    var first: String?
    var isSure = true
    for term in terms {
      guard let unit = unit(of: term.expression) else {
        isSure = false
        continue
      }
      if let first, !unit.isSameUnit(as: first) {
        clashes.append(Clash(unit: unit, other: first, range: term.range))
        isSure = false
      }
      first = first ?? unit
    }
    return isSure ? first : nil
  }
}

extension String {
  fileprivate func isSameUnit(as other: String) -> Bool { lowercased() == other.lowercased() }

  fileprivate static func adds(_ unit: String, _ other: String) -> String {
    "'\(unit.excerpt(24))' cannot be added to '\(other.excerpt(24))'"
  }

  fileprivate static func gives(_ unit: String, _ own: String) -> String {
    "the formula gives '\(unit.excerpt(20))' for a metric in '\(own.excerpt(20))'"
  }
}
