import ArgumentParser
import Editing
import Git
import Governance
import Presentation
import StrategyStore

struct ProposeStartCommand: EnvironmentCommand {
  static let configuration = CommandConfiguration(
    commandName: "start",
    abstract: "Open a proposal: a branch with a record of the reason",
    discussion: """
      Creates the branch proposal/<id> from the main branch, with the record proposals/<id>.yaml, and checks it out. \
      Change the strategy there, with commands such as 'northstar set' or in an editor; 'northstar propose plan' shows \
      what the change means and who must approve it.

      Example:
        northstar propose start count-long-meetings \\
          --title "Count meetings of five minutes and more" \\
          --because "One meeting in nineteen is a sound check"
      """)

  @Argument(help: "The proposal's name: words with dashes")
  var id: String

  @Option(help: ArgumentHelp("The change in one line", valueName: "text"))
  var title: String

  @Flag(help: "Stay on the branch that is checked out")
  var noSwitch = false

  @OptionGroup var writing: ProposalOptions

  func validate() throws { try writing.because.requireReason("a proposal needs its reason") }

  func run(in console: Console) throws -> ExitStatus {
    try OpenProposal.requireName(id)
    let repository = try Repository.open(in: console.git)
    let target = try TargetBranch(writing.strategy, of: repository, in: console.session)
    let proposer = try Proposer(target)
    let opening = OpenProposal(id: id, title: title, why: writing.because.paragraphs, target: target)
    try opening.requireNew()
    let outcome = try opening.run(writing.request, in: console.session) { draft in
      try opening.apply(by: proposer.handle, to: &draft)
    }
    let status = try console.report(outcome)
    if case .opened = outcome { try checkOut(repository, in: console) }
    return status
  }

  private func checkOut(_ repository: Repository, in console: Console) throws {
    let others = "Give writing commands --branch proposal/\(id), or run 'git switch proposal/\(id)'."
    guard !noSwitch, repository.workTree != nil else { return console.print(others) }
    let answer = try repository.switchBranch(to: "proposal/\(id)")
    if answer.succeeded {
      console.print(
        console.commands.naming("It is checked out; change the strategy, then run 'northstar propose plan'."))
    } else {
      console.note("note: it is not checked out, because your changes are in the way")
      console.print(others)
    }
  }
}

struct ProposeListCommand: ReadingCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List open proposals with their age and missing approvals",
    discussion: """
      Examples:
        northstar propose list
        northstar propose list --format csv
      """)

  @OptionGroup var rows: RowOptions

  @OptionGroup var reading: MomentOptions

  func run(in console: Console) throws -> ExitStatus {
    let repository = try Repository.open(in: console.git)
    let target = try TargetBranch(reading, of: repository, in: console.session)
    let answers = try target.openProposals().map { id, tip in
      ProposalAnswer(
        proposal: try BranchedProposal(id, at: try repository.commit(tip), for: target), target: target)
    }
    let listing = Listing(["id", "state", "days", "by", "missing", "title"], answers) { answer in
      [
        .text(answer.proposal.id), .text(answer.standing), .count(answer.age),
        .list(answer.proposal.words.proposers.sorted()), .list(answer.missing, separator: "; "), .text(answer.title),
      ]
    }
    try console.show(listing, rows, title: "Open proposals", empty: "There is no open proposal.")
    return .clean
  }
}

struct ProposeShowCommand: ReadingCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show a proposal: its reason, its changes, and what people have said about it",
    discussion: """
      Examples:
        northstar propose show count-long-meetings
        northstar propose show --format json
      """)

  @Argument(help: "The proposal (default: the one that is checked out)")
  var id: String?

  @Option(help: "The output format")
  var format = PageFormat.text

  @OptionGroup var reading: MomentOptions

  func run(in console: Console) throws -> ExitStatus {
    let repository = try Repository.open(in: console.git)
    let target = try TargetBranch(reading, of: repository, in: console.session)
    let answer = ProposalAnswer(proposal: try BranchedProposal.named(id, for: target), target: target)
    switch format {
    case .text: console.show(answer.text())
    case .json:
      console.show(
        try encodeJSON(["formatVersion": "1.0", "proposal": answer.json] as JSONValue, notes: console.limits))
    case .markdown: console.show(PageMarkdown(answer.page(notes: console.limits)).text)
    case .html: console.show(PageHTML(answer.page(notes: console.limits)).text)
    }
    return .clean
  }
}
