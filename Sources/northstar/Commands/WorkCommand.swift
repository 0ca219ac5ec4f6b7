import ArgumentParser
import Insight
import Presentation
import StrategyModel
import StrategyStore

struct WorkCommand: EnvironmentCommand {
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
        northstar work --repos ../app --since 2026-01-01 --format csv
      """)

  @Option(
    parsing: .upToNextOption, help: "The repositories to read (default: the strategy's own)",
    completion: .directory)
  var repos: [String] = []

  @Option(help: "The first day (default: that of the active cycle, else 90 days ago)", transform: Day.init(argument:))
  var since: Day?

  @Flag(help: "Exit with 1 when there are findings")
  var exitCode = false

  @Option(help: "The output format; csv has only the inputs")
  var format = WorkFormat.text

  @OptionGroup var moment: MomentOptions

  func run(in console: Console) throws -> ExitStatus {
    let read = try console.session.loadOne(moment.moment)
    let strategy = read.strategy
    let (first, reason) = beginning(strategy, read.today)
    guard first <= read.today else {
      throw StrategyError(.badRequest, message: "\(first) is in the future")
    }
    let start = (first + -1).lastSecond(in: strategy.zone) + 1
    let end = moment.at == nil ? Int64.max : read.today.lastSecond(in: strategy.zone)
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
    if let since { return (since, nil) }
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
    case .csv: try ListFormat.csv.render(report.listing, width: nil)
    }
  }
}
