import Decisions
package import Git
import History
import StrategyModel
import StrategyStore

/// The proposals of a past moment: their branches as they were then, also where they have ended since.
struct PastProposals {
  let target: TargetBranch
  /// The last second of the moment, since 1970.
  let until: Int64
  /// The branch on which proposals land, as it is now.
  let newest: Commit
  let limits: Limits

  /// Those that were open, sorted. Those of which nothing is left but the record of their end are told as unknown.
  func open() throws -> [(id: String, tip: ObjectID)] {
    let ended = try endedSince()
    let landed = ended.isEmpty ? [:] : try landings()
    var tips = try Dictionary(target.repository.proposals().map { ($0.id, [$0.tip]) }) { $0 + $1 }
    limits.add(["a branch that was deleted without a record is not known"])
    for id in ended {
      let left = try remains(of: id, landed)
      if left.isEmpty, tips[id] == nil {
        limits.add(["proposal '\(id)' has ended since, and its commits are not here: it may have been open"])
      }
      tips[id, default: []] += left
    }
    return try tips.keys.sorted().filter { target.ending(of: $0) == nil }.compactMap { id in
      try commit(of: id, among: tips[id] ?? []).map { (id, $0) }
    }
  }

  func tip(of id: String) throws -> ObjectID? {
    let now = try target.repository.proposalTip(id).map { [$0] } ?? []
    return try commit(of: id, among: now + remains(of: id, landings()))
  }

  /// The proposals that the newest record says have ended, and that of the moment does not.
  private func endedSince() throws -> [String] {
    let source = Source.revision(newest, in: target.repository, label: target.name)
    let records = try LoadedMeaning(source, in: target.strategy.folder).snapshot.entities
    return records.compactMap { key, version in
      let hasEnded = version["state"].map { $0 != ProposalState.open.rawValue } ?? false
      return key.kind == .proposal && hasEnded && target.ending(of: key.id) == nil ? key.id : nil
    }.sorted()
  }

  /// What landed since, by the proposals' ids: the commits that were merged.
  private func landings() throws -> [String: ObjectID] {
    let merges = try target.repository.commits(reachedBy: newest, notBy: [target.tip]).filter { $0.parents.count == 2 }
    return Dictionary(
      merges.compactMap { merge in
        Trailers(merge.message)[DecisionTrailer.proposal].first.map { ($0, merge.parents[1]) }
      }
    ) { first, _ in first }
  }

  /// The last commits of a proposal that has ended: kept when it was rejected or withdrawn, merged when it landed.
  private func remains(of id: String, _ landed: [String: ObjectID]) throws -> [ObjectID] {
    [try target.repository.referenceTarget(CloseProposal.archive + id), landed[id]].compactMap(\.self)
  }

  /// The last commit that was there at the moment and has the proposal's record.
  private func commit(of id: String, among tips: [ObjectID]) throws -> ObjectID? {
    let path = try TreePath(StrategyPath(inside: Kind.proposal.home(of: id), of: target.strategy.folder).full)
    for tip in tips {
      let commits = try target.repository.commits(
        reachedBy: target.repository.commit(tip), notBy: [target.tip])
      let last = commits.first { $0.committer.time <= until }
      if let last, try target.repository.file(path, in: last.tree) != nil { return last.id }
    }
    return nil
  }
}

extension TargetBranch {
  /// The proposals that have a branch here and have not ended, sorted; at a past moment, those that were open then.
  package func openProposals() throws -> [(id: String, tip: ObjectID)] {
    if let past { return try past.open() }
    return try repository.proposals().filter { ending(of: $0.id) == nil }
  }

  /// The last commit of a proposal: of the local branch, else of the fetched one; at a past moment, its last one then.
  func proposalTip(_ id: String) throws -> ObjectID? {
    if let past { return try past.tip(of: id) }
    return try repository.proposalTip(id)
  }
}
