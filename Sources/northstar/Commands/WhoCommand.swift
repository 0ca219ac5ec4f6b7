import ArgumentParser
import Diagnostics
import Git
import History
import StrategyModel

struct WhoCommand: EnvironmentCommand {
  static let configuration = CommandConfiguration(
    commandName: "who",
    abstract: "Say who answers for a lever, since when, and which commit shows it",
    discussion: """
      Counts what landed on the main branch. --at asks what the record said then; --on asks who it was on a day, as \
      the record says now: the two differ where a hand-over was written down later, or ahead of its day.

      Examples:
        northstar who activation-rate
        northstar who activation-rate --at 2026-03-31
        northstar who activation-rate --on 2026-03-31
        northstar who activation-rate --history
      """)

  @Argument(help: "The metric's id", completion: .entities)
  var lever: String

  @Option(help: "The day to ask about; today, or the day of --at, unless given")
  var on: String?

  @Flag(help: "Show every owner there was")
  var history = false

  @Option(help: "How to print")
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

  /// Why there is nothing to say about a metric.
  private func missing(_ id: String, in environment: CommandEnvironment) throws -> OwnershipTimeline {
    let metrics = try StrategyHistory(options, kinds: [.metric], in: environment).history.events
    guard metrics.contains(where: { $0.change.key == EntityKey(.metric, id) }) else {
      let all = try OwnershipReading(options, in: environment)
      throw StrategyError.unknown(id, among: Set(all.records.states.keys), "lever")
    }
    throw StrategyError(
      .refused, message: "metric '\(id)' never had an owner",
      help: ["Run 'northstar log \(id)' to see what it has been."])
  }
}

enum AnswerFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json
}
