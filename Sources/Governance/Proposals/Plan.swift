package import Decisions
import Git
package import History
import Presentation
import Rules
package import StrategyModel
package import StrategyStore

/// What a proposal changes, its effects, and who must approve it.
package struct Plan {
  let old: String
  let new: String
  let target: String
  /// Sorted by entity, without the proposal's own record.
  package let changes: [EntityChange]
  package let effects: [Effect]
  package let requirements: [Requirement]
  let digest: ChangeDigest
  let proposers: Proposers
  /// Notes for people, printed with the plan.
  package let notes: [String]

  /// - Parameter day: for which it is planned; `nil` for today.
  package init(_ range: PlanRange, of choice: String?, on day: Day? = nil, in session: Session) throws {
    let (base, head) = (try Side(range.base, choice), try Side(range.head, choice))
    let target = try range.target.name == range.base.name ? base : Side(range.target, choice)
    let day = try day ?? session.today(in: target.strategy)
    let all = base.snapshot.changes(to: head.snapshot)
    (old, new, self.target) = (range.base.name, range.head.name, range.target.name)
    changes = all.ownRecord.map { all.withoutRecord(of: $0) } ?? all
    digest = ChangeDigest(changes, of: target.snapshot.strategyID)
    proposers = try Proposers(of: range.commits, among: target.snapshot, in: range.repository)
    requirements = ApprovalPolicy(target.snapshot, on: day, proposers: proposers.people).requirements(for: changes)
    effects =
      BlastRadius(
        changes, from: base.strategy, to: head.strategy,
        faults: changes.isEmpty
          ? ([], [])
          : (Check(base.strategy, today: day).diagnostics, Check(head.strategy, today: day).diagnostics)
      ).effects
    notes =
      [(range.base, base), (range.head, head)].flatMap { source, side in
        side.snapshot.broken.map { "\($0.path) cannot be read in \(source.name): \($0.reason)" }
      } + proposers.strangers.map { "'\($0.visible)' wrote a commit, but is not an address of anybody in people/" }
  }

  /// The most severe level of its changes.
  var level: ChangeClass { changes.map(\.judgement.level).max() ?? .safe }

  /// The number of approvals, counting each person once.
  var approvals: Int { requirements.reduce(0) { $0 + $1.count } }

  /// `Plan: 1 to add, 2 to change, none to remove; breaking; 2 approvals.`
  package var summary: String {
    guard !changes.isEmpty else { return "No change of meaning between \(old.visible) and \(new.visible)." }
    let added = changes.count { $0.what == .added }
    let removed = changes.count { $0.what == .removed }
    let counts = "\(added) to add, \(changes.count - added - removed) to change, \(removed) to remove"
    let needs = requirements.isEmpty ? "no approval" : approvals == 1 ? "1 approval" : "\(approvals) approvals"
    return "Plan: \(counts); \(level.rawValue); needs \(needs)."
  }
}

/// One state of the strategy.
private struct Side {
  let snapshot: Snapshot
  let strategy: Strategy

  init(_ source: Source, _ choice: String?) throws {
    snapshot = try LoadedMeaning(source, choosing: choice).snapshot
    let loaded = try LoadedStrategies(source, choosing: choice)
    strategy = try loaded.strategies.isEmpty ? Strategy(folder: "", files: []) : loaded.only()
  }
}

extension [EntityChange] {
  /// The id of the proposal that the change opens, which is about the rest of the change; `nil` unless there is exactly
  /// one.
  fileprivate var ownRecord: String? {
    let opened = filter {
      $0.key.kind == .proposal && $0.what == .added && $0.new?["state"] == ProposalState.open.rawValue
    }
    return opened.count == 1 ? opened[0].key.id : nil
  }
}
