import Decisions
import History
import Rules
import StrategyModel
import StrictYAML
import Testing

/// The gate, the plan and goalposts agree with the field's description of a change.
@Suite struct ConsequenceTests {
  /// A field with a plain value, at a place where a file can have it.
  struct Place: Sendable, CustomTestStringConvertible {
    let kind: Kind
    let path: String
    let consequence: Consequence

    var testDescription: String { "\(kind.rawValue).\(path)" }
    var isIdentity: Bool { consequence.bearing.contains(.identity) }
  }

  static let places: [Place] = Kind.allCases.flatMap { kind in
    places(kind.description.fields.filter { $0.name != "kind" }, of: kind, below: "")
  }

  private static func places(_ fields: [FieldDescription], of kind: Kind, below stem: String) -> [Place] {
    fields.flatMap { field -> [Place] in
      switch field.shape {
      case .record(let inner): return places(inner, of: kind, below: "\(stem)\(field.name).")
      case .list(.record(let inner), _): return places(inner, of: kind, below: "\(stem)\(field.name)[x].")
      case .list: return [Place(kind: kind, path: "\(stem)\(field.name)[x]", consequence: field.consequence)]
      case .dictionary: return [Place(kind: kind, path: "\(stem)\(field.name).x", consequence: field.consequence)]
      default: return [Place(kind: kind, path: stem + field.name, consequence: field.consequence)]
      }
    }
  }

  /// The text around a field that shows whose it is.
  private static let around: [Kind: [String: String]] = [
    .metric: ["owner.team": "onboarding", "owner.person": "ada", "role": "input"],
    .okrs: [
      "team": "onboarding", "cycle": "2026-q1", "objectives[x].agreement.team": "growth",
      "objectives[x].agreement.person": "omar", "objectives[x].key_results[x].type": "milestone",
    ],
    .checkins: ["team": "onboarding", "cycle": "2026-q1"], .proposal: ["state": "open"],
  ]

  private static let company = Company().snapshot

  private static func key(of kind: Kind) -> EntityKey {
    switch kind {
    case .okrs, .checkins: EntityKey(kind, "2026-q1/onboarding")
    case .team: EntityKey(kind, "onboarding")
    default: EntityKey(kind, "x")
    }
  }

  private static func version(_ place: Place, _ value: String) -> EntityVersion {
    var values = around[place.kind] ?? [:]
    values[place.path] = value
    let leaves = values.sorted { $0.key < $1.key }.map { Leaf(path: $0.key, value: $0.value, range: ByteRange(at: 0)) }
    return EntityVersion(key: key(of: place.kind), leaves: leaves)
  }

  private static func change(_ place: Place) throws -> EntityChange {
    let values = place.path == "objectives[x].agreement.person" ? ("lin", "omar") : ("1", "2")
    return try #require(EntityChange(version(place, values.0), version(place, values.1)))
  }

  @Test func everyFieldIsWalked() {
    #expect(Self.places.count > 180)
  }

  /// A safe change may be pushed by anybody who is there; any other needs somebody's approval, by name.
  @Test(arguments: places.filter { !$0.isIdentity })
  func theGateAsksForWhatIsNotSafe(place: Place) throws {
    let change = try Self.change(place)
    let before = Self.company.applying([EntityChange(nil, change.old)].compactMap(\.self))
    let policy = ApprovalPolicy(before, on: SmallStrategy.today, proposers: ["grace"])
    let asked = policy.requirements(for: [change])
    let mayAnybody = [.anybody, .team].contains(place.consequence.keeper)
    #expect(asked.isEmpty == mayAnybody, "\(asked)")
    #expect(change.judgement.level == place.consequence.level)
    #expect(
      (place.consequence.level == .safe) == (place.consequence.keeper == .anybody) || place.consequence.keeper == .team)
    #expect(asked.flatMap(\.reasons).allSatisfy { $0.field == place.path })
  }

  /// New values are judged by the same description.
  @Test(arguments: places.filter { !$0.isIdentity })
  func aFirstValueIsNoLessThanAnotherOne(place: Place) throws {
    let first = FieldChange(
      path: place.path, old: nil, new: Leaf(path: place.path, value: "2", range: ByteRange(at: 0)))
    let judgement = first.judgement(in: place.kind)
    #expect(judgement.keeper == place.consequence.keeper)
    #expect(judgement.level == (place.consequence.fresh == nil ? place.consequence.level : .safe))
  }

  @Test(arguments: Kind.allCases)
  func aFieldThatNothingDescribesIsNotSafe(kind: Kind) {
    let change = FieldChange(
      path: "unheard_of", old: nil, new: Leaf(path: "unheard_of", value: "2", range: ByteRange(at: 0)))
    #expect(change.judgement(in: kind).level > .safe)
    #expect(change.judgement(in: kind).keeper != .anybody)
  }

  /// Goalposts show fields described as part of a commitment, and after the close fields described as a grade.
  @Test(arguments: places.filter { $0.kind == .okrs && !$0.isIdentity }, ["active", "closed"])
  func goalpostsShowWhatIsPromised(place: Place, state: String) throws {
    let change = try Self.change(place)
    let cycle = ["activated": "2026-01-01", "ends": "2026-03-31", "starts": "2026-01-01", "state": state]
      .sorted { $0.key < $1.key }.map { Leaf(path: $0.key, value: $0.value, range: ByteRange(at: 0)) }
    let okrs = "okrs/2026-q1/onboarding.yaml"
    var history = EntityHistory()
    history.append(
      0,
      [
        ("cycles/2026-q1.yaml", .entity(EntityVersion(key: EntityKey(.cycle, "2026-q1"), leaves: cycle))),
        (okrs, change.old.map(FileMeaning.entity)),
      ])
    history.append(1, [(okrs, change.new.map(FileMeaning.entity))])
    let rows = Goalposts.changes(of: "2026-q1", in: history) { SmallStrategy.today + (30 * $0 - 30) }
    let bearing = place.consequence.bearing
    let isShown = bearing.contains(.commitment) || state == "closed" && bearing.contains(.grade)
    #expect(rows.count == (isShown ? 1 : 0))
  }
}
