import ArgumentParser
import Git
import Governance
import Presentation
import StrategyStore

struct ProposePlanCommand: ReadingCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Show what a proposal changes, its effects, and who must approve it",
    discussion: """
      Compares the proposal with the commit where it left the main branch (default: the branch that is checked out). \
      A..B compares two revisions, A...B starts at their merge base, so it works for pull requests on any host. Only \
      commits count, and a bare repository is enough.

      The effects are listed below the changes: key results whose numbers lose their meaning, objectives that no \
      longer roll up, levers that go to another team, guardrails loosened, grades given on an old definition, and \
      rules that would newly fail. Who must approve is read from the branch on which the proposal will land (A), so \
      that no proposal can weaken its own gate.

      With --exit-code, exits with 2 when there is any change of meaning.

      Examples:
        northstar propose plan
        northstar propose plan count-only-long-meetings
        northstar propose plan main...feature --format markdown
      """)

  @Argument(help: "A proposal's id, a revision, or two: A..B, A...B", completion: .revisions)
  var range: String?

  @Option(help: "The output format")
  var format = PlanFormat.text

  @Flag(help: "Exit with 2 when there is any change of meaning")
  var exitCode = false

  @OptionGroup var reading: MomentOptions

  func run(in console: Console) throws -> ExitStatus {
    let repository = try Repository.open(in: console.git)
    let target = try reading.at.map { _ in try TargetBranch(reading, of: repository, in: console.session) }
    let plan = try Plan(
      PlanRange(range, onto: target, in: repository), of: reading.strategy, on: target?.today, in: console.session)
    console.session.limits.add(plan.notes)
    console.show(try format.render(plan, notes: console.limits))
    return exitCode && !plan.changes.isEmpty ? .changes : .clean
  }
}

enum PlanFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json, markdown

  fileprivate func render(_ plan: Plan, notes: [String]) throws -> String {
    switch self {
    case .text: PlanText(plan).text
    case .json: try encodeJSON(PlanJSON.json(plan), notes: notes)
    case .markdown:
      PlanMarkdown(plan).text
        + notes.filter { !plan.notes.contains($0) }.map { "\n> **Note:** \(Markdown.escaped($0))\n" }.joined()
    }
  }
}
