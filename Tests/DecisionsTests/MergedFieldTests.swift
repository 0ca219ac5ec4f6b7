import Decisions
import StrategyModel
import Testing

/// The description of a field decides how changes on two sides merge, and who may change it: a list merges by the keys
/// of its items, everything else as one value. The consequence of a change plays no role here: when both sides change
/// something differently, a person decides.
@Suite struct MergedFieldTests {
  /// A field with one value, and the documents that contain it.
  struct Place: Sendable, CustomTestStringConvertible {
    let kind: Kind
    let name: String
    let lines: @Sendable (String) -> [String]

    var testDescription: String { "\(kind.rawValue) \(lines("…").joined(separator: " / "))" }
    var path: String {
      switch kind {
      case .strategy: "northstar.yaml"
      case .okrs, .checkins: "\(kind.folder ?? "")/2026-q1/growth.yaml"
      default: "\(kind.folder ?? "")/x.yaml"
      }
    }

    func text(_ value: String, behind more: [String] = []) -> [UInt8] {
      let name = kind == .okrs || kind == .checkins ? ["team: growth", "cycle: 2026-q1"] : ["id: x"]
      return Array((["kind: \(kind.rawValue)"] + name + lines(value) + more).map { $0 + "\n" }.joined().utf8)
    }
  }

  static let places: [Place] = Kind.allCases.flatMap { kind in
    let own = kind.description.fields.filter { !["kind", "id", "meta"].contains($0.name) }
    let named = kind == .okrs || kind == .checkins ? ["team", "cycle"] : []
    return places(own.filter { !named.contains($0.name) }, of: kind) { $0 }
  }

  private static func places(
    _ fields: [FieldDescription], of kind: Kind, in wrapped: @escaping @Sendable ([String]) -> [String]
  ) -> [Place] {
    fields.flatMap { field -> [Place] in
      let name = field.name
      switch field.shape {
      case .record(let inner):
        return places(inner, of: kind) { lines in wrapped(["\(name):"] + lines.map { "  " + $0 }) }
      case .list(.record(let inner), let key):
        let known = inner.filter { key == nil ? $0.isRequired && $0.shape.isShort : $0.name == key }.map(\.name)
        // An item without a name counts as another item when it changes.
        guard !known.isEmpty else { return [] }
        let naming = known.map { "\($0): x" }
        return places(inner.filter { !known.contains($0.name) }, of: kind) { lines in
          let all = naming + lines
          return wrapped(["\(name):", "  - " + all[0]] + all.dropFirst().map { "    " + $0 })
        }
      case .list, .anything: return []
      case .dictionary: return [Place(kind: kind, name: "x") { wrapped(["\(name):", "  x: \($0)"]) }]
      default: return [Place(kind: kind, name: name) { wrapped(["\(name): \($0)"]) }]
      }
    }
  }

  @Test func everyFieldIsWalked() { #expect(Self.places.count > 130) }

  @Test(arguments: places) func twoValuesOfAFieldAreAConflictThere(_ place: Place) throws {
    let merge = FileMerge(path: place.path, base: place.text("1"), ours: place.text("2"), theirs: place.text("3"))
    guard case .conflict(let found) = merge.outcome else {
      Issue.record("\(merge.outcome)")
      return
    }
    let field = try #require(found.first?.field)
    #expect(found.count == 1)
    #expect(field == place.name || field.hasSuffix(".\(place.name)"), "\(field)")
  }

  @Test(arguments: places) func oneSidesValueIsTakenBesideTheOthersWork(_ place: Place) {
    let more = ["meta:", "  seen: here"]
    let merge = FileMerge(
      path: place.path, base: place.text("1"), ours: place.text("1", behind: more), theirs: place.text("2"))
    #expect(merge.outcome == .merged(place.text("2", behind: more)))
  }
}

extension Shape {
  /// Whether it may distinguish the item from the others.
  fileprivate var isShort: Bool {
    switch self {
    case .identifier, .reference, .entity, .local, .day: true
    default: false
    }
  }
}
