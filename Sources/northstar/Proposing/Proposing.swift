import Decisions
import Diagnostics
import Git
import History
import StrategyModel
import StrictYAML

/// The person at the keyboard, as the target branch knows them.
struct Proposer {
  let handle: String

  /// - Parameter named: a handle that was given; it must be the author's own.
  init(_ target: LandingTarget) throws {
    let author = try target.repository.identity().author
    guard let handle = target.handle(of: author.email) else {
      throw CommandFailure(
        message: "'\(author.email.visible)' is nobody's address in people/ on '\(target.name.visible)'",
        help: [
          "Give git the address that your file has: git config user.email <address>.",
          "If you have no file yet, propose one: 'northstar propose start join-us', then 'northstar add person <handle>'.",
        ])
    }
    self.handle = handle
  }
}

/// Opens a proposal: a branch whose first commit is its record.
struct ProposalOpening {
  let id: String
  let title: String
  let why: String
  let target: LandingTarget

  /// The draft of the record.
  func apply(by proposer: String, to draft: inout StrategyDraft) throws -> CommitWording {
    let path = "proposals/\(id).yaml"
    try draft.requireFree(path)
    let record: [YAMLValue.Entry] = [
      .init("kind", .scalar("proposal")), .init("id", .scalar(id)), .init("title", .scalar(title)),
      .init("why", .scalar(why)), .init("by", .scalar(proposer)),
      .init("opened", .scalar(draft.today.description)), .init("state", .scalar("open")),
    ]
    draft.write(YAMLWriter.text(of: .mapping(record)), to: path)
    return CommitWording(
      topic: "proposal", what: title, reasons: [why], trailers: [(ProposalWord.proposal, id)])
  }

  private var reference: String { BranchedProposal.prefix + id }

  /// Throws when there is a branch of that name.
  func requireNew() throws {
    guard try target.repository.referenceTarget(reference) == nil else { throw taken }
  }

  /// Makes the branch with its first commit; false when that would change nothing.
  func commit(_ writing: StrategyWriting, _ edit: (inout StrategyDraft) throws -> CommitWording) throws -> Bool {
    guard let checked = try writing.draft(on: target.tip, edit) else { return false }
    let repository = target.repository
    let tree = try repository.writeTree(checked.draft.fileChanges(), onto: target.tip.tree)
    let commit = try repository.writeCommit(tree: tree, parents: [target.tip.id], message: checked.message)
    let update = try ReferenceUpdate(reference, from: nil, to: commit.id)
    guard case .done = try repository.update([update], message: "propose: start") else { throw taken }
    return true
  }

  private var taken: CommandFailure {
    CommandFailure(
      message: "there is a proposal '\(id)' already", help: ["Look at it with 'northstar propose show \(id)'."])
  }

  static func requireName(_ id: String) throws(CommandFailure) {
    guard !Identifier.isValid(id) else { return }
    let hint = Identifier.corrected(id).map { ["Perhaps '\($0)'."] } ?? []
    throw CommandFailure(
      status: .usage, message: "'\(id.visible)' is no name for a proposal: words in lower case, with dashes", help: hint
    )
  }
}

/// How a proposal ends without landing, or lands: what its record says from then on.
struct ProposalEnding {
  enum Outcome: String { case landed, rejected, withdrawn }

  let proposal: BranchedProposal
  let outcome: Outcome
  let by: String
  let because: String?
  var approvedBy: [String] = []

  /// The record's text as it is to stand on the target branch.
  func record(_ text: [UInt8]?, on day: Day) throws(CommandFailure) -> [UInt8] {
    guard let text else {
      throw CommandFailure(message: "the branch has no record proposals/\(proposal.id).yaml")
    }
    let document = Document(parsing: text)
    let keys = document.root.map { root in Set(document.entries(of: root).map { document.string(of: $0.key) }) } ?? []
    var values: [(String, YAMLValue)] = [("state", .scalar(outcome.rawValue)), ("closed", .scalar(day.description))]
    let touches = Set(proposal.changes.map(\.key.description)).sorted()
    if !touches.isEmpty { values.append(("touches", .sequence(touches.map(YAMLValue.scalar), .flow))) }
    if !approvedBy.isEmpty { values.append(("approved_by", .sequence(approvedBy.map(YAMLValue.scalar), .flow))) }
    if let because { values.append(("because", .scalar(because))) }
    var changes: [Change] = []
    for (key, value) in values {
      if keys.contains(key) { changes.append(.remove([.key(key)])) }
      changes.append(.insert([], YAMLValue.Entry(key, value), .end))
    }
    var changed = document
    do {
      for change in changes { changed = try changed.applying([change]) }
    } catch {
      throw CommandFailure(message: "cannot edit proposals/\(proposal.id).yaml: \(error.message)")
    }
    return changed.text
  }

  /// The reviews that are decided by landing.
  private var reviews: [(key: String, value: String)] {
    proposal.changes.filter { change in
      change.key.kind == .review && change.new != nil && change.fields.contains { $0.path == "decision" }
    }.map { (ReviewWord.review, $0.key.id) }
  }

  var trailers: [(key: String, value: String)] {
    let word =
      switch outcome {
      case .landed: "land";
      case .rejected: "reject";
      case .withdrawn: "withdraw"
      }
    var trailers = [(ProposalWord.proposal, proposal.id), (ProposalWord.decision, word)]
    for person in outcome == .landed ? approvedBy : [by] { trailers.append((ProposalWord.person, person)) }
    trailers.append((ProposalWord.judged, proposal.tip.id.description))
    trailers.append((ProposalWord.digest, proposal.digest.description))
    return trailers + (outcome == .landed ? reviews : [])
  }
}
