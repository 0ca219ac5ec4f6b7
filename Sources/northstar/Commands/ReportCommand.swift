import ArgumentParser
import Insight
import Presentation
import StrategyModel
import StrategyStore

struct ReportCommand: ReadingCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Report a week, a month or a cycle: numbers, goals, owners, decisions",
    discussion: """
      The North Star with its changes, target and segments; the inputs that drive it; guardrails, those in breach \
      first; the weakest key results; hand-overs; decisions; reviews that are due. A week or a month is the last \
      complete one in the strategy's calendar; a cycle is the open one up to today. Use markdown for a message; html \
      is one self-contained page. The same commit and day give the same report.

      Examples:
        northstar report
        northstar report --period month --format html --output report.html
        northstar report --cycle 2026-q1 --format html > quarter.html
        northstar report --at 2026-06-30 --format json
      """)

  @Option(
    help: ArgumentHelp("The period of the report (default: week, or cycle with --cycle)", valueName: "week|month|cycle")
  )
  var period: ReportSpan?

  @Option(help: "The cycle (default: the open one)", completion: .entities)
  var cycle: String?

  @Option(help: "The output format")
  var format = PageFormat.text

  @OptionGroup var reading: MomentOptions

  func validate() throws {
    if cycle != nil, let period, period != .cycle { throw ValidationError("--cycle goes with --period cycle") }
  }

  func run(in console: Console) throws -> ExitStatus {
    let read = try console.session.loadOne(reading.moment, readings: true)
    let period = try chosenPeriod(read.strategy, on: read.today)
    let report = try StrategyReport(
      read.strategy, period, cycle: period.span == .cycle ? period.name : nil, reading.moment, in: console.session)
    console.show(try format.render(report))
    return .clean
  }

  private func chosenPeriod(_ strategy: Strategy, on today: Day) throws -> ReportPeriod {
    switch period ?? (cycle == nil ? .week : .cycle) {
    case .week: ReportPeriod(lastWhole: .week, before: today, in: strategy.calendar)
    case .month: ReportPeriod(lastWhole: .month, before: today, in: strategy.calendar)
    case .cycle: try ReportPeriod(cycle: cycle, on: today, in: strategy)
    }
  }
}

extension PageFormat {
  fileprivate func render(_ report: StrategyReport) throws -> String {
    switch self {
    case .text, .markdown: PageMarkdown(ReportMessage(report: report).page).text
    case .html: PageHTML(ReportPage(report: report).page).text
    case .json: try encodeJSON(report.json, notes: [])
    }
  }
}

extension ReportSpan: ExpressibleByArgument {}
