import ArgumentParser
import Governance
import Presentation
import StrategyModel
import StrategyStore

struct WorkshopCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "workshop",
    abstract: "Find a North Star: candidates, filters, a choice, and a four-week sprint",
    discussion: """
      A workshop is a file in workshops/: who was there, why the metric could fail, the core value, three to five \
      candidates with the answers to three filters and three tests, and what was chosen. Two or three hours and five \
      or six people from engineering, product, marketing, sales and customer success are enough.

      Examples:
        northstar workshop new finding-our-star --business saas
        northstar workshop add-candidate finding-our-star "Meetings hosted"
        northstar workshop score finding-our-star meetings-hosted --measurable
        northstar workshop choose finding-our-star meetings-hosted \\
          --because "It is what customers come for"
      """,
    subcommands: [
      WorkshopNewCommand.self, WorkshopAddCandidateCommand.self, WorkshopScoreCommand.self, WorkshopChooseCommand.self,
      WorkshopDoneCommand.self, WorkshopShowCommand.self,
    ])
}

struct WorkshopShowCommand: ReadingCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show a workshop: people, value, candidates, choice and sprint",
    discussion: """
      Shows which disciplines were missing, the objections to each candidate, and whether its readings lead a business \
      result. 'northstar list workshops' lists all workshops.

      Examples:
        northstar workshop show finding-our-star
        northstar workshop show finding-our-star --format json
      """)

  @Argument(help: "The workshop's id", completion: .workshops)
  var id: String

  @Option(help: "The output format")
  var format = AnswerFormat.text

  @OptionGroup var reading: MomentOptions

  func run(in console: Console) throws -> ExitStatus {
    let read = try console.session.loadOne(reading.moment, readings: true)
    let workshop = try read.strategy.workshop(id)
    let evidence = CandidateEvidence.all(on: workshop, in: read.strategy)
    guard format == .json else {
      console.show(WorkshopText(workshop, in: read.strategy, evidence: evidence).text)
      return .clean
    }
    let path = read.strategy.path(of: workshop.file)
    guard let text = read.loaded.text(of: path) else {
      throw StrategyError(message: "cannot read '\(path)' anymore")
    }
    let circle = WorkshopParticipants(workshop.participants.map(\.id), in: read.strategy)
    let document = WorkshopJSON(
      workshop: workshop, circle: circle, path: path, text: text, evidence: evidence)
    console.show(try encodeJSON(document.value, notes: console.limits))
    return .clean
  }
}

struct WorkshopDoneCommand: EnvironmentCommand {
  static let configuration = CommandConfiguration(
    commandName: "done",
    abstract: "Tick a task of the sprint that follows a workshop",
    discussion: """
      Tasks have the numbers that 'northstar workshop show' prints. 'northstar check' reports open tasks of past weeks.

      Examples:
        northstar workshop done finding-our-star 3
        northstar workshop done finding-our-star 3 --undo
      """)

  @Argument(help: "The workshop's id", completion: .workshops)
  var id: String

  @Argument(help: "The task's number")
  var task: Int

  @Flag(help: "Mark it as open again")
  var undo = false

  @OptionGroup var writing: WritingOptions

  func run(in console: Console) throws -> ExitStatus {
    try console.commit(writing) { draft in
      try OpenWorkshop(id, in: draft).mark(task, done: !undo, in: &draft)
    }
  }
}
