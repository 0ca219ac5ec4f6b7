import StrategyModel
import TestSupport

/// How a change is brought to the branch.
enum AttackWay: CaseIterable {
  case direct, landing, handMadeMerge, sideBranch, twoPushes
}

/// A change, who brings it in and how, and whether the policy's table lets it pass.
struct Attack {
  let way: AttackWay
  /// Which variant of the way.
  var form = 0
  let change: AttackedChange
  var author = "ada"
  /// Another author of a part of a proposal.
  var helper: String?
  /// Who merges or lands.
  var merger = "ada"
  var approvers: Set<String> = []
  var objectors: Set<String> = []
  /// What the reference implementation says.
  private(set) var passes = false

  var old: AttackedState { change.old }
  var new: AttackedState { change.new }

  /// - Parameter wanted: whether it should pass; a few tries look for such an attack.
  init(of place: DescribedPlace, _ way: AttackWay, passing wanted: Bool, _ random: inout Chance) {
    var attack = Attack(way, AttackedChange(of: place, &random), &random)
    attack.passes = attack.verdict
    for _ in 0..<40 where attack.passes != wanted {
      attack = Attack(way, AttackedChange(of: place, &random), &random)
      attack.passes = attack.verdict
    }
    self = attack
  }

  private init(_ way: AttackWay, _ change: AttackedChange, _ random: inout Chance) {
    (self.way, self.change) = (way, change)
    form = Int.random(in: 0..<8, using: &random)
    let everybody = AttackedState.people
    let usual = Array(everybody.prefix(4))
    func somebody() -> String {
      (Int.random(in: 0..<8, using: &random) == 0 ? everybody : usual).randomElement(using: &random) ?? "ada"
    }
    author = somebody()
    merger = somebody()
    if Int.random(in: 0..<4, using: &random) == 0 { helper = somebody() }
    approvers = Set(everybody.filter { _ in Int.random(in: 0..<5, using: &random) < 3 })
    if Int.random(in: 0..<12, using: &random) == 0 { objectors = [somebody()] }
    if way == .sideBranch { merger = author }
  }
}

extension Attack {
  private func isThere(_ person: String) -> Bool { old.isKnown(person) && old.isPresent(person) }

  private var verdict: Bool {
    let reference = PolicyReference(before: old)
    switch way {
    case .direct: return reference.passes(old, new, by: author)
    case .landing:
      guard form > 1 else { return false }
      let said = form == 2 ? [] : approvers
      return reference.lands(
        old, new, by: Set([author, helper].compactMap(\.self)), approvedBy: said, objectors: objectors,
        landedBy: merger)
    case .handMadeMerge:
      guard isThere(merger), isThere(author) else { return false }
      return reference.passes(old, new, by: form < 4 ? author : merger)
    case .sideBranch: return reference.passes(old, new, by: author)
    case .twoPushes:
      guard reference.passes(old, between, by: author) else { return false }
      return (isOnePush ? reference : PolicyReference(before: between)).passes(between, new, by: merger)
    }
  }

  /// Two commits at once, both judged by the branch before them.
  var isOnePush: Bool { form % 2 == 0 }

  /// The state of the branch between two pushes.
  var between: AttackedState {
    var state = old
    switch form / 2 {
    case 0:
      for path in change.paths { state.files[path] = nil }
    case 1:
      let settings = Kind.settingsFile
      state.files[settings]?["stewards"] = .list((old.stewards + [merger]).map(Tree.word))
    case 2:
      for team in ["onboarding", "growth"] { state.files["teams/\(team).yaml"]?["lead"] = .word(merger) }
    default:
      if let removed = change.removed { state = removed }
    }
    return state == new ? old : state
  }

  var description: String {
    "\(way) \(form) of \(change.description) by \(author)\(helper.map { " and \($0)" } ?? ""), merged by \(merger), "
      + "approved by \(approvers.sorted()), objected by \(objectors.sorted())"
  }
}

/// A field, or a place around fields, as a kind describes it.
struct DescribedPlace: Sendable {
  let kind: Kind?
  let names: [String]

  /// Every place of every kind, whole files and a sheet of readings.
  static let all: [DescribedPlace] =
    Kind.allCases.flatMap { kind in
      // Everything else depends on the settings, so they are neither added nor removed.
      (kind == .strategy ? [] : [DescribedPlace(kind: kind, names: [])])
        + places(kind.description.fields.filter { $0.name != "kind" }, kind, [])
    } + [DescribedPlace(kind: nil, names: [])]

  private static func places(_ fields: [FieldDescription], _ kind: Kind, _ names: [String]) -> [DescribedPlace] {
    fields.flatMap { field in
      let own = DescribedPlace(kind: kind, names: names + [field.name])
      switch field.shape {
      case .record(let inner), .list(.record(let inner), _): return [own] + places(inner, kind, own.names)
      default: return [own]
      }
    }
  }

  /// Whether it names the entity.
  var isName: Bool {
    [["id"], ["team"], ["cycle"]].contains(names) && (kind == .okrs || kind == .checkins || names == ["id"])
  }

  /// The files that are changed.
  var subjects: [String] {
    switch kind {
    case nil: ["readings/activation-rate.csv"]
    case .strategy: [Kind.settingsFile]
    case .metric:
      ["activation-rate", "weekly-hosted-meetings", "support-load", "onboarding-completion"].map {
        "metrics/\($0).yaml"
      }
    case .person: ["people/omar.yaml", "people/ada.yaml"]
    case .team: ["teams/onboarding.yaml", "teams/growth.yaml"]
    case .cycle: ["cycles/2026-q1.yaml"]
    case .okrs: ["okrs/2026-q1/onboarding.yaml", "okrs/2026-q1/growth.yaml"]
    case .checkins: ["checkins/2026-q1/onboarding.yaml"]
    case .initiative: ["initiatives/tour.yaml"]
    case .workshop: ["workshops/star.yaml"]
    case .proposal: ["proposals/other.yaml"]
    case .review: ["reviews/open.yaml", "reviews/2026-north-star.yaml"]
    case .waiver: ["waivers/depth.yaml"]
    }
  }
}
