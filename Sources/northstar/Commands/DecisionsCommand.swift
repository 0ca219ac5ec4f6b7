import ArgumentParser
import Git
import History
import Insight
import Presentation
import StrategyModel
import StrategyStore

struct DecisionsCommand: EnvironmentCommand {
  static let configuration = CommandConfiguration(
    commandName: "decisions",
    abstract: "List the decisions of reviews, proposals, workshops and cycles",
    discussion: """
      Reads the commits that landed on the main branch, newest first. Outcomes: \
      \(RecordedDecision.outcomes.joined(separator: ", ")).

      Examples:
        northstar decisions
        northstar decisions --subject weekly-hosted-meetings
        northstar decisions --person lin --from 2026-01-01 --format json
        northstar decisions --outcome rejected
      """)

  @Option(help: "The subject of the decision: an id, or its kind and id", completion: .entities)
  var subject: String?

  @Option(help: "A person who decided, approved or disagreed", completion: .people)
  var person: String?

  @Option(help: "The outcome", completion: .list(RecordedDecision.outcomes))
  var outcome: String?

  @Option(help: "The first day")
  var from: String?

  @Option(help: "The last day")
  var to: String?

  @Option(help: "The output format")
  var format = ListFormat.table

  @OptionGroup var options: HistoryOptions

  func run(in console: Console) throws -> ExitStatus {
    if let outcome, !RecordedDecision.outcomes.contains(outcome) {
      throw StrategyError(
        .badRequest, message: "there is no outcome '\(outcome)'",
        help: ["There are: \(RecordedDecision.outcomes.joined(separator: ", "))."])
    }
    let days = try Day.range(from, to)
    let read = try StrategyHistory(options.request, kinds: [.review, .proposal], in: console.session)
    let all = try RecordedDecision.all(in: read)
    let found = all.filter { days.contains($0.day) && fits($0) }
    if found.isEmpty { try requireKnown(among: all, in: read) }
    console.session.limits.add(read.notes)
    if found.isEmpty, format == .table { console.note("There is no such decision.") }
    console.show(try render(found, width: console.terminal.tableWidth, notes: console.limits))
    return .clean
  }

  /// Throws when no person or entity has the requested name, then or now.
  private func requireKnown(among decisions: [RecordedDecision], in read: StrategyHistory) throws {
    guard person != nil || subject != nil else { return }
    let tip = try read.line.repository.resolve(read.branch)
    let source = Source.revision(tip, in: read.line.repository)
    let strategy = try LoadedStrategies(source, choosing: options.strategy).only()
    if let person, !strategy.mayHave(.person, person), !decisions.contains(where: { $0.people.contains(person) }) {
      throw StrategyError.unknown(person, among: strategy.ids(of: .person), "person")
    }
    guard let subject, !subject.contains("->"), !decisions.contains(where: { isAbout(subject, $0) }) else { return }
    if EntityName.all(subject, in: strategy).isEmpty { _ = try EntityName(subject, in: strategy) }
  }

  private func isAbout(_ subject: String, _ decision: RecordedDecision) -> Bool {
    decision.subjects.contains { $0 == subject || $0.split(separator: "/", maxSplits: 1).last ?? "" == subject }
  }

  private func fits(_ decision: RecordedDecision) -> Bool {
    if let outcome, decision.outcome != outcome { return false }
    if let person, !decision.people.contains(person) { return false }
    return subject.map { isAbout($0, decision) } ?? true
  }

  private func render(_ decisions: [RecordedDecision], width: Int?, notes: [String]) throws -> String {
    if format == .json {
      return try encodeJSON(
        ["formatVersion": "2.0", "decisions": .array(decisions.map(\.json))] as JSONValue, notes: notes)
    }
    let columns = ["day", "outcome", "record", "by", "dissent", "commit", "subject", "because"]
    let listing = Listing(columns, decisions) { decision in
      [
        .text(decision.day.description), .text(decision.outcome), .text(decision.record?.description),
        .list(decision.decidedBy), .list(decision.dissent.map(\.person)), .commit(decision.commit.description),
        .list(decision.subjects), .text(format == .csv ? decision.because : nil),
      ]
    }
    return try format.render(listing, width: width)
  }
}

extension Day {
  /// The days from one typed day to another, both included.
  fileprivate static func range(_ from: String?, _ to: String?) throws(StrategyError) -> ClosedRange<Day> {
    let first = try from.map { text throws(StrategyError) in try Day(argument: text) } ?? Day(number: .min)
    let last = try to.map { text throws(StrategyError) in try Day(argument: text) } ?? Day(number: .max)
    guard first <= last else {
      throw StrategyError(.badRequest, message: "\(first) is after \(last)")
    }
    return first...last
  }
}
