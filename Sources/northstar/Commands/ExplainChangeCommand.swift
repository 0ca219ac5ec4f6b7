import ArgumentParser
import Diagnostics
import Numbers
import Pictures
import StrategyModel

struct ExplainChangeCommand: EnvironmentCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain-change",
    abstract: "Split a metric's change by its formula, and say who held each part",
    discussion: """
      A product of positive metrics is split by the logarithmic mean (LMDI), anything else by exact Shapley values. \
      Both add up: what the formula itself does not explain of the measured change stands in a row of its own. A \
      ratio whose two metrics were measured by segment is split into rates and mix too. Influences are beliefs and \
      never enter a split.

      Examples:
        northstar explain-change weekly-hosted-meetings --from 2025-W40 --to 2026-W40
        northstar explain-change meetings-per-host --from 2026-01-31 --format json
        northstar explain-change weekly-hosted-meetings --from 2025-W40 --format svg
      """)

  @Argument(help: "The metric's id", completion: .entities)
  var metric: String

  @Option(help: "The period before: 2026-W02, 2026-01, 2026-Q1, or a day in it")
  var from: String

  @Option(help: "The period after; the last one measured unless given")
  var to: String?

  @Option(name: .customLong("known-on"), help: "Count only what was known at the end of this day")
  var knownOn: String?

  @Option(help: "How to print")
  var format = ExplanationFormat.text

  @OptionGroup var moment: MomentOptions

  func run(in environment: CommandEnvironment) throws -> ExitStatus {
    let read = try environment.loadOne(moment, readings: true)
    let explained = try explain(read.strategy, in: environment)
    environment.show(try format.render(explained, on: environment.terminal))
    return .clean
  }

  private func explain(_ strategy: Strategy, in environment: CommandEnvironment) throws -> ExplainedMetric {
    let id = try strategy.metricID(named: metric)
    let day = try knownOn.map { text throws(CommandFailure) in try Day.named(text) }
    let before = try strategy.period(from, of: id)
    let after =
      try to.map { text throws(CommandFailure) in try strategy.period(text, of: id) }
      ?? last(of: id, in: strategy, knownOn: day)
    do throws(ExplanationProblem) {
      let explanation = try ChangeExplanation(of: id, from: before, to: after, in: strategy, knownOn: day)
      return ExplainedMetric(
        explanation: explanation, strategy: strategy, holders: LeverHolders(strategy, moment, in: environment))
    } catch {
      throw CommandFailure(error, of: id, in: strategy)
    }
  }

  /// The last period in which the metric was measured, else the last in which all of its formula was.
  private func last(of id: String, in strategy: Strategy, knownOn day: Day?) throws(CommandFailure) -> Period {
    if let last = strategy.series(of: id, knownOn: day).last { return last.period }
    let names = strategy.metrics[id]?.formula.flatMap { try? Formula(parsing: $0.value) }?.names ?? []
    let ends = names.compactMap { strategy.series(of: $0, knownOn: day).last?.period }
    guard let last = ends.min() else {
      throw CommandFailure(
        status: .findings, message: "'\(id)' has no readings\(day.map { " known on \($0)" } ?? "")",
        help: ["Add them with 'northstar measure add' or 'northstar measure import'."])
    }
    return last
  }
}

enum ExplanationFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json, svg

  fileprivate func render(_ explained: ExplainedMetric, on terminal: Terminal) throws -> String {
    switch self {
    case .text:
      ExplanationText(
        width: terminal.tableWidth, style: terminal.usesColor ? .coloured : .plain
      ).render(explained)
    case .json: try encodeJSON(ExplanationDocument(explained: explained).json)
    case .svg: WaterfallSVG().render(explained.picture)
    }
  }
}
