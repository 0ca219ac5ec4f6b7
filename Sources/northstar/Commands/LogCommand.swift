import ArgumentParser
import Git
import History
import Insight
import Presentation
import StrategyModel
import StrategyStore

struct LogCommand: ReadingCommand {
  static let configuration = CommandConfiguration(
    commandName: "log",
    abstract: "Show the history of an entity or of one of its fields",
    discussion: """
      Shows only changes of meaning: not formatting, order, comments, quoting or moved files. A change counts from the \
      moment it landed on the main branch; with --all-parents, changes that a merge brought in are attributed to the \
      commits that made them.

      Examples:
        northstar log activation-rate
        northstar log activation-rate.owner
        northstar log okrs/2026-q1/onboarding --format json
      """)

  @Argument(help: "The entity, or a field of it: activation-rate.definition", completion: .entities)
  var entity: String

  @Option(help: "The output format")
  var format = EventFormat.text

  @OptionGroup var reading: HistoryOptions

  @OptionGroup var parents: ParentOptions

  func run(in console: Console) throws -> ExitStatus {
    let (path, read) = try EntityPath.find(entity, reading.request, allParents: parents.allParents, in: console.session)
    let events = path.events(in: read.events)
    guard !events.isEmpty else {
      throw StrategyError(
        .refused, message: "'\(path.field ?? "")' of \(path.key) never had a value",
        help: ["'northstar blame \(path.key)' lists its fields."])
    }
    console.session.limits.add(read.notes)
    console.show(try render(events, path, read, notes: console.limits))
    return .clean
  }

  private func render(_ events: [HistoryEvent], _ path: EntityPath, _ read: StrategyHistory, notes: [String]) throws
    -> String
  {
    switch format {
    case .json:
      return try encodeJSON(
        [
          "formatVersion": "1.0", "entity": .string(path.key.description), "field": .orNull(path.field),
          "events": .array(try events.reversed().map { try $0.json(in: read) }),
        ] as JSONValue, notes: notes)
    case .csv: return try events.reversed().listing(in: read, only: path.field).csv
    case .text:
      return try events.reversed().map { event in
        let proof = try RecordingCommit(event.ordinal, on: read.line)
        let head = proof.headline
        let decision = proof.decision.map { ["  decision: \($0.visible)"] } ?? []
        let change = ChangeReport.text(event.change, only: path.field).map { "  \($0)" }
        return ([head] + decision + change).joined(separator: "\n") + "\n"
      }.joined(separator: "\n")
    }
  }
}
