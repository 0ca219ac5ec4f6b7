import Decisions
import Git
import History
import StrategyModel

/// Judges the steps of a push in one strategy, by the policy, the people and the keys of the old tip.
struct StrategyGate {
  let target: LandingTarget
  let signatures: Signatures
  private let others: [String]

  /// - Parameters:
  ///   - folders: of all strategies on the branch.
  ///   - commits: all that the push brings.
  init(_ target: LandingTarget, among folders: [String], bringing commits: () throws -> [Commit]) throws {
    self.target = target
    others = folders.filter { $0 != target.strategy.folder }
    let policy = LandingPolicy(target.snapshot, on: target.today, proposers: [])
    signatures =
      try policy.requiresSignatures
      ? KeyRing(target.snapshot).signatures(of: commits(), in: target.repository) : Signatures()
  }

  func refusals(_ step: PushedStep) throws -> [Refusal] {
    let folder = target.strategy.folder
    let meaning = try RevisionChanges(
      from: step.parent, to: step.commit, at: step.paths, in: folder, of: target.repository)
    let landing = try Landing(step.commit, on: step.parent, for: target, changes: meaning.changes)
    let files = try PushedFiles(step, in: folder, of: target.repository).refusals(isLanding: landing != nil)
    let unreadable = meaning.broken.map { Refusal("\($0.reason)", in: step.commit, of: $0.path) }
    let doubled = meaning.doubled.sorted().map {
      Refusal(
        "two files say that they are it, so nobody can tell which one counts", in: step.commit, of: $0.description)
    }
    let refusals = files + unreadable + doubled
    guard refusals.isEmpty else { return refusals }
    return try judged(step, meaning, landing)
  }

  private func judged(_ step: PushedStep, _ meaning: RevisionChanges, _ landing: Landing?) throws -> [Refusal] {
    if let landing {
      let author = CommitAuthor(of: step.commit, for: target, signatures)
      return try author.refusals + landing.refusals() + direct(step, landing.besides)
    }
    guard meaning.touchesFiles || !isAboutAnother(step) else { return [] }
    let claims = Claims(step.commit, meaning.changes).refusals
    guard claims.isEmpty, step.commit.parents.count <= 2 else {
      let octopus = Refusal("it merges several branches at once: merge them one by one", in: step.commit)
      return claims.isEmpty ? (meaning.touchesFiles ? [octopus] : []) : claims
    }
    guard meaning.touchesFiles else { return [] }
    let refusals = try direct(step, meaning.changes)
    guard !refusals.isEmpty, step.commit.parents.count == 2 else { return refusals }
    return try isCovered(step, meaning.changes) ? [] : refusals
  }

  /// Whether a step that leaves this strategy alone changes another one.
  private func isAboutAnother(_ step: PushedStep) -> Bool {
    others.contains { folder in step.paths.contains { StrategyPath($0, in: folder)?.isDescription == true } }
  }

  private func direct(_ step: PushedStep, _ changes: [EntityChange]) throws -> [Refusal] {
    let author = CommitAuthor(of: step.commit, for: target, signatures)
    guard let handle = author.handle else { return author.refusals }
    return try DirectChange(
      changes: changes, author: handle, commit: step.commit, parent: step.parent, target: target
    ).refusals()
  }

  /// Whether all that a merge brings was made by commits that pass on their own.
  private func isCovered(_ merge: PushedStep, _ changes: [EntityChange]) throws -> Bool {
    let repository = target.repository
    var made: [EntityChange] = []
    for commit in try repository.commits(reachedBy: merge.commit, notBy: [merge.parent]) where commit != merge.commit {
      guard let first = commit.parents.first else { return false }
      let step = try PushedStep(repository.commit(first), commit, in: repository)
      guard try refusals(step).isEmpty else { return false }
      made += try repository.changes(from: step.parent, to: commit, in: target.strategy.folder)
    }
    let fields = Fields(made)
    return changes.allSatisfy { change in change.fields.allSatisfy { fields.contains($0, of: change) } }
  }
}

/// What a commit's trailers say that it decides, which its files must bear out.
private struct Claims {
  let refusals: [Refusal]

  init(_ commit: Commit, _ changes: [EntityChange]) {
    let trailers = Trailers(commit.message)
    let words = trailers[ProposalWord.decision]
    guard !words.isEmpty else {
      refusals = []
      return
    }
    let records =
      trailers[ProposalWord.proposal].map { EntityKey(.proposal, $0) }
      + trailers[ReviewWord.review].map { EntityKey(.review, $0) }
    let changed = Set(changes.map(\.key))
    let forbidden: Set<String> = ["land", "approve", "request-changes"]
    let reason: String? =
      if let word = words.first(where: forbidden.contains), !trailers[ProposalWord.proposal].isEmpty {
        word == "land"
          ? "it says that it lands a proposal, and is no merge with the proposal's tip and record"
          : "an approval is said on the proposal's branch, not here"
      } else if records.isEmpty || !changed.isSuperset(of: records) {
        "it says that something was decided, and changes no record of it"
      } else {
        nil
      }
    refusals = reason.map { [Refusal($0, in: commit)] } ?? []
  }
}
