import ArgumentParser
import Insight
import Numbers
import Presentation
import StrategyModel
import StrategyStore

struct TestCommand: ReadingCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Test with readings whether one metric leads another",
    discussion: """
      Correlates the metric with the result at lags of several periods in both directions, with trends removed, and \
      shows which lag fits best, whether both halves of the time agree, and how likely it is to be chance. Fewer than \
      about 50 points are weak evidence. If one of the two has shorter periods, their means are used.

      A file of cohorts has the columns cohort, group and value: the result of each cohort (for example the share that \
      stayed) and the group to which it belongs (for example high and low values of the metric). Groups are compared \
      by Welch's t-test.

      Examples:
        northstar test weekly-hosted-meetings --against net-revenue-retention
        northstar test activation-rate --against paid-conversion --lags 8
        northstar test weekly-hosted-meetings --cohorts cohorts.csv --format json
      """)

  @Argument(help: "The leading metric to test", completion: .entities)
  var metric: String

  @Option(help: ArgumentHelp("The metric that should follow", valueName: "metric"), completion: .entities)
  var against: String?

  @Option(help: ArgumentHelp("The number of periods to try in each direction, 0 to 520", valueName: "number"))
  var lags: Int?

  @Option(help: ArgumentHelp("What to remove first: linear, difference or none", valueName: "method"))
  var detrend = Detrending.linear

  @Option(
    help: ArgumentHelp("Compare the cohorts in this file", valueName: "file"), completion: .file(extensions: ["csv"]))
  var cohorts: String?

  @Option(
    name: .customLong("known-on"),
    help: ArgumentHelp("Count only values known at the end of this day", valueName: "day"))
  var knownOn: String?

  @Option(help: "The output format")
  var format = AnswerFormat.text

  @OptionGroup var reading: MomentOptions

  func validate() throws {
    if against == nil, cohorts == nil { throw ValidationError("give --against or --cohorts") }
    if let lags, !(0...520).contains(lags) { throw ValidationError("--lags is a number from 0 to 520") }
  }

  func run(in console: Console) throws -> ExitStatus {
    let strategy = try console.session.loadOne(reading.moment, readings: against != nil).strategy
    let id = try strategy.metricID(named: metric)
    var tested: TestedLead?
    if let against { tested = try lead(of: id, against, in: strategy) }
    var comparison: CohortComparison?
    if let cohorts { comparison = try compare(cohorts, in: console) }
    console.show(
      format == .text
        ? text(tested, comparison, on: console.terminal)
        : try encodeJSON(json(id, tested, comparison), notes: console.limits))
    return .clean
  }

  private func text(_ lead: TestedLead?, _ comparison: CohortComparison?, on terminal: Terminal) -> String {
    let width = terminal.tableWidth ?? 100
    let text = LeadText(width: width, style: terminal.usesColor ? .coloured : .plain)
    return [lead.map(text.render), comparison?.text(width: width)].compactMap(\.self).joined(separator: "\n")
  }

  private func json(_ id: String, _ lead: TestedLead?, _ comparison: CohortComparison?) -> JSONValue {
    [
      "formatVersion": "2.0", "metric": .string(id), "lead": lead.map { LeadJSON(lead: $0).json } ?? .null,
      "cohorts": comparison?.json ?? [],
    ]
  }

  private func lead(of id: String, _ against: String, in strategy: Strategy) throws(StrategyError) -> TestedLead {
    let result = try strategy.metricID(named: against)
    guard result != id else {
      throw StrategyError(.badRequest, message: "'\(id)' cannot be tested against itself")
    }
    let day = try knownOn.map { text throws(StrategyError) in try Day(argument: text) }
    return try TestedLead(id, against: result, maxLag: lags, detrending: detrend, in: strategy, knownOn: day)
  }

  private func compare(_ path: String, in console: Console) throws(StrategyError) -> CohortComparison? {
    CohortComparison(try Cohorts(console.session.bytes(ofFile: path), path: path))
  }
}

extension Detrending: ExpressibleByArgument {}
