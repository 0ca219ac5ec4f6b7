import ArgumentParser
import Git
import Governance

struct WorkshopChooseCommand: EnvironmentCommand {
  static let configuration = CommandConfiguration(
    commandName: "choose",
    abstract: "Record the choice of a workshop with its reasons and write the metric, in one commit",
    discussion: """
      The stewards decide, as many as 'approvals:' in northstar.yaml asks for. If there is no North Star yet, the \
      candidate becomes it and northstar.yaml names it; otherwise it becomes a draft, which a review may make the \
      North Star. The candidate must have been through the three filters first.

      Examples:
        northstar workshop choose finding-our-star weekly-hosted-meetings \\
          --because "It is what customers come for, and it led renewals" \\
          --by ada --by lin --dissent 'omar: It counts stand-ups'
        northstar workshop choose finding-our-star weekly-hosted-meetings \\
          --because "Closest to the value" --unit meetings --window 'calendar week' \\
          --input 'activation-rate:efficiency:Activation rate'
      """)

  @Argument(help: "The workshop's id", completion: .workshops)
  var workshop: String

  @Argument(help: "The candidate's id")
  var candidate: String

  @Option(
    help: ArgumentHelp("A person who decided (default: you alone); repeatable", valueName: "person"),
    completion: .people)
  var by: [String] = []

  @Option(
    help: ArgumentHelp("A person who disagreed and why, as 'lin: reason'; repeatable", valueName: "person: reason"))
  var dissent: [String] = []

  @Option(
    help: ArgumentHelp("An input that was found, as 'id:dimension:name'; repeatable", valueName: "id:dimension:name"))
  var input: [String] = []

  @OptionGroup(title: "How the metric is counted") var metric: MetricOptions
  @OptionGroup var writing: WritingOptions

  func validate() throws {
    try writing.because.requireReason("a choice needs its reasons")
  }

  func run(in console: Console) throws -> ExitStatus {
    let repository = try Repository.open(in: console.git)
    let request = ChoiceRequest(
      workshop: workshop, candidate: candidate, because: writing.because.paragraphs, decidedBy: by, dissent: dissent,
      metric: metric.definition, inputs: input)
    let choosing = WorkshopChoosing(request: request, repository: repository)
    return try console.commit(writing.requestWithoutReasons) { draft in try choosing.apply(to: &draft) }
  }
}
