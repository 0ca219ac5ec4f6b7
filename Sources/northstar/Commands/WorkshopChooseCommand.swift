import ArgumentParser
import Git
import StrategyModel

struct WorkshopChooseCommand: EnvironmentCommand {
  static let configuration = CommandConfiguration(
    commandName: "choose",
    abstract: "Record what a workshop chose, as one commit with its reasons, and write the metric",
    discussion: """
      The stewards decide, as many as 'approvals:' in northstar.yaml asks for. Where there is no North Star yet, the \
      candidate becomes it, and northstar.yaml names it; else it becomes a draft, which a review may put in its place. \
      A candidate goes through the three filters first.

      Examples:
        northstar workshop choose finding-our-star weekly-hosted-meetings \\
          --because "It is what customers come for, and it led renewals" \\
          --decided-by ada --decided-by lin --dissent 'omar: It counts stand-ups'
        northstar workshop choose finding-our-star weekly-hosted-meetings \\
          --because "Closest to the value" --unit meetings --window 'calendar week' \\
          --input 'activation-rate:efficiency:Activation rate'
      """)

  @Argument(help: "The workshop's id", completion: .workshops)
  var workshop: String

  @Argument(help: "The candidate's id")
  var candidate: String

  @Option(help: "The reasons")
  var because: String

  @Option(help: "Somebody who decided; you alone unless given; may be given again", completion: .people)
  var decidedBy: [String] = []

  @Option(help: "Who saw it otherwise, and why, as 'lin: reason'; may be given again")
  var dissent: [String] = []

  @Option(help: "An input that was found, as 'id:dimension:name'; may be given again")
  var input: [String] = []

  @OptionGroup(title: "How the metric is counted") var metric: MetricWords
  @OptionGroup var writing: WritingOptions

  func validate() throws {
    if because.allSatisfy(\.isWhitespace) { throw ValidationError("a choice needs its reasons, with --because") }
  }

  func run(in environment: CommandEnvironment) throws -> ExitStatus {
    let repository = try Repository.open(in: environment.git)
    let words = ChoiceWords(
      workshop: workshop, candidate: candidate, because: because, decidedBy: decidedBy, dissent: dissent,
      metric: metric, inputs: input)
    let choosing = WorkshopChoosing(words: words, repository: repository)
    return try StrategyWriting(writing, in: environment).run(in: environment) { draft in try choosing.apply(to: &draft)
    }
  }
}
