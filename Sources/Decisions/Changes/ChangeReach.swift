package import History
import StrategyModel

/// How far a change can have an effect: if each of two changes alone breaks no rule and they do not touch, they break
/// none together.
///
/// A rule compares fields of an entity, counts the fields that refer to one, or follows the graph of metrics or teams.
/// So a change has an effect in the entities that it changes, in those that changed values name, and, if it alters the
/// graph or whether something counts at all, wherever somebody relies on the graph.
package struct ChangeReach: Sendable {
  private var names: Set<String> = []
  /// Entities that records merely mention: no rule counts how often.
  private var mentions: Set<String> = []
  /// Changes what leads where, or what counts.
  private var shapesGraph = false
  /// Depends on what leads where.
  private var usesGraph = false
  private var isEverywhere = false

  /// - Parameter ids: of all entities, to recognise which values are references.
  package init(_ changes: [EntityChange], ids: Set<String>) {
    for change in changes { add(change, ids) }
  }

  package func touches(_ other: ChangeReach) -> Bool {
    if isEverywhere || other.isEverywhere { return true }
    if shapesGraph && (other.shapesGraph || other.usesGraph) || usesGraph && other.shapesGraph { return true }
    return !names.isDisjoint(with: other.names) || !names.isDisjoint(with: other.mentions)
      || !mentions.isDisjoint(with: other.names)
  }

  private mutating func add(_ change: EntityChange, _ ids: Set<String>) {
    let isWhole = change.what != .changed
    let kind = change.key.kind
    names.insert(change.key.id)
    if let old = change.old { names.insert(old.key.id) }
    let countsOtherwise = isWhole || change.fields.contains { $0.bears(.counting, in: kind) }
    let values =
      countsOtherwise
      ? ((change.old?.leaves ?? []) + (change.new?.leaves ?? [])).map(\.value)
      : change.fields.flatMap { [$0.old?.value, $0.new?.value].compactMap(\.self) }
    let isRecord = [.proposal, .review, .workshop].contains(change.key.kind)
    if isRecord {
      mentions.formUnion(values.filter(ids.contains))
    } else {
      names.formUnion(values.filter(ids.contains))
    }
    switch change.key.kind {
    // Settings name the NSM, the stewards, the calendar and the rules themselves.
    case .strategy: isEverywhere = true
    case .metric where countsOtherwise || change.fields.contains { $0.bears(.graph, in: kind) }: shapesGraph = true
    case .team where countsOtherwise || change.fields.contains { $0.bears(.graph, in: kind) }: shapesGraph = true
    case .okrs, .initiative, .waiver: usesGraph = true
    case .person where countsOtherwise, .cycle: shapesGraph = true
    default: break
    }
  }
}
