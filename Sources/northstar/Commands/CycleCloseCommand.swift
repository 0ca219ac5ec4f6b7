import ArgumentParser
import Editing
import Git
import Governance
import Insight
import Numbers
import Presentation
import StrategyStore

struct CycleCloseCommand: EnvironmentCommand {
  static let configuration = CommandConfiguration(
    commandName: "close",
    abstract: "Close a cycle with its scores, outcomes and lessons",
    discussion: """
      Every key result gets a score, with a reason where it was committed and missed, or where the score differs from \
      the check-ins; every objective is kept, modified or abandoned, with a reason; every team says what it learned. \
      Answers that are in the files are taken from there. On a terminal the rest is asked for; --sheet prints a sheet \
      to fill in. Shows both scores and who amended what. Stewards close cycles.

      A past quarter of which nobody kept scores is closed with --unscored and the reason: its scores are then unknown, \
      not 0, and nothing else is asked for.

      Examples:
        northstar cycle close 2026-q1
        northstar cycle close 2026-q1 --sheet > sheet
        northstar cycle close 2026-q1 --answers sheet
        northstar cycle close 2026-q1 --accept \\
          --score "onboarding/completion=0.7: The tour came late" \\
          --outcome "onboarding/first-meeting-obvious=keep: Half way" \\
          --retrospective "onboarding=We start too much at once"
        northstar cycle close 2021-q3 --unscored -m "Nobody kept scores then"
      """)

  @Argument(help: "The cycle", completion: .entities)
  var cycle: String

  @Option(
    help: ArgumentHelp(
      "A score, as 'team/key-result=0.7: reason'; repeatable", valueName: "team/key-result=score: reason"))
  var score: [String] = []

  @Option(
    help: ArgumentHelp(
      "An outcome, as 'team/objective=keep: reason'; repeatable", valueName: "team/objective=outcome: reason"))
  var outcome: [String] = []

  @Option(help: ArgumentHelp("What a team learned, as 'team=text'; repeatable", valueName: "team=text"))
  var retrospective: [String] = []

  @Option(
    help: ArgumentHelp("A file with such answers, as --sheet prints it", valueName: "file"), completion: .file())
  var answers: String?

  @Flag(help: "Print what is missing as a sheet to be filled in, and change nothing")
  var sheet = false

  @Flag(help: "Take the computed scores, as amended, for those not given")
  var accept = false

  @Flag(help: "Close a cycle that is over without scores, for the reason given with --because")
  var unscored = false

  @Option(
    help: ArgumentHelp("A person who decided (default: you alone); repeatable", valueName: "person"),
    completion: .people)
  var by: [String] = []

  @OptionGroup var writing: WritingOptions

  func run(in console: Console) throws -> ExitStatus {
    var closing = CycleClosing(
      cycle: cycle, answers: try given(in: console), acceptsComputed: accept, decidedBy: by,
      repository: try Repository.open(in: console.git), session: console.session)
    if unscored { closing.unscored = try reason(in: console) }
    if sheet { return try printSheet(closing, in: console) }
    let writing = try StrategyWriting(writing.request, in: console.session)
    let width = console.terminal.tableWidth
    if console.terminal.canAsk, !unscored {
      let draft = try writing.opened()
      let scores = try closing.opened(console.session.withPromises(draft, of: cycle), on: draft.today)
      console.print(try scores.text(width: width))
      closing.answers = try CloseQuestions(console: console).complete(closing.completed(scores), for: scores)
    }
    var final: CycleScores?
    let outcome = try writing.run { [closing] draft in
      let (wording, scores) = try closing.apply(to: &draft)
      final = scores
      return wording
    }
    let status = try console.report(outcome)
    if status == .clean, let final { console.print("\n" + (try final.text(width: width))) }
    return status
  }

  /// Why there are no scores: the only question that is asked.
  private func reason(in console: Console) throws(StrategyError) -> String {
    if let given = writing.because.first { return given }
    guard console.terminal.canAsk else {
      throw StrategyError(
        .badRequest, message: "it is not said why '\(cycle.visible)' has no scores",
        help: ["Give the reason with --because."])
    }
    while true {
      let text = try console.answer(to: "Why are there no scores? ")
      if !text.isEmpty { return text }
    }
  }

  /// Needs no branch, since nothing is written.
  private func printSheet(_ closing: CycleClosing, in console: Console) throws -> ExitStatus {
    let moment = Moment(at: writing.branch ?? "HEAD", strategy: writing.strategy)
    let strategy = try console.session.withPromises(
      console.session.loadOne(moment).strategy, of: [cycle], moment)
    let scores = try closing.opened(strategy, on: try console.session.today(in: strategy))
    let lines = scores.gaps(with: closing.completed(scores)).map { "# \($0.sentence)\n\($0.sheetLine)" }
    console.write(lines.map { $0 + "\n" }.joined())
    return .clean
  }

  private func given(in console: Console) throws -> CloseAnswers {
    var given = CloseAnswers()
    if let answers {
      try given.add(sheet: String(decoding: console.session.bytes(ofFile: answers), as: UTF8.self))
    }
    for text in score { try given.add(score: text) }
    for text in outcome { try given.add(outcome: text) }
    for text in retrospective { try given.add(retrospective: text) }
    return given
  }
}
