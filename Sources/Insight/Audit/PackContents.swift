import Git
import History
import Presentation
import StrategyModel
import StrategyStore

/// The contents of an audit pack, read from a self-contained history.
package struct PackContents {
  let question: AuditQuestion
  /// The files that are derived from the history.
  let files: [PackFile: [UInt8]]
  package let counts: [PackFile: Int]
  package let hasFindings: Bool
  /// Notes that accompany the answer.
  package let notes: [String]

  init(_ asked: AuditQuestion, of history: IsolatedRepository, in session: Session) throws {
    var session = session
    session.git = history.environment
    let read = try StrategyHistory(asked.options, kinds: Kind.allCases, in: session)
    let (from, to) = (try Day(argument: asked.from), try Day(argument: asked.to))
    let audit = try Audit(read, from: from, to: to)
    let (team, lever) = (try audit.known(team: asked.team), try audit.known(lever: asked.lever))
    let report = AuditReport(audit, team: team, lever: lever, read: read)
    let lines: [PackFile: [JSONValue]] = [
      .events: read.history.events.map { PackContents.line($0, read) },
      .intervals: try report.intervals.map { try $0.json(on: read.line, today: to) },
      .findings: report.findings.map(report.json), .decisions: try PackContents.decisions(read),
    ]
    question = AuditQuestion(
      read.strategy, read.line, branch: asked.branch, from: from, to: to, team: team, lever: lever)
    files = try lines.mapValues(encodeJSONLines)
    counts = lines.mapValues(\.count)
    hasFindings = !report.findings.isEmpty
    notes = report.notes
  }

  private static func line(_ event: HistoryEvent, _ read: StrategyHistory) -> JSONValue {
    guard case .object(var object) = ChangeReport.json(event.change) else { return .null }
    object["commit"] = .string(read.line.id(event.ordinal).description)
    object["recorded"] = .string(read.line.day(event.ordinal).description)
    object["path"] = .string(event.path)
    return .object(object)
  }

  /// The commits that name a decision, the oldest first.
  private static func decisions(_ read: StrategyHistory) throws -> [JSONValue] {
    return try (0..<read.line.count).compactMap { ordinal in
      let commit = try read.line.commit(ordinal)
      let trailers = Trailers(commit.message)
      guard trailers.nameDecision else { return nil }
      let own = trailers.all.filter { $0.key.lowercased().hasPrefix("northstar-") }
      return [
        "commit": .string(commit.id.description), "recorded": .string(read.line.day(ordinal).description),
        "author": .string(commit.author.name), "email": .string(commit.author.email),
        "subject": .string(commit.subject),
        "trailers": .array(own.map { ["key": .string($0.key), "value": .string($0.value)] }),
      ]
    }
  }
}
