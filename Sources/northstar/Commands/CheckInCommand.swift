import ArgumentParser
import Editing
import Git
import Governance
import Insight
import Numbers
import Presentation
import StrategyModel
import StrategyStore

struct CheckInCommand: EnvironmentCommand {
  static let configuration = CommandConfiguration(
    commandName: "checkin",
    abstract: "Check in key results with their value and confidence",
    discussion: """
      With a team or an objective, asks for each open key result in turn; with a key result and a value, records one \
      check-in. Confidence is 0 to 1, or above 1 up to 10 on a scale of ten. The message is the note. Existing \
      check-ins never change: a correction names the day that it corrects. Write a negative value after '--'.

      Examples:
        northstar checkin onboarding
        northstar checkin onboarding/completion 47 -c 0.6 -m "The new tour is live"
        northstar checkin onboarding/completion 45.5 --corrects 2026-01-19
      """)

  @Argument(help: "A team, or a key result or objective of it: onboarding/completion")
  var what: String

  @Argument(help: "The value; 1 or 0 for a milestone")
  var value: String?

  @Option(name: .shortAndLong, help: "How likely the target is: 0 to 1, or 2 to 10")
  var confidence: String?

  @Option(help: ArgumentHelp("The day of the check-in (default: today)", valueName: "day"))
  var on: String?

  @Option(help: ArgumentHelp("The day of the check-in to correct", valueName: "day"))
  var corrects: String?

  @Option(help: ArgumentHelp("The person who checks in (default: you)", valueName: "person"), completion: .people)
  var by: String?

  @Option(help: "The cycle (default: the active one)", completion: .entities)
  var cycle: String?

  @OptionGroup var writing: WritingOptions

  func validate() throws {
    if value == nil, confidence != nil || corrects != nil {
      throw ValidationError("--confidence and --corrects go with a value")
    }
  }

  func run(in console: Console) throws -> ExitStatus {
    let writing = try StrategyWriting(writing.request, in: console.session)
    let draft = try writing.opened()
    let day = try on.map { text throws(StrategyError) in try Day(argument: text) } ?? draft.today
    let by = try person(draft, on: day, writing.repository)
    let place = try CheckInPlace(what, cycle: cycle, in: draft.strategy)
    let entries =
      try value.map { [try entry($0, place, draft, day, by)] }
      ?? asked(place, draft, day, by, in: console)
    guard !entries.isEmpty else {
      console.print("Nothing to check in.")
      return .clean
    }
    var progress: [String] = []
    let outcome = try writing.run { draft in
      let place = try CheckInPlace(what, cycle: cycle, in: draft.strategy)
      let wording = try CheckInWriting(place: place, entries: entries).apply(to: &draft)
      progress = place.progress(of: entries.map(\.keyResult), in: draft.changed(), on: draft.today)
      return wording
    }
    let status = try console.report(outcome)
    if outcome.commit != nil { progress.forEach(console.print) }
    return status
  }

  private func entry(
    _ value: String, _ place: CheckInPlace, _ draft: StrategyDraft, _ day: Day, _ by: String?
  ) throws -> CheckInEntry {
    guard place.items.count == 1, let item = place.items.first else {
      throw StrategyError(
        .badRequest, message: "a value needs one key result, but '\(what.visible)' has \(place.items.count)",
        help: names(of: place, draft).map { "northstar checkin \($0) \(value.visible)" })
    }
    let keyResult = draft.strategy.okrs.all[place.okrs].objectives[item.objective].keyResults[item.keyResult]
    let corrected = try corrects.map { text throws(StrategyError) in try Day(argument: text) }
    let held = draft.strategy.checkInsInForce(ofOKRs: place.okrs, until: .distantFuture)[item.id]
    let before = corrected.flatMap { day in held.last { $0.day == day } }
    let note = writing.because.joined(separator: "\n")
    return CheckInEntry(
      keyResult: item.id, on: day, value: try TypedNumber.value(value, of: keyResult.type?.value),
      confidence: try confidence.map { text throws(StrategyError) in try TypedNumber.confidence(text) }
        ?? before?.confidence, note: note.isEmpty ? nil : note, by: by, corrects: corrected)
  }

  private func asked(
    _ place: CheckInPlace, _ draft: StrategyDraft, _ day: Day, _ by: String?, in console: Console
  ) throws -> [CheckInEntry] {
    guard console.terminal.canAsk else {
      throw StrategyError(
        .badRequest, message: "there is nobody to ask",
        help: names(of: place, draft).map { "northstar checkin \($0) <value> -c <confidence> -m <note>" })
    }
    let questions = CheckInQuestions(
      console: console, place: place, day: day, by: by,
      offers: try MeasuredOffers(writing.strategy, on: day, in: console.session))
    return try questions.entries(in: draft.strategy)
  }

  private func names(of place: CheckInPlace, _ draft: StrategyDraft) -> [String] {
    place.items.map { CheckInPlace.name(of: $0.id, place.team, place.cycle, in: draft.strategy) }
  }

  /// The person who checks in; `nil` when nobody is named and git's address belongs to nobody.
  private func person(_ draft: StrategyDraft, on day: Day, _ repository: Repository) throws -> String? {
    guard let by else { return try repository.handle(in: draft.strategy) }
    try draft.requirePresent(by, on: day)
    return by
  }
}
