import Decisions
import Git
import History
import StrategyModel
import StrategyStore

/// Judges the steps of a push in one strategy, by the policy, the people and the keys of the old tip.
struct StrategyGate {
  let target: TargetBranch
  let signatures: Signatures
  private let others: [String]
  private let makers: Makers

  /// - Parameters:
  ///   - folders: of all strategies on the branch.
  ///   - commits: all commits of the push.
  init(_ target: TargetBranch, among folders: [String], bringing commits: [Commit]) throws {
    self.target = target
    others = folders.filter { $0 != target.strategy.folder }
    makers = Makers(in: target.strategy.folder, of: target.repository)
    let policy = ApprovalPolicy(target.snapshot, on: target.today, proposers: [])
    signatures =
      try policy.requiresSignatures
      ? KeyRing(target.snapshot).signatures(of: commits, in: target.repository) : Signatures()
  }

  func refusals(_ step: PushedStep) throws -> [Refusal] {
    let folder = target.strategy.folder
    let meaning = try RevisionChanges(
      from: step.parent, to: step.commit, at: step.paths, in: folder, of: target.repository)
    let pushed = PushedFiles(step, in: folder, of: target.repository)
    let files = try pushed.refusals(in: target.strategy.calendar)
    let unreadable = meaning.broken.map { Refusal("\($0.reason)", in: step.commit, of: $0.path) }
    let doubled = meaning.doubled.sorted().map {
      Refusal(
        "two files define this entity; keep one", in: step.commit, of: $0.description)
    }
    let refusals = files + unreadable + doubled
    guard refusals.isEmpty else { return refusals }
    return try judged(step, meaning, pushed)
  }

  private func judged(_ step: PushedStep, _ meaning: RevisionChanges, _ files: PushedFiles) throws -> [Refusal] {
    if let landing = try LandingCommit(step, for: target, changes: meaning.changes) {
      return try CommitAuthor(of: step.commit, for: target, signatures).refusals + landing.refusals()
    }
    let touches = meaning.touchesFiles || !files.sheets.isEmpty
    guard touches || !isAboutAnother(step) else { return [] }
    let claims = Claims(step.commit, meaning.changes)
    guard claims.refusals.isEmpty, touches else { return claims.refusals }
    guard step.commit.parents.count <= 2 else {
      return [Refusal("it merges several branches at once: merge them one by one", in: step.commit)]
    }
    let author = CommitAuthor(of: step.commit, for: target, signatures)
    let ill = author.refusals + claims.refusals(besides: author.handle)
    guard ill.isEmpty else { return ill }
    return try StepParts(step, meaning.changes, files.sheets, by: makers).parts.flatMap { part in
      try direct(part, of: step, files)
    }
  }

  /// The changes that a commit's author made on the branch or brings to it.
  private func direct(_ part: StepParts.Part, of step: PushedStep, _ files: PushedFiles) throws -> [Refusal] {
    let author = CommitAuthor(of: part.maker, for: target, signatures)
    guard let handle = author.handle else { return author.refusals }
    let changes = try DirectChange(
      changes: part.changes, author: handle, commit: part.maker, parent: step.parent, target: target
    ).refusals()
    let stewards = ApprovalPolicy(target.snapshot, on: target.today, proposers: []).stewards
    let late = try part.sheets.filter { sheet in
      try !stewards.contains(handle) && files.growth(of: sheet, in: target.strategy.calendar).reachesBack
    }
    return changes
      + late.map { Refusal(SheetGrowth.late, in: part.maker, of: $0.description, help: [Remedy(SheetGrowth.lateHelp)]) }
  }

  /// Whether a step that leaves this strategy alone changes another one.
  private func isAboutAnother(_ step: PushedStep) -> Bool {
    others.contains { folder in step.paths.contains { StrategyPath($0, in: folder)?.isDescription == true } }
  }
}

/// The decision that a commit's trailers claim, which its files must confirm.
private struct Claims {
  let refusals: [Refusal]
  private let commit: Commit
  private let deciders: [String]

  /// One commit cannot prove that somebody else decided too.
  func refusals(besides author: String?) -> [Refusal] {
    guard let author, deciders.contains(where: { $0 != author }) else { return [] }
    return [Refusal("it says that somebody other than \(author) decided it", in: commit)]
  }

  init(_ commit: Commit, _ changes: [EntityChange]) {
    let trailers = Trailers(commit.message)
    let words = trailers[DecisionTrailer.decision]
    self.commit = commit
    deciders = words.isEmpty ? [] : trailers[DecisionTrailer.decidedBy]
    guard !words.isEmpty else {
      refusals = []
      return
    }
    let kinds: [(word: String, kind: Kind)] = [
      (DecisionTrailer.proposal, .proposal), (DecisionTrailer.review, .review), (DecisionTrailer.workshop, .workshop),
      (DecisionTrailer.cycle, .cycle),
    ]
    let records = kinds.flatMap { word, kind in trailers[word].map { EntityKey(kind, $0) } }
    let changed = Set(changes.map(\.key))
    let forbidden: Set<String> = ["land", "approve", "request-changes"]
    let reason: String? =
      if let word = words.first(where: forbidden.contains), !trailers[DecisionTrailer.proposal].isEmpty {
        word == "land"
          ? "it claims to land a proposal, but is not a merge with the proposal's tip and record"
          : "an approval belongs on the proposal's branch, not here"
      } else if records.isEmpty || !changed.isSuperset(of: records) {
        "it claims that something was decided, but changes no record of it"
      } else {
        nil
      }
    refusals = reason.map { [Refusal($0, in: commit)] } ?? []
  }
}
