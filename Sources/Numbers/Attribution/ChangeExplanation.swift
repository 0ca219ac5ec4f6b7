package import StrategyModel

/// Why a metric changed between two periods: the change is split by its formula, and each component with a formula is
/// split in turn.
package struct ChangeExplanation: Sendable, Equatable {
  package let metric: String
  package let from: Period
  package let to: Period
  /// The measured values at both ends; `nil` when either end was not measured.
  package let measured: Ends?
  package let formula: String
  package let split: FormulaSplit
  /// By segment, when the metric is a ratio of two metrics that were measured by segment.
  package internal(set) var mix: RateMixDecomposition?
  /// Components with formulas of their own, in the order of the parts; each metric once, at its first place. Omits one
  /// that cannot be split.
  package internal(set) var below: [ChangeExplanation] = []

  package struct Ends: Sendable, Equatable {
    package let from: Double
    package let to: Double
    package var change: Double { to - from }
  }

  /// The values that the formula gives for its components.
  package var calculated: Ends { Ends(from: split.split.from, to: split.split.to) }

  /// The part of the measured change that the formula does not explain; `nil` when nothing was measured.
  package var unexplained: Double? { measured.map { $0.change - calculated.change } }

  /// - Parameter day: uses only what was known at the end of that day (default: everything).
  package init(
    of metric: String, from: Period, to: Period, in strategy: Strategy, knownOn day: Day? = nil
  ) throws(ExplanationProblem) {
    var tree = FormulaTree(metric, in: strategy, knownOn: day)
    self = try tree.explain(metric, from, to)
  }

  init(
    _ metric: String, _ from: Period, _ to: Period, measured: Ends?, formula: String, split: FormulaSplit
  ) {
    (self.metric, self.from, self.to) = (metric, from, to)
    (self.measured, self.formula, self.split) = (measured, formula, split)
  }
}

/// Why a change cannot be explained.
package enum ExplanationProblem: Error, Hashable {
  case noFormula
  case formula(FormulaFault)
  /// Components without a value: nothing was measured, and they have no formula either.
  case missing([Missing])
  case split(DecompositionProblem)

  package struct Missing: Sendable, Hashable {
    package let metric: String
    package let period: Period
  }
}

/// The formulas below a metric, and the measured values of all metrics in them.
struct FormulaTree {
  private let strategy: Strategy
  private let day: Day?
  private var formulas: [String: Formula] = [:]
  private var faults: [String: FormulaFault] = [:]
  private var series: [String: Series] = [:]
  private var explained: Set<String> = []

  init(_ root: String, in strategy: Strategy, knownOn day: Day?) {
    self.strategy = strategy
    self.day = day
    var queue = [root]
    while let metric = queue.popLast() {
      guard series[metric] == nil else { continue }
      series[metric] = strategy.series(of: metric, knownOn: day)
      guard let text = strategy.metrics[metric]?.formula?.value else { continue }
      do throws(FormulaFault) {
        let formula = try Formula(parsing: text)
        formulas[metric] = formula
        queue += formula.names
      } catch {
        faults[metric] = error
      }
    }
  }

  /// The recursion ends because each metric is explained only once.
  mutating func explain(_ metric: String, _ from: Period, _ to: Period) throws(ExplanationProblem) -> ChangeExplanation
  {
    explained.insert(metric)
    if let fault = faults[metric] { throw .formula(fault) }
    guard let formula = formulas[metric] else { throw .noFormula }
    let (before, after) = (values(formula, at: from, of: metric), values(formula, at: to, of: metric))
    let missing = [(from, before), (to, after)].flatMap { period, values in
      formula.names.filter { values[$0] == nil }.map { ExplanationProblem.Missing(metric: $0, period: period) }
    }
    guard missing.isEmpty else { throw .missing(missing) }
    let split: FormulaSplit
    do throws(DecompositionProblem) {
      split = try FormulaSplit(formula, from: before, to: after)
    } catch {
      throw .split(error)
    }
    var explanation = ChangeExplanation(
      metric, from, to, measured: measured(metric, from, to),
      formula: strategy.metrics[metric]?.formula?.value ?? "", split: split)
    explanation.mix = PowerProduct(formula).flatMap {
      RateMixDecomposition(
        $0, from: from, to: to, in: strategy, knownOn: day, from: split.split.from, to: split.split.to)
    }
    for part in split.parts where formulas[part.metric] != nil && !explained.contains(part.metric) {
      if let inner = try? explain(part.metric, from, to) { explanation.below.append(inner) }
    }
    return explanation
  }

  private func measured(_ metric: String, _ from: Period, _ to: Period) -> ChangeExplanation.Ends? {
    guard let from = series[metric]?[from], let to = series[metric]?[to] else { return nil }
    return ChangeExplanation.Ends(from: from, to: to)
  }

  private func values(_ formula: Formula, at period: Period, of metric: String) -> [String: Double] {
    var known: [String: Double?] = [metric: nil]
    return Dictionary(
      uniqueKeysWithValues: formula.names.compactMap { id in
        value(id, at: period, &known).map { (id, $0) }
      })
  }

  /// The measured value, or else the value that the metric's own formula gives.
  ///
  /// - Parameter known: results so far; a metric that is still being calculated has no value, so that loops end.
  private func value(_ metric: String, at period: Period, _ known: inout [String: Double?]) -> Double? {
    if let value = series[metric]?[period] { return value }
    if let value = known[metric] { return value }
    known[metric] = .some(nil)
    guard let formula = formulas[metric], known.count < FormulaTree.deepest else { return nil }
    var parts: [String: Double] = [:]
    for name in formula.names { parts[name] = value(name, at: period, &known) }
    let value = formula.value { parts[$0] }
    known[metric] = .some(value)
    return value
  }

  /// The deepest nesting of formulas; each level takes room on the stack.
  private static let deepest = 512
}
