import ArgumentParser
import Governance
import Insight

struct ReviewOpenCommand: EnvironmentCommand {
  static let configuration = CommandConfiguration(
    commandName: "open",
    abstract: "Open a review: a file with the questions and the last answers",
    discussion: """
      The subject is 'north-star', a metric, a cycle, or a belief, written as the two metrics with an arrow between \
      them. The review judges the commit at the branch's tip. The file summarises the evidence from history and \
      readings, one line each; 'northstar review evidence' shows all of it. Write the answers into the file, or pass \
      them to 'northstar review decide'.

      Examples:
        northstar review open north-star
        northstar review open activation-rate --id 2026-activation
        northstar review open cycle/2026-q1
        northstar review open 'onboarding-completion->activation-rate'
      """)

  @Argument(help: "The subject of the review", completion: .reviewSubjects)
  var subject: String

  @Option(help: "The review's id (default: the year and the subject)")
  var id: String?

  @OptionGroup var writing: WritingOptions

  func run(in console: Console) throws -> ExitStatus {
    let opening = ReviewOpening(subject: subject, id: id) { subject, draft in
      try Evidence(subject, of: draft, named: writing.strategy, in: console.session).sections.map {
        (what: $0.what, says: $0.record)
      }
    }
    return try console.commit(writing) { draft in try opening.apply(to: &draft) }
  }
}
