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
    let timeline = try timeline(of: id, read, in: environment)
    let day = try on.map(Day.init(argument:)) ?? environment.today(of: options, on: read.line)
    environment.noteLimits(read.notes)
    let answer = WhoAnswer(timeline: timeline, day: day, asksForDay: on != nil, showsAll: history, read: read)
    environment.show(format == .json ? try encodeJSON(try answer.json()) : try answer.text())
    return .clean
  }

  /// Who answered for a metric, or why there is nothing to say.
  private func timeline(
    of id: String, _ read: OwnershipReading, in environment: CommandEnvironment
  ) throws -> OwnershipTimeline {
    if let timeline = read.records.timeline(of: id, read.teams, day: read.line.day) { return timeline }
    let metrics = try StrategyHistory(options, kinds: [.metric], in: environment).history.events
    guard metrics.contains(where: { $0.change.key == EntityKey(.metric, id) }) else {
      let all = try OwnershipReading(options, in: environment)
      throw CommandFailure.unknown(id, among: Set(all.records.states.keys), "lever")
    }
    throw CommandFailure(
      status: .findings, message: "metric '\(id)' never had an owner",
      help: ["Run 'northstar log \(id)' to see what it has been."])
  }
}

enum AnswerFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json
}

/// Who answers for a lever, and who did.
private struct WhoAnswer {
  let timeline: OwnershipTimeline
  let day: Day
  let asksForDay: Bool
  let showsAll: Bool
  let read: OwnershipReading

  /// Without a day in the question, what the file says counts, even when its day is still to come.
  private var tenure: Tenure? { asksForDay ? timeline.tenure(on: day) : timeline.records.last }

  func text() throws -> String {
    var lines: [String] = []
    if let tenure, tenure.isOwned {
      let proof = try Proof(tenure.ordinal, on: read.line)
      lines.append(
        "\(timeline.lever): \(tenure.owner), since \(tenure.from) (\(counted(tenure.days(upTo: day), "day")))")
      lines.append("  recorded  \(proof.text), by \(proof.author.visible)")
      if let decision = proof.decision { lines.append("  decision  \(decision.visible)") }
    } else {
      lines.append("\(timeline.lever): nobody\(asksForDay ? " on \(day)" : "")\(try reason())")
    }
    if showsAll { try lines += [""] + timeline.tenures.reversed().map(line) }
    return lines.joined(separator: "\n") + "\n"
  }

  private func reason() throws -> String {
    guard let last = tenure ?? timeline.tenures.first else { return "" }
    if tenure == nil { return ": the record begins with \(last.from)" }
    let proof = try Proof(last.ordinal, on: read.line)
    return last.isLever ? ": it has no owner since \(proof.text)" : ": it is no lever any more since \(proof.text)"
  }

  private func line(_ tenure: Tenure) throws -> String {
    let proof = try Proof(tenure.ordinal, on: read.line)
    let span = "\(tenure.from) – \(tenure.to?.description ?? "today     ")"
    return "  \(span)  \(tenure.owner.padded(28))  \(proof.id.short)\(proof.decision.map { "  \($0)" } ?? "")"
  }

  func json() throws -> JSONValue {
    var object: [String: JSONValue] = [
      "formatVersion": "1.0", "lever": .string(timeline.lever), "day": .string(day.description),
      "owner": try tenure.flatMap { $0.isOwned ? try $0.json(on: read.line, today: day) : nil } ?? .null,
      "notes": .array(read.notes.map(JSONValue.string)),
    ]
    if showsAll { object["history"] = .array(try timeline.tenures.map { try $0.json(on: read.line, today: day) }) }
    return .object(object)
  }
}

extension Tenure {
  /// `team onboarding (ada)`
  var owner: String {
    guard isOwned else { return isLever ? "nobody" : "no lever" }
    return [team.map { "team \($0)" }, person.map { team == nil ? $0 : "(\($0))" }].compactMap(\.self)
      .joined(separator: " ")
  }

  /// - Parameter days: where they are not counted up to `today`.
  func json(on line: CommitLine, today: Day, days: Int? = nil) throws -> JSONValue {
    guard case .object(var object) = try Proof(ordinal, on: line).json else { return .null }
    object["lever"] = .string(lever)
    object["team"] = .orNull(team)
    object["person"] = .orNull(person)
    object["from"] = .string(from.description)
    object["to"] = .orNull(to?.description)
    object["days"] = .number(Double(days ?? self.days(upTo: today)))
    return .object(object)
  }
}

extension CommandEnvironment {
  /// The day that an answer about history is given for: that of `--at`, else today.
  func today(of options: HistoryOptions, on line: CommitLine) throws -> Day {
    guard let at = options.at else { return try today(in: line.zone) }
    return Day(at) ?? line.lastDay
  }
}
