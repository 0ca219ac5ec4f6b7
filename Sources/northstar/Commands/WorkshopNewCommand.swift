import ArgumentParser
import StrategyModel

struct WorkshopNewCommand: EnvironmentCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Open a workshop: a file with all that it is to find, and a plan for the four weeks after",
    discussion: """
      On a terminal it leads through the workshop and asks for what no option says. --business begins with the value, \
      game and candidates of a kind of business, to be argued about. What is open can be written into the file.

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

  @Option(help: "What people call it")
  var title: String?

  @Option(help: "The day it takes place; today unless given", transform: Day.init(argument:))
  var heldOn: Day?

  @Option(help: "Who takes part, with commas between; may be given again", completion: .people)
  var participants: [String] = []

  @Option(help: "Who leads through it", completion: .people)
  var facilitator: String?

  @Option(help: "Why the metric could fail us; may be given again")
  var preMortem: [String] = []

  @Option(help: "What customers come for")
  var coreValue: String?

  @Option(help: "One of the five whys that led to the core value; may be given again")
  var why: [String] = []

  @Option(help: "The moment in which a user understands the value")
  var aha: String?

  @Option(help: "The game the product plays: attention, transaction or productivity")
  var game: Game?

  @Option(help: "Begin with what is usual in a kind of business")
  var business: BusinessType?

  @OptionGroup var writing: WritingOptions

  func run(in environment: CommandEnvironment) throws -> ExitStatus {
    let writing = try StrategyWriting(writing, in: environment)
    var plan = plan
    if let business { try plan.begin(with: business) }
    if plan.participants.isEmpty || plan.isBare, environment.terminal.canAsk {
      try WorkshopQuestions(environment, writing.opened().strategy).complete(&plan)
    }
    return try writing.run(in: environment) { draft in try plan.apply(to: &draft) }
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
