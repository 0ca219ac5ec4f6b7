import ArgumentParser
import Editing
import Governance
import Presentation
import StrategyModel
import StrategyStore

struct WorkshopAddCandidateCommand: EnvironmentCommand {
  static let configuration = CommandConfiguration(
    commandName: "add-candidate",
    abstract: "Add a candidate metric to a workshop",
    discussion: """
      Warns when the name suggests a vanity metric or a business result.

      Examples:
        northstar workshop add-candidate finding-our-star "Meetings hosted in a week"
        northstar workshop add-candidate finding-our-star "People active in a week" \\
          --id weekly-active-users --measurable --leads-revenue
      """)

  @Argument(help: "The workshop's id", completion: .workshops)
  var workshop: String

  @Argument(help: "The metric's name")
  var name: String

  @Option(help: "The candidate's id (default: made from its name)")
  var id: String?

  @OptionGroup var answers: CandidateAnswerOptions
  @OptionGroup var writing: WritingOptions

  func run(in console: Console) throws -> ExitStatus {
    var candidate = try NewCandidate(name, id: id)
    candidate.answers = answers.answers
    return try console.commit(writing) { draft in
      try OpenWorkshop(workshop, in: draft).add(candidate, to: &draft)
    }
  }
}

struct WorkshopScoreCommand: EnvironmentCommand {
  static let configuration = CommandConfiguration(
    commandName: "score",
    abstract: "Answer the three filters and the three tests for a candidate",
    discussion: """
      Filters: it can be measured, it leads revenue, it reflects a good experience. Tests: it leads, most teams can \
      move it, everyone understands it. On a terminal, asks the open questions. If the candidate and a business result \
      have readings, shows what they say.

      Examples:
        northstar workshop score finding-our-star minutes-met
        northstar workshop score finding-our-star minutes-met --measurable \\
          --no-leads-revenue --note "We would be paid for long meetings"
      """)

  @Argument(help: "The workshop's id", completion: .workshops)
  var workshop: String

  @Argument(help: "The candidate's id")
  var candidate: String

  @OptionGroup var answers: CandidateAnswerOptions
  @OptionGroup var writing: WritingOptions

  func run(in console: Console) throws -> ExitStatus {
    let writing = try StrategyWriting(writing.request, in: console.session)
    let evidence = try console.session.evidence(on: candidate, of: writing.options.strategy)
    var answers = answers.answers
    if answers.isEmpty { answers = try ask(writing.opened(), evidence, console) }
    return try console.report(
      writing.run { draft in try OpenWorkshop(workshop, in: draft).score(candidate, answers, evidence, in: &draft) })
  }

  private func ask(
    _ draft: StrategyDraft, _ evidence: CandidateEvidence?, _ console: Console
  ) throws -> CandidateAnswers {
    let open = try OpenWorkshop(workshop, in: draft)
    try open.requireUndecided()
    let scored = open.workshop.candidates[try open.position(of: candidate)]
    guard console.terminal.canAsk else {
      throw StrategyError(
        .badRequest, message: "there is nobody to ask, so answer with options",
        help: CandidateQuestion.allCases.map { question in
          let name = question.rawValue.replacing("_", with: "-")
          return "--\(name) or --no-\(name): \(question.words)"
        })
    }
    let interview = Interview(console: console)
    interview.say("\(scored.name?.value.visible ?? "") Enter leaves a question open.")
    for remark in scored.flaws + (evidence?.remarks(on: scored) ?? []) { interview.say(remark) }
    let questions = scored.unanswered(CandidateQuestion.allCases)
    var answers = CandidateAnswers()
    for question in questions.isEmpty ? CandidateQuestion.allCases : questions {
      answers.answers[question] = try interview.askYesOrNo(question.words)
    }
    if scored.note == nil { answers.note = try interview.ask("What was said about it?") }
    return answers
  }
}
