import ArgumentParser
import History
import Presentation
import StrategyStore

struct LogCommand: EnvironmentCommand {
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
  var format = AnswerFormat.text

  @OptionGroup var options: HistoryOptions

  @OptionGroup var parents: ParentOptions

  func run(in console: Console) throws -> ExitStatus {
    let (path, read) = try EntityPath.find(entity, options.request, allParents: parents.allParents, in: console.session)
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

extension HistoryEvent {
  func json(in read: StrategyHistory) throws -> JSONValue {
    guard case .object(let proof) = try RecordingCommit(ordinal, on: read.line).json,
      case .object(let change) = ChangeReport.json(change)
    else { return .null }
    let path: JSONValue = .string(read.line.path(path, at: ordinal))
    return .object(proof.merging(change) { $1 }.merging(["path": path]) { $1 })
  }
}
