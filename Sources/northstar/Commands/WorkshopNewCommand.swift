import ArgumentParser
import Editing
import Governance
import Presentation
import StrategyModel
import StrategyStore

struct WorkshopNewCommand: EnvironmentCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Open a workshop: a file for its results, with a plan for the four weeks after it",
    discussion: """
      On a terminal, leads through the workshop and asks for anything that no option gives. --business starts with the \
      value, game and candidates of a kind of business, as a basis for discussion. Open points can be filled in in the \
      file.

      Kinds of business:
      \(BusinessType.allCases.map { "  \($0.rawValue.padded(12)) \($0.summary)" }.joined(separator: "\n"))

      Examples:
        northstar workshop new finding-our-star
        northstar workshop new finding-our-star --business marketplace \\
          --participants ada,grace,lin,omar,noor --facilitator lin
        northstar workshop new finding-our-star --participants ada,lin \\
          --pre-mortem "Nobody outside product could move it" \\
          --core-value "A team knows what it decided" --why "Meetings decide nothing"
      """)

  @Argument(help: "The workshop's id")
  var id: String

  @Option(help: ArgumentHelp("The workshop's title", valueName: "text"))
  var title: String?

  @Option(
    help: ArgumentHelp("The day on which it takes place (default: today)", valueName: "day"),
    transform: Day.init(argument:))
  var heldOn: Day?

  @Option(
    help: ArgumentHelp("The participants, separated by commas; repeatable", valueName: "person"), completion: .people)
  var participants: [String] = []

  @Option(help: ArgumentHelp("The facilitator", valueName: "person"), completion: .people)
  var facilitator: String?

  @Option(help: ArgumentHelp("A reason why the metric could fail us; repeatable", valueName: "text"))
  var preMortem: [String] = []

  @Option(help: ArgumentHelp("What customers come for", valueName: "text"))
  var coreValue: String?

  @Option(help: ArgumentHelp("One of the five whys that led to the core value; repeatable", valueName: "text"))
  var why: [String] = []

  @Option(help: ArgumentHelp("The moment in which a user understands the value", valueName: "text"))
  var aha: String?

  @Option(help: "The game the product plays: attention, transaction or productivity")
  var game: Game?

  @Option(help: "Start with the usual answers of a kind of business")
  var business: BusinessType?

  @OptionGroup var writing: WritingOptions

  func run(in console: Console) throws -> ExitStatus {
    let writing = try StrategyWriting(writing.request, in: console.session)
    var plan = plan
    if let business { try plan.begin(with: business) }
    if plan.participants.isEmpty || plan.isBare, console.terminal.canAsk {
      try WorkshopQuestions(console, writing.opened().strategy).complete(&plan)
    }
    return try console.report(writing.run { draft in try plan.apply(to: &draft) })
  }

  private var plan: WorkshopPlan {
    var plan = WorkshopPlan(id: id)
    (plan.title, plan.heldOn, plan.facilitator) = (title, heldOn, facilitator)
    plan.participants = participants.flatMap { $0.split { $0 == "," || $0 == " " }.map(String.init) }
    (plan.preMortem, plan.coreValue, plan.whys) = (preMortem, coreValue, why)
    (plan.ahaMoment, plan.game) = (aha, game)
    return plan
  }
}

extension Game: ExpressibleByArgument {}
