import ArgumentParser
import History
import Insight
import Presentation
import StrategyModel
import StrategyStore

struct WhoCommand: ReadingCommand {
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

  @Option(help: ArgumentHelp("The day to ask about (default: today, or the day of --at)", valueName: "day"))
  var on: String?

  @Flag(help: "Show all owners, past and present")
  var history = false

  @Option(help: "The output format")
  var format = EventFormat.text

  @OptionGroup var reading: HistoryOptions

  func run(in console: Console) throws -> ExitStatus {
    let id = lever.hasPrefix("metric/") ? String(lever.dropFirst("metric/".count)) : lever
    let read = try OwnershipLookup(reading.request, of: id, in: console.session)
    let ownership = OwnershipHistory(read.records.limited(to: id), day: read.line.day)
    let timeline = try ownership[id] ?? missing(id, in: console)
    let asked = try AskedDay(on: on, reading.request, read.line, in: console.session)
    let limits = read.notes + asked.notes
    console.session.limits.add(limits)
    let answer = WhoAnswer(
      timeline: timeline, ownership: ownership, asked: asked, showsAll: history, line: read.line, limits: limits)
    switch format {
    case .text: console.show(try answer.text())
    case .csv: console.show(answer.listing.csv)
    case .json: console.show(try encodeJSON(try answer.json()))
    }
    return .clean
  }

  /// Why a metric has no owner to show.
  private func missing(_ id: String, in console: Console) throws -> OwnershipTimeline {
    let metrics = try StrategyHistory(reading.request, kinds: [.metric], in: console.session).history.events
    guard metrics.contains(where: { $0.change.key == EntityKey(.metric, id) }) else {
      let all = try OwnershipLookup(reading.request, in: console.session)
      throw StrategyError.unknown(id, among: Set(all.records.states.keys), "lever")
    }
    throw StrategyError(
      .refused, message: "metric '\(id)' never had an owner",
      help: ["Run 'northstar log \(id)' to see its history."])
  }
}

/// The output formats of history.
enum EventFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json, csv
}

enum AnswerFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json
}
