import ArgumentParser
import Insight
import Numbers
import Pictures
import Presentation
import StrategyModel
import StrategyStore

struct ExplainChangeCommand: ReadingCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain-change",
    abstract: "Split a metric's change by its formula, and say who held each part",
    discussion: """
      A product of positive metrics is split by the logarithmic mean (LMDI), anything else by exact Shapley values. \
      Both add up: the part of the measured change that the formula does not explain has a row of its own. A ratio \
      whose two metrics were measured by segment is split into rates and mix too. Influences are beliefs and are never \
      part of a split.

      A metric without a formula is split by the segments in which it was measured; a rate is split into the effects \
      of the segments' rates and of their shares if --weights names the metric that weights the segments.

      Examples:
        northstar explain-change weekly-hosted-meetings --from 2025-W40 --to 2026-W40
        northstar explain-change meetings-per-host --from 2026-01-31 --format json
        northstar explain-change weekly-hosted-meetings --from 2025-W40 --format svg
      """)

  @Argument(help: "The metric's id", completion: .entities)
  var metric: String

  @Option(help: ArgumentHelp("The period before: 2026-W02, 2026-01, 2026-Q1, or a day in it", valueName: "period"))
  var from: String

  @Option(help: ArgumentHelp("The period after (default: the last measured one)", valueName: "period"))
  var to: String?

  @Flag(name: .customLong("by-segment"), help: "Split by segment even if there is a formula")
  var bySegment = false

  @Option(help: ArgumentHelp("The metric that weights the segments", valueName: "metric"), completion: .entities)
  var weights: String?

  @Option(
    name: .customLong("known-on"),
    help: ArgumentHelp("Count only values known at the end of this day", valueName: "day"))
  var knownOn: String?

  @Option(help: "The output format")
  var format = ExplanationFormat.text

  @OptionGroup var reading: MomentOptions

  func run(in console: Console) throws -> ExitStatus {
    let strategy = try console.session.loadOne(reading.moment, readings: true).strategy
    let id = try strategy.metricID(named: metric)
    let day = try knownOn.map { text throws(StrategyError) in try Day(argument: text) }
    let before = try strategy.period(from, of: id)
    let named = try to.map { text throws(StrategyError) in try strategy.period(text, of: id) }
    let after = try named ?? last(of: id, in: strategy, knownOn: day)
    let holders = try LeverHolders(strategy, reading.moment, in: console.session)
    let hasSegments = (strategy.readings[id]?.segments.count ?? 0) > 1
    if bySegment || weights != nil || (strategy.metrics[id]?.formula == nil && hasSegments) {
      let explained = try explainSegments(of: id, before, after, strategy, holders, knownOn: day)
      console.show(try format.render(explained, console))
    } else {
      let explained = try explain(id, before, after, strategy, holders, knownOn: day)
      console.show(try format.render(explained, console))
    }
    return .clean
  }

  private func explain(
    _ id: String, _ from: Period, _ to: Period, _ strategy: Strategy, _ holders: LeverHolders, knownOn day: Day?
  ) throws(StrategyError) -> ExplainedMetric {
    do throws(ExplanationProblem) {
      let explanation = try ChangeExplanation(of: id, from: from, to: to, in: strategy, knownOn: day)
      return ExplainedMetric(explanation: explanation, strategy: strategy, holders: holders)
    } catch {
      throw StrategyError(error, of: id, in: strategy)
    }
  }

  private func explainSegments(
    of id: String, _ from: Period, _ to: Period, _ strategy: Strategy, _ holders: LeverHolders, knownOn day: Day?
  ) throws(StrategyError) -> ExplainedSegments {
    let weighing = try weights.map { name throws(StrategyError) in try strategy.metricID(named: name) }
    do throws(SegmentExplanation.Problem) {
      let explanation = try SegmentExplanation(
        of: id, weights: weighing, from: from, to: to, in: strategy, knownOn: day)
      let (first, last) = (min(from, to), max(from, to))
      return ExplainedSegments(
        explanation: explanation, strategy: strategy, holders: holders.holders(of: id, during: first, last),
        notes: holders.limits + holders.doubts(about: id, during: first, last))
    } catch {
      throw StrategyError(error, of: id, in: strategy)
    }
  }

  /// The last period in which the metric was measured, else the last in which its whole formula was.
  private func last(of id: String, in strategy: Strategy, knownOn day: Day?) throws(StrategyError) -> Period {
    if let last = strategy.series(of: id, knownOn: day).last { return last.period }
    let names = strategy.metrics[id]?.formula.flatMap { try? Formula(parsing: $0.value) }?.names ?? []
    let ends = names.compactMap { strategy.series(of: $0, knownOn: day).last?.period }
    guard let last = ends.min() else {
      throw StrategyError(
        .refused, message: "'\(id)' has no readings\(day.map { " known on \($0)" } ?? "")",
        help: ["Add them with 'northstar measure add' or 'northstar measure import'."])
    }
    return last
  }
}

enum ExplanationFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json, svg

  fileprivate func render(_ explained: ExplainedMetric, _ console: Console) throws -> String {
    let terminal = console.terminal
    return switch self {
    case .text:
      ExplanationText(
        width: terminal.tableWidth, style: terminal.usesColor ? .coloured : .plain
      ).render(explained)
    case .json: try encodeJSON(ExplanationJSON(explained: explained).json, notes: console.limits)
    case .svg: WaterfallSVG().render(explained.picture)
    }
  }

  fileprivate func render(_ explained: ExplainedSegments, _ console: Console) throws -> String {
    let terminal = console.terminal
    return switch self {
    case .text: explained.text(width: terminal.tableWidth, style: terminal.usesColor ? .coloured : .plain)
    case .json: try encodeJSON(explained.json, notes: console.limits)
    case .svg: WaterfallSVG().render(explained.picture)
    }
  }
}
