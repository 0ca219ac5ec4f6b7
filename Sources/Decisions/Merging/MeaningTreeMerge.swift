import History
import StrategyModel
import StrictYAML

/// The changes that bring the other side's work into our text, and what both sides changed differently.
///
/// When one side removes an item of a list, or a mapping with fields of its own, and the other changes it, it is in
/// conflict as a whole; so is an item that both add differently. Lists and mappings with free names are sets of their
/// members.
struct MeaningTreeMerge {
  /// Which side's text to use where the sides are in conflict.
  enum Favour { case ours, theirs, base }

  /// The position of a part in our text, present or not.
  struct Spot {
    let path: [PathStep]
    /// As in the paths of leaves.
    let name: String
    /// Whether adding it on both sides is one decision, not a sum of fields.
    let isItem: Bool
  }

  let favour: Favour
  /// To be made one after the other.
  var changes: [Change] = []
  private(set) var conflicts: [(field: String, values: Sides<String>)] = []

  /// - Parameter kind: the kind of entity that the parts make up. A team's goals and check-ins are a collection: two
  ///   people who both begin the file have added items, and have not decided differently about one thing.
  init(_ sides: Sides<MeaningTree>, of kind: Kind, favouring favour: Favour) {
    self.favour = favour
    merge(sides, Spot(path: [], name: "", isItem: kind != .okrs && kind != .checkins))
  }

  /// What becomes of a part on our side.
  enum Verdict {
    case stays
    /// Its members have been merged, in the text.
    case merged
    /// Is replaced by another; `nil` when it is removed.
    case becomes(MeaningTree?, keeping: Set<String>? = nil)
  }

  /// Decides about one part, and adds the changes below it.
  @discardableResult
  mutating func merge(_ sides: Sides<MeaningTree>, _ spot: Spot) -> Verdict {
    if MeaningTree.same(sides.theirs, sides.base) || MeaningTree.same(sides.theirs, sides.ours) { return .stays }
    let isUntouched = MeaningTree.same(sides.ours, sides.base)
    if !isUntouched, spot.isItem, sides.base == nil { return conflict(sides, spot) }
    switch (sides.ours?.content, sides.theirs?.content) {
    case (.fields(let ours, _)?, .fields(let theirs, _)?):
      mergeFields(Sides(base: sides.base?.fields, ours: ours, theirs: theirs), spot)
      return .merged
    case (.items(let ours)?, .items(let theirs)?):
      mergeItems(Sides(base: sides.base?.items, ours: ours, theirs: theirs), spot)
      return .merged
    case _ where isUntouched: return .becomes(sides.theirs)
    case (.items(let ours)?, nil):
      mergeItems(Sides(base: sides.base?.items, ours: ours, theirs: Members()), spot)
      return .merged
    case (.fields(let ours, isOpen: true)?, nil):
      mergeFields(Sides(base: sides.base?.fields, ours: ours, theirs: Members()), spot)
      return .merged
    case (nil, .items(let theirs)?): return survivors(sides, sides.base?.items, theirs, spot)
    case (nil, .fields(let theirs, isOpen: true)?): return survivors(sides, sides.base?.fields, theirs, spot)
    default: return conflict(sides, spot)
    }
  }

  private mutating func conflict(_ sides: Sides<MeaningTree>, _ spot: Spot) -> Verdict {
    let leaves = sides.map { $0.leaves(below: spot.name) }
    let all = Set([leaves.base, leaves.ours, leaves.theirs].compactMap { $0?.keys }.joined())
    let values = all.sorted().map { path in
      (field: path, values: Sides(base: leaves.base?[path], ours: leaves.ours?[path], theirs: leaves.theirs?[path]))
    }
    let contested = values.filter { $0.values.isContested }
    let found = contested.isEmpty ? values.filter { $0.values.tells(sides) } : contested
    // One side removed all of it, and the other a part: all of it is removed.
    if found.isEmpty { return sides.ours == nil ? .stays : .becomes(nil) }
    conflicts += found
    switch favour {
    case .ours: return .stays
    case .theirs: return .becomes(sides.theirs)
    case .base: return .becomes(sides.base)
    }
  }

  /// The other side's remaining members when we removed all of ours.
  private mutating func survivors(_ sides: Sides<MeaningTree>, _ base: Members?, _ theirs: Members, _ spot: Spot)
    -> Verdict
  {
    var added: Set<String> = []
    var contested: Set<String> = []
    for member in theirs.all {
      guard let part = member.part else { continue }
      let before = base?[member.name]?.part
      if MeaningTree.same(part, before) { continue }
      let known = conflicts.count
      if before != nil { _ = conflict(Sides(base: before, ours: nil, theirs: part), spot.below(member, sides.theirs)) }
      if before == nil { added.insert(member.name) }
      if conflicts.count > known { contested.insert(member.name) }
    }
    if favour == .base, !contested.isEmpty { return .becomes(sides.base, keeping: contested) }
    let kept = favour == .theirs ? added.union(contested) : added
    return kept.isEmpty ? .stays : .becomes(sides.theirs, keeping: kept)
  }
}

extension MeaningTreeMerge.Spot {
  func below(_ member: Member, _ collection: MeaningTree?) -> MeaningTreeMerge.Spot {
    if case .items? = collection?.content { return item(member) }
    return field(member)
  }

  func field(_ member: Member) -> MeaningTreeMerge.Spot {
    MeaningTreeMerge.Spot(
      path: path + [member.step], name: name.isEmpty ? member.name : "\(name).\(member.name)", isItem: false)
  }

  func item(_ member: Member) -> MeaningTreeMerge.Spot {
    MeaningTreeMerge.Spot(path: path + [member.step], name: "\(name)[\(member.name)]", isItem: true)
  }
}

extension MeaningTree {
  var fields: Members? { if case .fields(let members, _) = content { members } else { nil } }
  var items: Members? { if case .items(let members) = content { members } else { nil } }

  /// The value to write, with only some of the members if not all are wanted.
  func value(keeping names: Set<String>?) -> YAMLValue {
    let value = YAMLValue(asWritten: document, node)
    guard let names else { return value }
    switch (content, value) {
    case (.items(let members), .sequence(let items, let style)):
      return .sequence(zip(members.all, items).filter { names.contains($0.0.name) }.map(\.1), style)
    case (.fields(let members, _), .mapping(let entries)):
      return .mapping(zip(members.all, entries).filter { names.contains($0.0.name) }.map(\.1))
    case (.fields(let members, _), .flowMapping(let entries)):
      return .flowMapping(zip(members.all, entries).filter { names.contains($0.0.name) }.map(\.1))
    default: return value
    }
  }
}

extension Sides<String> {
  /// Whether both sides changed it, each to another value.
  fileprivate var isContested: Bool { ours != theirs && ours != base && theirs != base }

  /// Whether a value shows what the sides disagree about: when one removed everything, what the other changed.
  fileprivate func tells(_ sides: Sides<MeaningTree>) -> Bool {
    if sides.ours == nil { return theirs != nil && theirs != base }
    if sides.theirs == nil { return ours != nil && ours != base }
    return ours != theirs
  }
}
