import ArgumentParser
import Git
import History
import Insight
import Presentation
import StrategyModel
import StrategyStore

struct ChangesCommand: ReadingCommand {
  static let configuration = CommandConfiguration(
    commandName: "changes",
    abstract: "List what changed in meaning since a day or a revision, commit by commit",
    discussion: """
      What a merge brought in is listed under the merge; with --all-parents, under the commits that made it, each with \
      the day it landed.

      Examples:
        northstar changes --since 2026-09-01
        northstar changes --since v2026-q3 --least risky
      """)

  @Option(
    help: ArgumentHelp("List what landed after this day (2026-03-31) or revision", valueName: "day-or-revision"),
    completion: .revisions)
  var since: String

  @Option(help: ArgumentHelp("The least class to list: safe, risky or breaking", valueName: "class"))
  var least = ChangeClass.safe

  @Option(help: "The output format")
  var format = EventFormat.text

  @OptionGroup var reading: HistoryOptions

  @OptionGroup var parents: ParentOptions

  func run(in console: Console) throws -> ExitStatus {
    let read = try StrategyHistory(
      reading.request, kinds: Kind.allCases, allParents: parents.allParents, in: console.session)
    let first = try read.firstOrdinal(after: since)
    let events = read.events.filter { read.line.landing($0.ordinal) >= first && $0.change.judgement.level >= least }
    console.session.limits.add(read.notes)
    if events.isEmpty, format == .text {
      let isToCome = Day(since).map { $0 > read.line.lastDay } ?? false
      console.note(
        "Nothing has changed since \(since.visible)\(isToCome ? ", which is after the last commit" : "").")
    }
    console.show(try render(events, read, notes: console.limits))
    return .clean
  }

  private func render(_ events: [HistoryEvent], _ read: StrategyHistory, notes: [String]) throws -> String {
    if format == .json {
      return try encodeJSON(
        [
          "formatVersion": "1.0", "since": .string(since),
          "events": .array(try events.reversed().map { try $0.json(in: read) }),
        ] as JSONValue, notes: notes)
    }
    if format == .csv { return try events.reversed().listing(in: read).csv }
    let groups = Dictionary(grouping: events, by: \.ordinal)
    let order = events.indices.filter { $0 == 0 || events[$0 - 1].ordinal != events[$0].ordinal }
    return try order.reversed().map { events[$0].ordinal }.map { ordinal in
      let proof = try RecordingCommit(ordinal, on: read.line)
      let changes = (groups[ordinal] ?? []).flatMap { ChangeReport.text($0.change) }
      return ([proof.headline] + changes.map { "  \($0)" })
        .joined(separator: "\n") + "\n"
    }.joined(separator: "\n")
  }
}

extension ChangeClass: ExpressibleByArgument {}

extension StrategyHistory {
  /// The first commit that landed after a day, or that a revision does not have.
  func firstOrdinal(after moment: String) throws -> Int {
    if let day = try Day.moment(moment) { return (0..<line.count).first { line.day($0) > day } ?? line.count }
    let commit = try line.repository.resolve(moment)
    if let ordinal = line.ordinal(of: commit.id) { return ordinal + 1 }
    throw StrategyError(
      message: "'\(moment)' is not on the first parents of \(branch)",
      help: ["Compare any two revisions with 'northstar diff \(moment)..\(branch)'."])
  }
}
