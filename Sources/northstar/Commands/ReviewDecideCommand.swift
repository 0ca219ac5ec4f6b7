import ArgumentParser
import Git
import Governance
import StrategyModel
import StrategyStore

struct ReviewDecideCommand: EnvironmentCommand {
  static let configuration = CommandConfiguration(
    commandName: "decide",
    abstract: "Record the decision of a review, as one commit with its reasons",
    discussion: """
      Stewards decide on the North Star, as many as 'approvals:' in northstar.yaml asks for, and on cycles; on any \
      other metric and its beliefs, its owner, the owning team's lead or a steward decides. The meaning of the subject \
      must not have changed since. 'replace' makes the switch in the same commit: 'supersedes', the old metric \
      deprecated, and for a North Star 'north_star' and a mapping of every live input and objective. After 'refine' \
      and 'retire', use 'northstar set' and 'northstar retire'.

      One commit cannot prove that several people agreed: with --propose, the decision goes on a branch \
      proposal/<review>, where the others approve it.

      Examples:
        northstar review decide 2026-north-star keep --because "It led renewals" \\
          --by ada --by lin --dissent 'omar: It is noise'
        northstar review decide 2026-activation-rate defer --next 2026-09-01 \\
          --because "Half of the data is missing" --answer '1=We could not tell'
        northstar review decide 2026-north-star replace --with decisions-kept \\
          --overlap-until 2026-12-31 --map activation-rate=activation-rate \\
          --because "Meetings rise, and less is decided"
      """)

  @Argument(help: "The review", completion: .reviews)
  var review: String

  @Argument(help: "The decision")
  var decision: ReviewDecision

  @Option(
    help: ArgumentHelp(
      "An answer, as 'question=answer', with the question's number or first words; repeatable",
      valueName: "question=answer"))
  var answer: [String] = []

  @Option(
    help: ArgumentHelp("A person who decided (default: you alone); repeatable", valueName: "person"),
    completion: .people)
  var by: [String] = []

  @Option(
    help: ArgumentHelp("A person who disagreed and why, as 'lin: reason'; repeatable", valueName: "person: reason"))
  var dissent: [String] = []

  @Option(help: ArgumentHelp("The day of the next review (default: set by the policy)", valueName: "day"))
  var next: String?

  @Option(
    help: ArgumentHelp(
      "The commit that was judged, or 'now' (default: the commit of the opening)", valueName: "revision"),
    completion: .revisions)
  var judged: String?

  @Option(
    name: .customLong("with"), help: ArgumentHelp("For 'replace': the metric that replaces it", valueName: "metric"),
    completion: .entities)
  var replacement: String?

  @Option(help: ArgumentHelp("For 'replace': the day until which both are measured", valueName: "day"))
  var overlapUntil: String?

  @Option(
    help: ArgumentHelp(
      "For 'replace': the successor of an input or objective, as 'from=to', or 'from=' when it ends",
      valueName: "from=to"))
  var map: [String] = []

  @Flag(help: "Put the decision on a branch proposal/<review>, for the others to approve")
  var propose = false

  @OptionGroup var writing: WritingOptions

  func validate() throws {
    try writing.because.requireReason("a decision needs its reasons")
    if propose, writing.branch != nil { throw ValidationError("--propose makes a branch of its own") }
    let onlyReplacing = replacement != nil || overlapUntil != nil || !map.isEmpty
    if onlyReplacing, decision != .replace {
      throw ValidationError("--with, --overlap-until and --map go with 'replace'")
    }
  }

  func run(in console: Console) throws -> ExitStatus {
    let repository = try Repository.open(in: console.git)
    let deciding = ReviewDeciding(request: request, repository: repository, isProposal: propose)
    if propose {
      let outcome = try ProposedDecision(deciding: deciding, request: writing.requestWithoutReasons).run(
        in: console.session)
      let status = try console.report(outcome)
      if case .opened(let id, _) = outcome {
        console.advise([
          "The others approve it: \(run: .approveProposal(id)); then it can land: \(run: .landProposal(id))."
        ])
      }
      return status
    }
    return try console.commit(writing.requestWithoutReasons) { draft in try deciding.apply(to: &draft) }
  }

  private var request: DecisionRequest {
    DecisionRequest(
      review: review, decision: decision, because: writing.because.paragraphs, answers: answer, decidedBy: by,
      dissent: dissent,
      next: next, judged: judged, replacement: replacement, overlapUntil: overlapUntil, mapping: map)
  }
}

extension ReviewDecision: ExpressibleByArgument {}
