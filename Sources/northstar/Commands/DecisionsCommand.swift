import ArgumentParser
import Git
import History
import Insight
import Presentation
import StrategyModel
import StrategyStore

struct DecisionsCommand: ReadingCommand {
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
        northstar decisions --where outcome=rejected,withdrawn
      """)

  @Option(
    help: ArgumentHelp("The subject of the decision: an id, or its kind and id", valueName: "name"),
    completion: .entities)
  var subject: String?

  @Option(help: ArgumentHelp("A person who decided, approved or disagreed", valueName: "person"), completion: .people)
  var person: String?

  @Option(help: ArgumentHelp("The first day, or the first period", valueName: "day-or-period"))
  var from: String?

  @Option(help: ArgumentHelp("The last day, or the last period", valueName: "day-or-period"))
  var to: String?

  @OptionGroup var rows: RowOptions

  @OptionGroup var reading: HistoryOptions

  func run(in console: Console) throws -> ExitStatus {
    let read = try StrategyHistory(reading.request, kinds: [.review, .proposal], in: console.session)
    let days = try read.strategy.calendar.days(from, to)
    let all = try RecordedDecision.all(in: read)
    let found = all.filter { days.contains($0.day) && fits($0) }
    if found.isEmpty { try requireKnown(among: all, in: read) }
    console.session.limits.add(read.notes)
    try show(found, in: console)
    return .clean
  }

  /// Throws when no person or entity has the requested name, then or now.
  private func requireKnown(among decisions: [RecordedDecision], in read: StrategyHistory) throws {
    guard person != nil || subject != nil else { return }
    let tip = try read.line.repository.resolve(read.branch)
    let source = Source.revision(tip, in: read.line.repository)
    let strategy = try LoadedStrategies(source, choosing: reading.strategy).only()
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
    if let person, !decision.people.contains(person) { return false }
    return subject.map { isAbout($0, decision) } ?? true
  }

  private func show(_ decisions: [RecordedDecision], in console: Console) throws {
    let columns = ["day", "outcome", "record", "by", "dissent", "commit", "subject", "because"]
    var listing = Listing(columns, decisions) { decision in
      [
        .text(decision.day.description), .text(decision.outcome), .text(decision.record?.description),
        .list(decision.decidedBy), .list(decision.dissent.map(\.person)), .commit(decision.commit.description),
        .list(decision.subjects), .text(rows.format == .text ? nil : decision.because),
      ]
    }
    guard rows.format == .json else {
      return try console.show(listing, rows, title: "Decisions", empty: "There is no such decision.")
    }
    try rows.filter.choose(from: &listing)
    let chosen = listing.kept.map { decisions[$0].json }
    console.show(
      try encodeJSON(["formatVersion": "2.0", "decisions": .array(chosen)] as JSONValue, notes: console.limits))
  }
}

extension PeriodCalendar {
  /// The days from one typed day or period to another, both included.
  fileprivate func days(_ from: String?, _ to: String?) throws(StrategyError) -> ClosedRange<Day> {
    let first = try from.map { text throws(StrategyError) in try Day(firstOf: text, in: self) } ?? Day(number: .min)
    let last = try to.map { text throws(StrategyError) in try Day(lastOf: text, in: self) } ?? Day(number: .max)
    guard first <= last else {
      throw StrategyError(.badRequest, message: "\(first) is after \(last)")
    }
    return first...last
  }
}
