package import Git
import History
import StrategyModel
package import StrategyStore

/// Decides whether a push may move the protected branches as requested; writes nothing to the repository.
package struct Gate {
  package let repository: Repository
  let session: Session
  let progress = GateProgress()

  package init(in session: Session) throws {
    // A replaced commit would show git a history other than the one that is pushed.
    var variables = session.git.variables
    variables["GIT_NO_REPLACE_OBJECTS"] = "1"
    var session = session
    session.git = GitEnvironment(directory: session.git.directory, variables: variables)
    self.session = session
    repository = try Repository.open(in: session.git)
  }

  package func judge(_ moves: [ReferenceMove], protecting branches: ProtectedBranches) throws -> GateVerdict {
    var verdict = GateVerdict()
    let moves = try moves.map { move in
      let reference = try repository.resolvedReference(move.reference)
      return (name: move.reference, move: ReferenceMove(reference, from: move.old, to: move.new))
    }
    let proposals = try PushedProposals(moves.map(\.move), protecting: branches, in: repository, session)
    for (name, move) in moves {
      if let twin = branches.likeness(of: move.reference), move.new != nil {
        let reason = "on a case-insensitive file system it collides with the protected branch '\(twin.shortBranch)'"
        verdict.refuse(name, [Refusal(reason)])
      } else if move.reference.hasPrefix(ProtectedBranches.archive) {
        verdict.refuse(name, try archive(move) + proposals.archiveRefusals(move))
      } else if branches.contains(move.reference) {
        do {
          try judge(move, named: name, beside: branches.main.flatMap { try repository.referenceTarget($0) }, &verdict)
        } catch let error as GitError where error.isOfContents {
          let failure = StrategyError(error)
          verdict.refuse(name, [Refusal(failure.message, help: failure.help)])
        }
      } else if move.reference.hasPrefix(BranchedProposal.prefix) {
        verdict.refuse(name, try proposals.branchRefusals(move))
      }
    }
    return verdict
  }

  /// References to decisions stay reachable.
  private func archive(_ move: ReferenceMove) throws -> [Refusal] {
    guard let old = move.old else { return [] }
    guard let new = move.new else { return [Refusal("records of decisions are never removed")] }
    return try old == new || repository.mergeBase(old, new) == old
      ? [] : [Refusal("records of decisions may only grow")]
  }

  /// - Parameter main: the main branch as it is before the push; `nil` when there is none yet.
  private func judge(
    _ move: ReferenceMove, named name: String, beside main: ObjectID?, _ verdict: inout GateVerdict
  ) throws {
    guard let id = move.new else {
      return verdict.refuse(name, [Refusal("a protected branch cannot be removed")])
    }
    let new = try repository.commit(id)
    guard move.old != id else { return }
    progress.now("comparing the commits of '\(name.shortBranch)'")
    if let oldID = move.old {
      let old = try repository.commit(oldID)
      guard let steps = try repository.steps(from: old, to: new) else {
        return verdict.refuse(name, [try wrongWay(old, new)])
      }
      try judge(steps, from: old, to: new, move.reference, named: name, &verdict)
    } else if let main {
      guard let (start, steps) = try start(of: new, on: main) else {
        return verdict.refuse(
          name,
          [
            Refusal(
              "it does not start on the main branch, by which it is judged", in: new,
              help: ["Start it there: git switch --create \(move.reference.shortBranch) origin/<main branch>."])
          ])
      }
      guard !steps.isEmpty else { return }
      try judge(steps, from: start, to: new, move.reference, named: name, &verdict)
    } else {
      let tip = try PushedTip(new, of: move.reference, in: repository, session)
      verdict.refuse(name, try tip.refusals(since: nil, touched: []), try tip.findings(since: nil, touched: []))
    }
  }

  /// Where a new branch leaves the main one, along the first parents of both, and its steps from there.
  private func start(of new: Commit, on main: ObjectID) throws -> (Commit, [PushedStep])? {
    guard let base = try repository.mergeBase(main, new.id) else { return nil }
    let start = try repository.commit(base)
    guard try repository.firstParentLine(from: main, upTo: { $0 == base }).isKnown,
      let steps = try repository.steps(from: start, to: new)
    else { return nil }
    return (start, steps)
  }

  private func judge(
    _ steps: [PushedStep], from old: Commit, to new: Commit, _ reference: String, named name: String,
    _ verdict: inout GateVerdict
  ) throws {
    let paths = try repository.paths(touchedBy: steps)
    progress.now("reading '\(name.shortBranch)'")
    let tip = try PushedTip(new, of: reference, in: repository, session)
    let oldTip = try OldTip(
      old, of: reference, in: repository, touching: paths.union(tip.misplaced),
      besideCommitments: try isHarmless(steps), session)
    session.retained.keep(oldTip)
    let brought = try repository.commits(reachedBy: new, notBy: [old])
    var refusals = try brought.compactMap { commit in
      try repository.irregularity(of: commit).map { Refusal($0, in: commit) }
    }
    guard refusals.isEmpty else { return verdict.refuse(name, refusals) }
    for (_, target) in oldTip.targets.sorted(by: { $0.key < $1.key }) {
      let gate = try StrategyGate(target, among: Array(oldTip.targets.keys), bringing: brought)
      let name = oldTip.name(of: target)
      for (number, step) in steps.enumerated() {
        progress.now("judging commit \(number + 1) of \(steps.count), \(step.commit.id.short)")
        refusals += try gate.refusals(step).map { $0.of(name) }
      }
    }
    // A day that is set for a test must not make a correct clock look wrong.
    let today = (oldTip.targets.values.map(\.today) + [Day(of: session.now, in: .utc)]).max()
    if let today { refusals += steps.compactMap { $0.timeRefusal(on: today) } }
    progress.now("checking what '\(name.shortBranch)' would hold")
    refusals += try tip.refusals(since: oldTip, touched: paths)
    verdict.refuse(name, refusals, try tip.findings(since: old, touched: paths))
  }

  /// Whether no change of a metric could raise anybody's score, so that commitments need not be read.
  private func isHarmless(_ steps: [PushedStep]) throws -> Bool {
    try steps.allSatisfy { step in
      let folders = Set(step.paths.flatMap(StrategyPath.candidates).map(\.folder))
      return try step.commit.parents.count == 1
        && folders.allSatisfy { folder in
          try RevisionChanges(from: step.parent, to: step.commit, at: step.paths, in: folder, of: repository)
            .changes.allSatisfy {
              $0.judgement.level == .safe && $0.judgement.keeper == .anybody && $0.key.kind != .okrs
                && $0.key.kind != .checkins
            }
        }
    }
  }

  private func wrongWay(_ old: Commit, _ new: Commit) throws -> Refusal {
    guard try repository.mergeBase(old.id, new.id) == old.id else {
      return Refusal(
        "it would drop existing commits (\(old.id.short)): protected branches only grow",
        help: ["Start from the current branch: git fetch, then git rebase."])
    }
    return Refusal(
      "its merge has the branch as its second parent, but history follows the first", in: new,
      help: ["Merge the other way round: check out the protected branch and merge yours. Or: git pull --rebase."])
  }
}
