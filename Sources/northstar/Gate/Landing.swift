import Decisions
import Git
import History
import StrategyModel

/// A merge that says it lands a proposal: what it brings must be what was approved, and nothing beside it.
struct Landing {
  let id: String
  let commit: Commit
  let parent: Commit
  let tip: Commit
  let proposal: BranchedProposal
  /// With the policy of the old tip.
  let target: LandingTarget
  /// What the merge changes in the branch on which it lands.
  let changes: [EntityChange]

  private var key: EntityKey { EntityKey(.proposal, id) }

  /// `nil` for a commit that is no landing.
  init?(_ commit: Commit, on parent: Commit, for target: LandingTarget, changes: [EntityChange]) throws {
    let trailers = Trailers(commit.message)
    guard commit.parents.count == 2, trailers[ProposalWord.decision] == ["land"],
      let id = trailers[ProposalWord.proposal].only, Identifier.isValid(id),
      changes.contains(where: { $0.key == EntityKey(.proposal, id) }),
      try target.repository.mergeBase(parent.id, commit.parents[1]) != nil
    else { return nil }
    (self.id, self.commit, self.parent, self.target, self.changes) = (id, commit, parent, target, changes)
    tip = try target.repository.commit(commit.parents[1])
    proposal = try BranchedProposal(id, at: tip, for: target.at(parent))
  }

  func refusals() throws -> [Refusal] {
    try latest() + authors() + approvals() + record() + trailers() + contents()
  }

  /// What the merge changes in entities that the proposal leaves alone: the merge's author did that.
  var besides: [EntityChange] {
    let own = Set(proposal.changes.flatMap(\.keys) + [key])
    return changes.filter { Set($0.keys).isDisjoint(with: own) }
  }

  /// Words on the server's branch that the landed tip lacks must not get lost.
  private func latest() throws -> [Refusal] {
    let repository = target.repository
    guard let known = try repository.referenceTarget(proposal.reference), known != tip.id,
      try repository.mergeBase(known, tip.id) != known
    else { return [] }
    return [
      refusal(
        "proposal/\(id) has commits here that were not landed: \(known.short)",
        ["Fetch them, and land again: git fetch, git switch proposal/\(id), northstar propose land \(id)."])
    ]
  }

  private func authors() -> [Refusal] {
    let policy = LandingPolicy(target.snapshot, on: target.today, proposers: [])
    var refusals = proposal.words.strangers.map { refusal("'\($0)', who wrote a part of it, is nobody in people/") }
    refusals += proposal.words.unproven.map {
      Refusal(
        "it is not signed with a key of its author's", in: $0, of: key.description,
        help: ["Sign the proposal's commits with the keys that people/ has."])
    }
    for person in proposal.words.proposers.sorted() where policy.standing(of: person) != .present {
      refusals.append(refusal("\(person), who wrote a part of it, is not here any more, or not yet"))
    }
    if let by = proposal.record?["by"], !proposal.words.proposers.contains(by) {
      refusals.append(refusal("its record is of \(by), who wrote none of its commits"))
    }
    return refusals
  }

  private func approvals() -> [Refusal] {
    let state = proposal.state
    let help = whyVoid + ["Have it approved: northstar propose approve \(id)."]
    var refusals = state.lines.filter { !$0.isMet }.flatMap { line in
      line.requirement.reasons.map { reason in
        let people = line.candidates.isEmpty ? "nobody may" : line.candidates.joined(separator: ", ")
        let subject = reason.entity.description + (reason.field.map { ".\($0)" } ?? "")
        return Refusal(
          "\(reason.text); the approval of \(line.requirement.role) is missing (\(people))", in: commit, of: subject,
          help: help)
      }
    }
    refusals += state.requests.map { refusal("\($0.person) asks for changes (\($0.commit.prefix(7)))") }
    return refusals
  }

  private var whyVoid: [String] {
    proposal.state.voided.map { "The word of \($0.approval.person) does not count: \($0.reason)." }
  }

  /// The record may differ from the branch's in how the proposal ended, and that has to be so.
  private func record() -> [Refusal] {
    guard let change = changes.first(where: { $0.key == key }), let new = change.new, let own = proposal.record else {
      return [refusal("there is no record of it on its branch and after the landing")]
    }
    if let old = change.old, old["state"] != ProposalState.open.rawValue {
      return [refusal("it has ended before: its record says '\(old["state"] ?? "nothing")'")]
    }
    guard new["state"] == ProposalState.landed.rawValue else {
      return [refusal("its record does not say that it landed")]
    }
    let ending: Set<Substring> = ["state", "closed", "touches", "approved_by", "because"]
    let altered = EntityChange(own, new)?.fields.first { field in
      !ending.contains(field.path.prefix { $0 != "[" && $0 != "." })
    }
    if let altered { return [refusal("its record says otherwise than its branch: \(altered.path)")] }
    return credited(new.list("approved_by"), "its record")
  }

  private func trailers() -> [Refusal] {
    let trailers = Trailers(commit.message)
    var refusals: [Refusal] = []
    if trailers[ProposalWord.judged] != [tip.id.description] {
      refusals.append(refusal("its trailer \(ProposalWord.judged) is not its second parent"))
    }
    if trailers[ProposalWord.digest] != [proposal.digest.description] {
      refusals.append(refusal("its trailer \(ProposalWord.digest) is that of another change"))
    }
    return refusals + credited(trailers[ProposalWord.person], "its message")
  }

  /// Whether those who are said to have approved have, and are enough.
  private func credited(_ people: [String], _ place: String) -> [Refusal] {
    let voided = Set(proposal.state.voided.map(\.approval.commit))
    let given = proposal.words.approvals.filter { $0.verdict == .approve && !voided.contains($0.commit) }
    let strangers = Set(people).subtracting(given.map(\.person)).sorted()
    guard strangers.isEmpty else {
      return [
        refusal("\(place) says that \(strangers.joined(separator: ", ")) approved it, which they have not", whyVoid)
      ]
    }
    let lacks = proposal.state.isApproved && proposal.state.lines.contains { !Set(people).isSuperset(of: $0.metBy) }
    return lacks ? [refusal("\(place) does not say who approved it")] : []
  }

  /// Field by field, what lands is what was proposed.
  private func contents() throws -> [Refusal] {
    let proposed = Fields(proposal.changes)
    let own = Set(proposal.changes.flatMap(\.keys))
    let smuggled = changes.filter { $0.key != key && !Set($0.keys).isDisjoint(with: own) }.flatMap { change in
      change.fields.filter { !proposed.contains($0, of: change) }.map { (change, $0) }
    }
    let lost = try target.repository.changes(from: tip, to: commit, in: target.strategy.folder).flatMap { change in
      change.fields.filter { proposed.concerns($0, of: change) }.map { (change, $0) }
    }
    return (smuggled + lost).map { change, field in
      Refusal(
        "the merge has '\(field.new?.value ?? "nothing")' here, which is not what was proposed and approved",
        in: commit, of: change.subject(of: field),
        help: ["Land it as it was approved: northstar propose land \(id)."])
    }
  }

  private func refusal(_ reason: String, _ help: [String] = []) -> Refusal {
    Refusal(reason, in: commit, of: key.description, help: help)
  }
}

/// What fields become.
struct Fields {
  private struct Place: Hashable {
    let key: EntityKey
    let path: String
  }

  private var values: [Place: Set<String?>] = [:]

  init(_ changes: [EntityChange]) {
    for change in changes {
      for field in change.fields {
        values[Place(key: change.key, path: field.path), default: []].insert(field.new?.value)
      }
    }
  }

  func concerns(_ field: FieldChange, of change: EntityChange) -> Bool {
    values[Place(key: change.key, path: field.path)] != nil
  }

  /// Whether a field becomes here what it becomes there.
  func contains(_ field: FieldChange, of change: EntityChange) -> Bool {
    values[Place(key: change.key, path: field.path)]?.contains(field.new?.value) ?? false
  }
}

extension EntityChange {
  /// Of a renamed team, both.
  var keys: [EntityKey] { Set([key, old?.key ?? key]).sorted() }
}
