import ArgumentParser
import Diagnostics
import Git
import History
import StrategyModel

struct WhoCommand: EnvironmentCommand {
  static let configuration = CommandConfiguration(
    commandName: "who",
    abstract: "Show who owns a lever, since when, and which commit shows it",
    discussion: """
      Reads what landed on the main branch. --at shows what the record said at that time; --on shows who owned the \
      lever on that day, according to today's record: the two differ when a hand-over was recorded late or in advance.

      Examples:
        northstar who activation-rate
        northstar who activation-rate --at 2026-03-31
        northstar who activation-rate --on 2026-03-31
        northstar who activation-rate --history
      """)

  @Argument(help: "The metric's id", completion: .entities)
  var lever: String

  @Option(help: "The day to ask about (default: today, or the day of --at)")
  var on: String?

  @Flag(help: "Show all owners, past and present")
  var history = false

  @Option(help: "The output format")
  var format = AnswerFormat.text

  @OptionGroup var options: HistoryOptions

  func run(in environment: CommandEnvironment) throws -> ExitStatus {
    let id = lever.hasPrefix("metric/") ? String(lever.dropFirst("metric/".count)) : lever
    let read = try OwnershipReading(options, of: id, in: environment)
    let ownership = OwnershipHistory(read.records.limited(to: id), day: read.line.day)
    let timeline = try ownership[id] ?? missing(id, in: environment)
    let asked = try AskedDay(on: on, options, read.line, in: environment)
    let limits = read.notes + asked.notes
    environment.noteLimits(limits)
    let answer = WhoAnswer(
      timeline: timeline, ownership: ownership, asked: asked, showsAll: history, line: read.line, limits: limits)
    environment.show(format == .json ? try encodeJSON(try answer.json()) : try answer.text())
    return .clean
  }

  /// Why a metric has no owner to show.
  private func missing(_ id: String, in environment: CommandEnvironment) throws -> OwnershipTimeline {
    let metrics = try StrategyHistory(options, kinds: [.metric], in: environment).history.events
    guard metrics.contains(where: { $0.change.key == EntityKey(.metric, id) }) else {
      let all = try OwnershipReading(options, in: environment)
      throw StrategyError.unknown(id, among: Set(all.records.states.keys), "lever")
    }
    throw StrategyError(
      .refused, message: "metric '\(id)' never had an owner",
      help: ["Run 'northstar log \(id)' to see its history."])
  }
}

enum AnswerFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json
}
