package import Numbers
import Presentation
package import StrategyModel
import StrategyStore

extension StrategyError {
  /// Why a metric's change cannot be explained, and what to do.
  package init(_ problem: ExplanationProblem, of metric: String, in strategy: Strategy) {
    switch problem {
    case .noFormula:
      self.init(
        .refused, message: "'\(metric)' has no formula to split its change by",
        help: StrategyError.formulas(in: strategy))
    case .formula(let fault):
      self.init(
        .refused, message: "the formula of '\(metric)' \(fault.clause)",
        help: ["See where with \(run: .check)."])
    case .missing(let missing): self.init(missing, in: strategy)
    case .split(let problem): self.init(problem, of: metric)
    }
  }

  private static func formulas(in strategy: Strategy) -> [Remedy] {
    let known = strategy.metrics.all.filter { $0.formula != nil }.compactMap { $0.id?.value }.sorted()
    guard !known.isEmpty else { return ["Give it a 'formula:' over the metrics that drive it as components."] }
    return ["These have one: \(known.prefix(8).joined(separator: ", "))\(known.count > 8 ? ", …" : "")."]
  }

  private init(_ missing: [ExplanationProblem.Missing], in strategy: Strategy) {
    let shown = missing.prefix(6).map { gap in
      strategy.metrics.contains(gap.metric)
        ? "no reading of '\(gap.metric)' for \(strategy.calendar.name(of: gap.period))"
        : "no metric '\(gap.metric)'"
    }
    var seen: Set<String> = []
    let reasons = shown.filter { seen.insert($0).inserted }
    let metrics = Set(missing.map(\.metric)).sorted().prefix(4)
    self.init(
      .refused,
      message: "there is " + reasons.joined(separator: ", and ")
        + (missing.count > 6 ? ", and \(missing.count - 6) more" : ""),
      help: metrics.compactMap { strategy.span(of: $0) }.remedies)
  }

  private init(_ problem: DecompositionProblem, of metric: String) {
    switch problem {
    case .tooManyFactors(let count):
      self.init(
        .refused,
        message:
          "\(count) metrics moved in the formula of '\(metric)', but at most \(Decomposition.mostFactors) can be split",
        help: ["Group some of them under an intermediate metric with a formula."])
    case .noValueBetween, .noNumbers:
      self.init(
        .refused, message: "the formula of '\(metric)' has no value between the two periods",
        help: ["See whether it divides by something that is or became 0."])
    }
  }
}

extension Strategy {
  /// A sentence about the measured periods of a metric; `nil` for a metric that does not exist.
  fileprivate func span(of metric: String) -> String? {
    guard metrics.contains(metric) else { return nil }
    let series = series(of: metric)
    guard let first = series.periods.first, let last = series.periods.last else {
      return "'\(metric)' has no readings."
    }
    return "'\(metric)' was measured from \(calendar.name(of: first)) to \(calendar.name(of: last))."
  }
}

extension FormulaFault {
  /// The fault, as a continuation of "the formula".
  fileprivate var clause: String {
    switch kind {
    case .empty: "is empty"
    case .notAnOperand(let word): "has '\(word.visible)', which is neither a number nor a metric's id"
    case .unexpectedCharacter(let character): "has a '\(character.visible)', which has no meaning there"
    case .missingOperand: "lacks a number or a metric after an operator"
    case .missingOperator: "lacks an operator between two parts"
    case .unclosedParenthesis: "has a bracket that is not closed"
    case .strayParenthesis: "closes a bracket that was not opened"
    case .tooDeep: "has too many nested brackets"
    }
  }
}
