import ArgumentParser
import Editing
import Insight
import Presentation
import StrategyStore

struct OKRCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "okr",
    abstract: "Show the status of OKRs, write new ones, and list what you owe",
    discussion: """
      Examples:
        northstar okr status --team onboarding
        northstar okr tree
        northstar okr new onboarding --cycle 2026-q2
        northstar okr import okrs.md --team onboarding
        northstar okr todo
      """,
    subcommands: [
      OKRStatusCommand.self, OKRTreeCommand.self, OKRNewCommand.self, OKRImportCommand.self, OKRTodoCommand.self,
    ])
}

struct OKRStatusCommand: ReadingCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Show progress, confidence, status and forecast of every key result",
    discussion: """
      Progress looks back and confidence looks ahead; neither is derived from the other. The status is what was last \
      reported: 'on-track' from a confidence of 0.7, 'at-risk' from 0.4, else 'off-track'; 'outdated' when a check-in \
      is later than the grace period. 'trending off' means that a straight line through the last value ends below 0.7, \
      'achieved at cost' that a guardrail of the reached goal is beyond its threshold. Shows the cycles that are \
      active or being graded; use --cycle for any other.

      Examples:
        northstar okr status
        northstar okr status --cycle 2025-q4 --team onboarding
        northstar okr status --at 2026-02-15 --format markdown
      """)

  @Option(help: "The cycle", completion: .entities)
  var cycle: String?

  @Option(help: "The team", completion: .entities)
  var team: String?

  @Option(help: "The output format")
  var format = StatusFormat.text

  @OptionGroup var reading: MomentOptions

  func run(in console: Console) throws -> ExitStatus {
    let read = try console.session.loadOne(reading.moment, readings: true)
    let strategy =
      try format == .json
      ? console.session.withPromises(read.strategy, of: cycle.map { [$0] }, reading.moment) : read.strategy
    let report = try StatusReport(strategy, on: read.today, cycle: cycle, team: team)
    if report.teams.isEmpty, format == .text {
      console.note(report.hint)
      return .clean
    }
    console.show(try format.render(report, console))
    return .clean
  }
}

enum StatusFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json, csv, markdown, html

  fileprivate func render(_ report: StatusReport, _ console: Console) throws -> String {
    switch self {
    case .text: StatusText(report: report, width: console.terminal.tableWidth).render()
    case .json: try encodeJSON(report.json, notes: console.limits)
    case .csv: report.listing.csv
    case .markdown: PageMarkdown(report.page(notes: console.limits)).text
    case .html: PageHTML(report.page(notes: console.limits)).text
    }
  }
}
