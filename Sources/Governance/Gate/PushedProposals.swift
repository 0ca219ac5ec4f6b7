import Decisions
import Git
import History
import StrategyModel
import StrategyStore

/// What a push does to the branches of proposals: statements on them stay there until their records have ended.
struct PushedProposals {
  private let repository: Repository
  private let session: Session
  /// The main branch before the push, and after it.
  private let main: (reference: String, old: ObjectID, new: ObjectID)?

  /// - Parameter moves: all of the push.
  init(
    _ moves: [ReferenceMove], protecting branches: ProtectedBranches, in repository: Repository,
    _ session: Session
  ) throws {
    (self.repository, self.session) = (repository, session)
    guard let reference = branches.main, let old = try repository.referenceTarget(reference) else {
      main = nil
      return
    }
    let new = moves.first { $0.reference == reference }?.new
    main = (reference, old, new ?? old)
  }

  /// A branch may grow, and may be removed once its proposal has ended; otherwise its record and all statements must be
  /// kept.
  func branchRefusals(_ move: ReferenceMove) throws -> [Refusal] {
    guard let main, let old = move.old, old != move.new else { return [] }
    if let new = move.new, try repository.mergeBase(old, new) == old { return [] }
    let id = String(move.reference.dropFirst(BranchedProposal.prefix.count))
    guard Identifier.isValid(id), try !hasEnded(id, main.new) else { return [] }
    let tip = try OldTip(
      repository.commit(main.old), of: main.reference, in: repository, touching: [], besideCommitments: true,
      session)
    session.retained.keep(tip)
    return try tip.targets.values.flatMap { target in
      let before = try Said(id, at: old, for: target)
      guard let new = move.new else { return before.isEmpty ? [] : [open(id).of(tip.name(of: target))] }
      return try before.lost(in: Said(id, at: new, for: target)).map { Refusal($0, help: Self.keep) }
    }
  }

  private static let keep: [Remedy] = ["Keep those commits: include them in the rebase, or commit on top of them."]

  private func open(_ id: String) -> Refusal {
    Refusal(
      "the proposal has not ended, and the statements on its branch would be lost",
      help: [
        "End it first: \(run: .withdrawProposal(id)).",
        "Then push the main branch together with the removal.",
      ])
  }

  /// The commits of an ended proposal are kept under its name, and no others.
  func archiveRefusals(_ move: ReferenceMove) throws -> [Refusal] {
    guard move.reference.hasPrefix(CloseProposal.archive), let new = move.new, new != move.old, let main else {
      return []
    }
    let id = String(move.reference.dropFirst(CloseProposal.archive.count))
    if try repository.referenceTarget(BranchedProposal.prefix + id) == new, try hasEnded(id, main.new) { return [] }
    for commit in try repository.firstParentLine(from: main.new).commits {
      let trailers = Trailers(try repository.commit(commit.id).message)
      if trailers[DecisionTrailer.proposal] == [id], trailers[DecisionTrailer.judged] == ["\(new)"] { return [] }
    }
    return [Refusal("it is not the commit with which the proposal ended on '\(main.reference.shortBranch)'")]
  }

  /// Whether a record on the main branch says that the proposal has ended.
  private func hasEnded(_ id: String, _ commit: ObjectID) throws -> Bool {
    let commit = try repository.commit(commit)
    let folders = try Source.revision(commit, in: repository).everyStrategyFolder()
    return try folders.contains { folder in
      let path = StrategyPath(inside: Kind.proposal.home(of: id), of: folder)
      guard let file = try repository.file(TreePath(path.full), in: commit.tree),
        let record = FileMeaning(path: path.inside, text: try repository.contents(of: file)).entity
      else { return false }
      return record["state"].map { $0 != ProposalState.open.rawValue } ?? false
    }
  }
}

/// The content of a proposal's branch that others rely on.
private struct Said {
  /// The person who opened it.
  private let opener: String?
  /// Each person's last statement.
  private let verdicts: [String: Approval.Verdict]

  var isEmpty: Bool { opener == nil && verdicts.isEmpty }

  init(_ id: String, at tip: ObjectID, for target: TargetBranch) throws {
    guard try target.repository.mergeBase(target.tip.id, tip) != nil else {
      (opener, verdicts) = (nil, [:])
      return
    }
    let proposal = try BranchedProposal(id, at: target.repository.commit(tip), for: target)
    opener = proposal.opener
    verdicts = Dictionary(
      proposal.words.approvals.filter { if case .bad = $0.signature { false } else { true } }
        .map { ($0.person, $0.verdict) }
    ) { $1 }
  }

  /// What another state of the branch lacks, one clause each.
  func lost(in other: Said) -> [String] {
    var lost = verdicts.filter { other.verdicts[$0.key] != $0.value }.sorted { $0.key < $1.key }.map {
      person, verdict in
      "\(person) has \(verdict == .approve ? "approved it" : "requested changes"), which would be lost"
    }
    if let opener, other.opener != opener {
      lost.append("it would no longer say that it is the proposal of \(opener)")
    }
    return lost
  }
}
