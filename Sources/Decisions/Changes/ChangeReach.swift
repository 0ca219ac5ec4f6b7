package import History
import StrategyModel

/// How far a change can be felt: two changes that do not touch can break no rule together which each keeps alone.
///
/// A rule compares fields of an entity, counts those that refer to one, or follows the graph of metrics or teams. So a
/// change is felt in the entities that it changes, in those that changed values name, and, where it alters the graph or
/// whether something counts at all, wherever somebody relies on the graph.
package struct ChangeReach: Sendable {
  private var names: Set<String> = []
  /// What records merely mention: no rule counts how often.
  private var mentions: Set<String> = []
  /// Alters what leads where, or what counts.
  private var shapesGraph = false
  /// Relies on what leads where.
  private var usesGraph = false
  private var isEverywhere = false

  /// - Parameter ids: of all entities, by which values are known for references.
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
    let tops = Set(change.fields.map { FieldPath($0.path).top })
    names.insert(change.key.id)
    if let old = change.old { names.insert(old.key.id) }
    let countsOtherwise = isWhole || !tops.isDisjoint(with: Self.counting)
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
    case .metric where countsOtherwise || change.fields.contains(where: \.shapesGraph): shapesGraph = true
    case .team where countsOtherwise || tops.contains("parent"): shapesGraph = true
    case .okrs, .initiative, .waiver: usesGraph = true
    case .person where countsOtherwise, .cycle: shapesGraph = true
    default: break
    }
  }

  /// Fields that decide whether something counts.
  private static let counting: Set<String> = [
    "role", "lifecycle", "state", "ended", "left", "joined", "merged_into", "formerly", "dimension",
  ]
}

extension FieldChange {
  /// Whether a metric's field says what leads where, or what can be reckoned with what.
  fileprivate var shapesGraph: Bool {
    let top = FieldPath(path).top
    return ["drives", "guards", "formula", "supersedes", "leads", "direction"].contains(top)
      || ["definition.unit", "definition.aggregation"].contains(path)
  }
}
