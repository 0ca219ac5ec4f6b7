import Decisions
import Git
import History
import StrategyModel
import StrategyStore

/// Changes that somebody made on the branch itself, which pass unless somebody else must approve them.
struct DirectChange {
  let changes: [EntityChange]
  let author: String
  let commit: Commit
  let parent: Commit
  let target: TargetBranch

  private var policy: ApprovalPolicy {
    ApprovalPolicy(target.snapshot, on: target.today, proposers: [author])
  }

  private var isSteward: Bool { policy.stewards.contains(author) }

  func refusals() throws -> [Refusal] {
    let forbidden = policy.prohibitions(of: changes, saidBy: [author]).map { Refusal($0, in: commit) }
    var refusals: [Refusal] = []
    var rest: [EntityChange] = []
    for change in changes {
      switch change.key.kind {
      case .checkins where change.what == .added || change.what == .changed: refusals += checkIns(change)
      case .proposal: refusals += try record(change)
      case .review where isSteward || decides(change) || opens(change), .waiver where isSteward: break
      case .cycle where isSteward && change.old?["state"] != CycleState.closed.rawValue: break
      default: rest.append(change)
      }
    }
    return forbidden.isEmpty ? refusals + unapproved(rest) : forbidden + refusals
  }

  /// Whether it is the author's own decision, which has already been checked.
  private func decides(_ change: EntityChange) -> Bool {
    change.new?["decision"] != nil && change.old?["decision"] == nil && change.new?.list("decided_by") == [author]
  }

  /// Whether the author opens a review that is theirs to decide.
  private func opens(_ change: EntityChange) -> Bool {
    guard change.what == .added, let review = change.new, review["decision"] == nil else { return false }
    return policy.decisionRight(in: review)?.people.contains(author) ?? false
  }

  /// A change that needs somebody's approval must come as a proposal.
  private func unapproved(_ changes: [EntityChange]) -> [Refusal] {
    policy.requirements(for: changes).flatMap { requirement in
      requirement.reasons.map { reason in
        let people = requirement.people.isEmpty ? "" : " (\(requirement.people.joined(separator: ", ")))"
        let subject = reason.entity.description + (reason.field.map { ".\($0)" } ?? "")
        return Refusal(
          "\(reason.text); it needs the approval of \(requirement.role)\(people)", in: commit, of: subject,
          help: Refusal.propose)
      }
    }
  }

  private func checkIns(_ change: EntityChange) -> [Refusal] {
    let entitled = policy.reporters(of: change)
    guard !entitled.contains(author) else { return [] }
    let team = policy.team(of: change) ?? "the team"
    return [
      Refusal(
        "\(author) is not in \(team) and owns none of its key results", in: commit,
        of: change.key.description, help: ["Let one of these check in: \(entitled.sorted().joined(separator: ", "))."])
    ]
  }

  private func record(_ change: EntityChange) throws -> [Refusal] {
    try ProposalRecord(change: change, author: author, commit: commit, parent: parent, target: target).refusals()
  }
}
