import Decisions
import Git
import History
import StrategyModel
import StrategyStore

/// A change to a proposal's record by a commit that is not a landing: it may open, reject or withdraw the proposal.
struct ProposalRecord {
  let change: EntityChange
  let author: String
  let commit: Commit
  let parent: Commit
  let target: TargetBranch

  private var id: String { change.key.id }

  /// The proposal's author, regardless of what the commit claims.
  private var owner: String? { (change.old ?? change.new)?["by"] }

  func refusals() throws -> [Refusal] {
    let policy = ApprovalPolicy(target.snapshot, on: target.today, proposers: [author])
    let state = change.new?["state"].flatMap { ProposalState(rawValue: $0) }
    let wasOpen = change.old.map { $0["state"] == ProposalState.open.rawValue } ?? true
    let isSteward = policy.stewards.contains(author)
    func isWithin(_ name: String, _ field: FieldChange) -> Bool {
      field.path.prefix { $0 != "[" && $0 != "." } == name
    }
    if change.what == .changed, change.fields.allSatisfy({ isWithin("meta", $0) }) { return [] }
    if state != .landed, change.fields.contains(where: { $0.new != nil && isWithin("approved_by", $0) }) {
      return refused("only its landing may record who approved it", [])
    }
    if change.old != nil, change.new != nil, change.new?["by"] != owner, !isSteward {
      return refused("it is the proposal of \(owner ?? "somebody else")", [])
    }
    switch state {
    case .open where change.old == nil:
      return change.new?["by"] == author ? [] : refused("it names an author other than \(author)", [])
    case .rejected where wasOpen, .withdrawn where wasOpen:
      return try ending(isWithdrawal: state == .withdrawn, policy)
    case .landed where change.old?["state"] != ProposalState.landed.rawValue:
      return refused(
        "its change has not landed: a landing is a merge with the proposal's tip as its second parent",
        ["Land it: \(run: .landProposal(id))."])
    case .open where wasOpen:
      guard owner == author || isSteward else {
        return refused("it is the proposal of \(owner ?? "somebody else")", [])
      }
      let isExplained = isSteward || policy.requirements(for: [change]).isEmpty
      return isExplained ? [] : refused("it records an end before the proposal has ended", [])
    default:
      let requirements = policy.requirements(for: [change])
      let isEnded = change.old != nil && !wasOpen
      return requirements.isEmpty && !isEnded ? [] : refused("the end of a proposal is not changed afterwards", [])
    }
  }

  private func ending(isWithdrawal: Bool, _ policy: ApprovalPolicy) throws -> [Refusal] {
    let trailers = Trailers(commit.message)
    let deciders = trailers[DecisionTrailer.decidedBy]
    guard deciders.allSatisfy({ $0 == author }) else {
      return refused("it says that somebody other than \(author) decided it", [])
    }
    let tip = try tip(judged: trailers[DecisionTrailer.judged].only)
    let proposal = try tip.flatMap { tip in
      try target.repository.mergeBase(parent.id, tip.id) == nil
        ? nil : BranchedProposal(id, at: tip, for: target.at(parent))
    }
    let writers = proposal?.words.proposers ?? Set([owner].compactMap(\.self))
    if isWithdrawal {
      // The author of a single commit is not necessarily the proposal's author.
      guard let owner = proposal.map(\.opener) ?? owner else { return refused("nobody opened it", []) }
      return owner == author ? [] : refused("only its author may withdraw it (\(owner))", [])
    }
    let asked = Set((proposal?.state.lines.flatMap(\.requirement.people) ?? []) + policy.stewards).subtracting(writers)
    return asked.contains(author)
      ? [] : refused("\(author) may not reject it; these may: \(asked.sorted().joined(separator: ", "))", [])
  }

  /// The proposal in the repository takes precedence over what the commit claims.
  private func tip(judged: String?) throws -> Commit? {
    let repository = target.repository
    for name in [BranchedProposal.prefix + id, CloseProposal.archive + id] where Identifier.isValid(id) {
      if let found = try repository.referenceTarget(name) { return try repository.commit(found) }
    }
    guard let named = judged.flatMap({ ObjectID(hex: $0) }) else { return nil }
    return try? repository.commit(named)
  }

  private func refused(_ reason: String, _ help: [Remedy]) -> [Refusal] {
    [Refusal(reason, in: commit, of: change.key.description, help: help)]
  }
}
