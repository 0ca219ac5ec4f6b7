import Decisions
import Git
import History
import StrategyModel

/// Changes that somebody made on the branch itself, which pass as far as nobody else must be asked.
struct DirectChange {
  let changes: [EntityChange]
  let author: String
  let commit: Commit
  let parent: Commit
  let target: LandingTarget

  private var policy: LandingPolicy {
    LandingPolicy(target.snapshot, on: target.today, proposers: [author])
  }

  private var isSteward: Bool { policy.stewards.contains(author) }

  func refusals() throws -> [Refusal] {
    var refusals: [Refusal] = []
    var rest: [EntityChange] = []
    for change in changes {
      switch change.key.kind {
      case .checkins where change.what != .removed: refusals += checkIns(change)
      case .proposal: refusals += try record(change)
      case .review where isSteward, .waiver where isSteward, .cycle where isSteward: break
      default: rest.append(change)
      }
    }
    return refusals + unapproved(rest)
  }

  /// Whatever needs somebody's approval has to come as a proposal.
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
    let altered = change.fields.filter { $0.old != nil && !$0.isNewName }
    guard altered.isEmpty else {
      return altered.map {
        Refusal(
          "check-ins are only added to", in: commit, of: change.subject(of: $0),
          help: ["Add a check-in that says with 'corrects' which one it corrects."])
      }
    }
    // A team that gets a new id with the check-ins is the one that the branch knows.
    let team = change.old?["team"] ?? change.new?["team"]
    let entry = team.flatMap { target.snapshot.entities[EntityKey(.team, $0)] }
    let okrs = target.snapshot.entities[EntityKey(.okrs, change.formerKey.id)]
    let owners = okrs?.keyResultStems.compactMap { okrs?[$0 + ".owner"] } ?? []
    let entitled = Set([entry?["lead"]].compactMap(\.self) + (entry?.list("members") ?? []) + owners + policy.stewards)
    guard !entitled.contains(author) else { return [] }
    return [
      Refusal(
        "\(author) is not in \(team ?? "the team") and owns none of its key results", in: commit,
        of: change.key.description, help: ["Let one of these check in: \(entitled.sorted().joined(separator: ", "))."])
    ]
  }

  private func record(_ change: EntityChange) throws -> [Refusal] {
    try ProposalRecord(change: change, author: author, commit: commit, parent: parent, target: target).refusals()
  }
}
