import ArgumentParser
import Editing
import Governance
import StrategyModel
import StrategyStore

struct OKRNewCommand: EnvironmentCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Add an objective with its key results to a team's OKRs",
    discussion: """
      On a terminal, asks for anything not given. A key result is one line: its id, a colon, the title, and anywhere \
      in it 'metric=', 'owner=', 'weight=', 'unit=', 'type=' and the range from baseline to target. The numbers say \
      whether it should rise or fall; with 'type=maintain' they are the band to stay in, '5..' and '..7' with one \
      limit. Without 'metric=', 'unit=' says what the numbers count. Without numbers it is a milestone.

      Examples:
        northstar okr new onboarding --cycle 2026-q2 --input activation-rate \\
          --objective "New teams host their first meeting without help" \\
          --kr "completion: Raise completion to 60 % \\
                metric=onboarding-completion 55..60 owner=grace"
        northstar okr new platform --objective "Somebody else can repair a call" \\
          --supports "activation-rate: Whoever loses a call does not come back" \\
          --kr "runbooks: Runbooks that others have followed 0..12 unit=runbooks"
      """)

  @Argument(help: "The team", completion: .entities)
  var team: String

  @Option(help: "The cycle (default: the one draft, else the active one)", completion: .entities)
  var cycle: String?

  @Option(help: ArgumentHelp("The goal in words, without numbers", valueName: "text"))
  var objective: String?

  @Option(help: "The objective's id (default: made from its words)")
  var id: String?

  @Option(help: ArgumentHelp("Why this, and why now", valueName: "text"))
  var why: String?

  @Option(help: "How to read the score")
  var ambition = Ambition.committed

  @Option(help: "The input that it moves", completion: .entities)
  var input: String?

  @Option(
    help: ArgumentHelp("The guardrail that it protects, in place of an input", valueName: "guardrail"),
    completion: .entities)
  var guards: String?

  @Option(
    help: ArgumentHelp(
      "What it makes possible, and how: an input or objective, a colon, the reason; repeatable",
      valueName: "aim: how"))
  var supports: [String] = []

  @Option(help: ArgumentHelp("The objective that it is part of", valueName: "cycle/team/objective"))
  var parent: String?

  @Option(help: ArgumentHelp("Another team whose goal it is too; repeatable", valueName: "team"), completion: .entities)
  var sharedWith: [String] = []

  @Option(name: .customLong("kr"), help: "A key result on one line; repeatable")
  var keyResults: [String] = []

  @OptionGroup var writing: WritingOptions

  func validate() throws {
    if [input != nil, guards != nil, !supports.isEmpty].count(where: { $0 }) > 1 {
      throw ValidationError("give only one of --input, --guards and --supports")
    }
  }

  func run(in console: Console) throws -> ExitStatus {
    let writing = try StrategyWriting(writing.request, in: console.session)
    let objective = try complete(writing, in: console)
    return try console.report(writing.run { draft in try objective.apply(to: &draft) })
  }

  private func complete(_ writing: StrategyWriting, in console: Console) throws -> NewObjective {
    let hasAim = input ?? guards != nil || !supports.isEmpty
    if let objective, hasAim, !keyResults.isEmpty {
      let example = NewObjective.example(for: team, input ?? guards, in: try writing.opened().strategy)
      let words = try keyResults.map { text throws(StrategyError) in try KeyResultShorthand(text, like: example) }
      var new = NewObjective(
        team: team, cycle: cycle, id: id, title: objective, why: why, ambition: ambition, input: input, guards: guards,
        keyResults: words)
      (new.supports, new.parent, new.sharedWith) = (supports, parent, sharedWith)
      return new
    }
    guard console.terminal.canAsk, objective == nil, keyResults.isEmpty, !hasAim else {
      throw StrategyError(
        .badRequest, message: "a new objective needs --objective, one of --input, --guards and --supports, and --kr",
        help: ["On a terminal, give the team alone and it asks."])
    }
    let draft = try writing.opened()
    _ = try draft.liveTeam(team, on: draft.today)
    let cycle = try NewObjective.cycle(cycle, in: draft.strategy)
    let answers = try ObjectiveQuestions(console: console, strategy: draft.strategy, team: team).answers()
    var new = NewObjective(
      team: team, cycle: cycle, id: id, title: answers.title, why: why, ambition: ambition, input: answers.input,
      keyResults: answers.keyResults)
    (new.parent, new.sharedWith) = (parent, sharedWith)
    return new
  }
}

extension Ambition: ExpressibleByArgument {}
