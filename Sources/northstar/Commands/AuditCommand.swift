import ArgumentParser
import Git
import History
import StrategyModel

struct AuditCommand: EnvironmentCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: "Audit which team owned which lever in a period",
    discussion: """
      Lists every ownership interval with the commit that shows it, and what is odd: gaps, double ownership, \
      hand-overs inside a cycle, paper owners (own a lever, set no goal and do no work on it), shadow owners (work on \
      another team's lever without its agreement), levers of ended teams, changes by people who were not entitled, \
      ownership recorded more than 7 days late, and changes of what is measured without a decision.

      'from' and 'to' say when it was true, 'recorded' when the record landed on the main branch. Ends with 1 when \
      there are findings and --exit-code is given.

      Examples:
        northstar audit --from 2026-01-01 --to 2026-12-31
        northstar audit --lever activation-rate --format json
        northstar audit --team onboarding --format csv
        northstar audit --format html > audit.html
      """)

  @Option(help: "The first day of the period; the beginning unless given")
  var from: String?

  @Option(help: "The last day; today unless given")
  var to: String?

  @Option(help: "Only this team, under whatever id it had", completion: .entities)
  var team: String?

  @Option(help: "Only this lever", completion: .entities)
  var lever: String?

  @Flag(help: "End with 1 when there are findings")
  var exitCode = false

  @Option(help: "How to print; csv has the intervals alone")
  var format = AuditFormat.text

  @OptionGroup var options: HistoryOptions

  private static let kinds: [Kind] = [
    .metric, .team, .person, .okrs, .cycle, .initiative, .proposal, .review,
  ]

  func run(in environment: CommandEnvironment) throws -> ExitStatus {
    let read = try StrategyHistory(options, kinds: AuditCommand.kinds, in: environment)
    let last = try to.map(Day.init(argument:)) ?? environment.today(of: options, in: read)
    let first = try from.map(Day.init(argument:)) ?? min(read.day(0), last)
    guard first <= last else {
      throw CommandFailure(status: .usage, message: "the period ends before it begins: \(first) to \(last)")
    }
    let people = People(read)
    let audit = try Audit(read.history, from: first, to: last, day: read.day) { (ordinal) throws in
      try people.actor(of: ordinal)
    }
    let report = AuditReport(audit, team: try known(team: audit), lever: try known(lever: audit), read: read)
    for note in read.notes() { environment.note("note: \(note)") }
    environment.show(try format.render(report, in: environment))
    return exitCode && !report.findings.isEmpty ? .findings : .clean
  }

  private func known(lever audit: Audit) throws -> String? {
    guard let lever, audit.ownership[lever] == nil else { return lever }
    throw CommandFailure.unknown(lever, among: Set(audit.ownership.timelines.map(\.lever)), "lever")
  }

  private func known(team audit: Audit) throws -> String? {
    guard let team else { return nil }
    let names = Set(audit.ownership.timelines.flatMap { $0.tenures.compactMap(\.team) })
    let now = audit.ownership.teams.now(team)
    guard names.contains(team) || names.contains(where: { audit.ownership.teams.now($0) == now }) else {
      throw CommandFailure.unknown(team, among: names, "team with a lever")
    }
    return now
  }
}

enum AuditFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json, csv, html

  fileprivate func render(_ report: AuditReport, in environment: CommandEnvironment) throws -> String {
    switch self {
    case .text:
      try report.text(width: environment.terminal.isInteractive ? environment.terminal.width : nil)
    case .json: try encodeJSON(try report.json())
    case .html: try AuditPage(report: report, title: report.product).html()
    case .csv: try ListFormat.csv.render(try report.intervalListing(), width: nil)
    }
  }
}
