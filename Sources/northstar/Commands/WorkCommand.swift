import ArgumentParser
import Insight
import Presentation
import StrategyModel
import StrategyStore

struct WorkCommand: ReadingCommand {
  static let configuration = CommandConfiguration(
    commandName: "work",
    abstract: "Count commits by the input they move, next to goals and initiatives",
    discussion: """
      A commit names its input in a trailer at the end of its message: 'Moves: huddle/activation-rate', the ids of the \
      strategy and the input; separate several with commas. Every commit on a repository's main branch counts, \
      including merges and merged branches, and only once even if several clones have it.

      Reports inputs that have objectives in an active cycle but no work, work for anything other than an input, and \
      work that no objective asks for. With --exit-code, exits with 1 when there are findings.

      Examples:
        northstar work --repos ../app ../website
        northstar work --repos ../app --from 2026-Q1 --format csv
      """)

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("The repositories to read (default: the strategy's own)", valueName: "folder"),
    completion: .directory)
  var repos: [String] = []

  @Option(
    help: ArgumentHelp(
      "The first day, or the first period (default: that of the active cycle, else 90 days ago)",
      valueName: "day-or-period"))
  var from: String?

  @Option(help: ArgumentHelp("The last day, or the last period (default: today)", valueName: "day-or-period"))
  var to: String?

  @Flag(help: "Exit with 1 when there are findings")
  var exitCode = false

  @Option(help: "The output format; csv has only the inputs")
  var format = WorkFormat.text

  @OptionGroup var reading: MomentOptions

  func run(in console: Console) throws -> ExitStatus {
    let read = try console.session.loadOne(reading.moment)
    let strategy = read.strategy
    let last = try to.map { try Day(lastOf: $0, in: strategy.calendar) } ?? read.today
    let given = try from.map { (try Day(firstOf: $0, in: strategy.calendar), nil as String?) }
    let (first, reason) = given ?? beginning(strategy, read.today)
    guard first <= read.today else {
      throw StrategyError(.badRequest, message: "\(first) is in the future")
    }
    guard first <= last else { throw StrategyError(.badRequest, message: "\(first) is after \(last)") }
    let start = (first + -1).lastSecond(in: strategy.zone) + 1
    let end = reading.at == nil && to == nil ? Int64.max : min(last, read.today).lastSecond(in: strategy.zone)
    let places = repos.isEmpty ? ["."] : repos
    let commits = try places.flatMap { place in
      try self.commits(in: WorkRepository(place, in: console.git), since: start, console)
    }.filter { $0.time <= end }
    let report = WorkReport(
      strategy: strategy, tally: WorkTally(commits, for: strategy), since: first, reason: reason, repositories: places)
    console.show(try format.render(report, console))
    return exitCode && !report.findings.isEmpty ? .findings : .clean
  }

  /// Notes on standard error what may be missing.
  private func commits(
    in repository: WorkRepository, since start: Int64, _ console: Console
  ) throws -> [MovingCommit] {
    guard let tip = try repository.mainTip() else {
      console.session.limits.add(["'\(repository.path.visible)' has no commits yet"])
      return []
    }
    if try repository.isShallow() {
      console.session.limits.add([
        "'\(repository.path.visible)' is a shallow clone, and older commits may be missing; "
          + "run 'git fetch --unshallow' to get them"
      ])
    }
    return try repository.commits(from: tip.commit, since: start)
  }

  private func beginning(_ strategy: Strategy, _ today: Day) -> (first: Day, reason: String?) {
    let active = strategy.cycles.all.filter { cycle in
      cycle.state?.value == .active && cycle.starts.map { $0.value <= today } ?? false
    }
    guard let first = active.min(by: { ($0.starts?.value ?? today) < ($1.starts?.value ?? today) }),
      let day = first.starts?.value
    else { return (today + -90, nil) }
    return (day, "the cycle \(first.id?.value ?? "")")
  }
}

enum WorkFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json, csv

  fileprivate func render(_ report: WorkReport, _ console: Console) throws -> String {
    switch self {
    case .text: try report.text(width: console.terminal.tableWidth)
    case .json: try encodeJSON(report.json, notes: console.limits)
    case .csv: report.listing.csv
    }
  }
}
