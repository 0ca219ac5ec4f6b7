import ArgumentParser
import Diagnostics
import Git
import History
import Insight
import Presentation
import StrategyModel
import StrategyStore

struct AuditCommand: ReadingCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: "Audit which team owned which lever in a period",
    discussion: """
      Lists every ownership interval with the commit that shows it, and irregularities: gaps, double ownership, \
      hand-overs inside a cycle, paper owners (own a lever, set no goal and do no work on it), shadow owners (work on \
      another team's lever without its agreement), levers of teams that had ended and of owners who had left, changes \
      by people who were not entitled to make them, ownership recorded more than 7 days late, and changes of what is \
      measured that no decision covers.

      A lever is a metric in use that has or had an owner, or any input in use. Nothing before the strategy's first \
      commit is a finding: there is no record of it.

      'from' and 'to' say when it was true, 'recorded' when the record landed on the main branch. With --exit-code, \
      exits with 1 when there are findings.

      --pack writes all the evidence, for somebody who has only the pack: every event, the intervals, findings, \
      decisions and signatures, the history itself as a git bundle, and checksums for sha256sum(1). 'audit verify' \
      recomputes all of it from the bundle.

      Examples:
        northstar audit --from 2026-01-01 --to 2026-12-31
        northstar audit --lever activation-rate --format json
        northstar audit --team onboarding --format csv
        northstar audit --format html > audit.html
        northstar audit --from 2026-01-01 --pack audit-2026
        northstar audit verify audit-2026
      """,
    subcommands: [AuditVerifyCommand.self])

  @Option(help: ArgumentHelp("The first day, or the first period (default: the beginning)", valueName: "day-or-period"))
  var from: String?

  @Option(help: ArgumentHelp("The last day, or the last period (default: today)", valueName: "day-or-period"))
  var to: String?

  @Option(help: "Only this team, under any id it has had", completion: .entities)
  var team: String?

  @Option(help: ArgumentHelp("Only this lever", valueName: "lever"), completion: .entities)
  var lever: String?

  @Flag(help: "Exit with 1 when there are findings")
  var exitCode = false

  @Option(
    help: ArgumentHelp("Write the audit with all its evidence into this new or empty folder", valueName: "folder"),
    completion: .directory)
  var pack: String?

  @Option(help: "The output format; csv has only the intervals")
  var format = AuditFormat.text

  @OptionGroup var reading: HistoryOptions

  private static let kinds: [Kind] = [
    .metric, .team, .person, .okrs, .cycle, .initiative, .proposal, .review,
  ]

  func run(in console: Console) throws -> ExitStatus {
    if let pack { return try writePack(pack, in: console) }
    let read = try StrategyHistory(reading.request, kinds: AuditCommand.kinds, in: console.session)
    let (first, last, notes) = try period(of: read.strategy, on: read.line, in: console)
    let audit = try Audit(read, from: first, to: last)
    let report = AuditReport(
      audit, team: try audit.known(team: team), lever: try audit.known(lever: lever), read: read, notes: notes)
    console.session.limits.add(report.notes)
    console.show(try format.render(report, in: console))
    return exitCode && !report.findings.isEmpty ? .findings : .clean
  }

  /// Nothing is known about the future, so the period ends today at the latest.
  private func period(
    of strategy: Strategy, on line: MainlineCommits, in console: Console
  ) throws -> (first: Day, last: Day, notes: [String]) {
    let asked =
      try to.map { try Day(lastOf: $0, in: strategy.calendar) } ?? console.session.today(of: reading.request, on: line)
    let last = min(asked, max(try console.session.today(in: line.zone), line.lastDay))
    let first = try from.map { try Day(firstOf: $0, in: strategy.calendar) } ?? min(line.day(0), last)
    guard first <= last else {
      throw StrategyError(.badRequest, message: "the period ends before it begins: \(first) to \(last)")
    }
    return (first, last, to != nil && asked > last ? ["\(asked) is in the future: the audit ends on \(last)"] : [])
  }

  /// A pack reads the whole history itself; what it needs to know beforehand is in the index.
  private func writePack(_ folder: String, in console: Console) throws -> ExitStatus {
    let read = try OwnershipLookup(reading.request, in: console.session)
    let (first, last, notes) = try period(of: read.strategy, on: read.line, in: console)
    guard !read.line.isCut else {
      throw StrategyError(
        message: "a pack needs the whole history, and this clone is shallow",
        help: ["Run 'git fetch --unshallow' first."])
    }
    let question = AuditQuestion(
      read.strategy, read.line, branch: try read.line.repository.branchName(reading.request), from: first, to: last,
      team: team, lever: lever)
    let place = folder.hasPrefix("/") ? folder : "\(console.git.directory)/\(folder)"
    let writing = PackWriting(repository: read.line.repository, question: question, session: console.session)
    let contents = try writing.write(to: place, called: folder)
    console.session.limits.add(contents.notes + notes)
    let counts = [PackFile.events, .intervals, .findings, .decisions].map { file in
      counted(contents.counts[file] ?? 0, String(file.rawValue.prefix { $0 != "." }.dropLast()))
    }
    console.print("Packed \(counts.joined(separator: ", ")) into '\(folder)'.")
    return exitCode && contents.hasFindings ? .findings : .clean
  }
}

enum AuditFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json, csv, markdown, html

  fileprivate func render(_ report: AuditReport, in console: Console) throws -> String {
    switch self {
    case .text:
      try report.text(width: console.terminal.tableWidth)
    case .json: try encodeJSON(try report.json())
    case .csv: try report.intervalListing().csv
    case .markdown: PageMarkdown(try AuditPage(report: report, title: report.product).page()).text
    case .html: PageHTML(try AuditPage(report: report, title: report.product).page()).text
    }
  }
}
