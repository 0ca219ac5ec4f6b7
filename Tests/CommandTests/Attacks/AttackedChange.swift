import StrategyModel
import TestSupport

/// One thing that is added, changed or removed in a company.
struct AttackedChange {
  let old: AttackedState
  let new: AttackedState
  /// The files in which they differ.
  let paths: [String]
  /// The state without the thing that changes.
  private(set) var removed: AttackedState?
  let description: String

  init(of place: DescribedPlace, _ random: inout Chance) {
    for attempt in 0... {
      precondition(attempt < 1000, "nothing can happen to \(place)")
      let start = AttackedState.varied(&random)
      let path = place.subjects.randomElement(using: &random) ?? Kind.settingsFile
      let made = place.kind == nil ? start.measured(path, &random) : start.changed(path, place, &random)
      guard let made, made.old != made.new else { continue }
      let differs =
        made.old.sheets != made.new.sheets || !PolicyReference.differences(made.old, made.new).isEmpty
      guard differs else { continue }
      (old, new, removed) = (made.old, made.new, made.removed)
      paths = [path]
      description = "\(made.what) \(path) \(place.names.joined(separator: "."))"
      return
    }
    preconditionFailure("never here")
  }
}

extension AttackedState {
  typealias Made = (old: AttackedState, new: AttackedState, removed: AttackedState?, what: String)

  /// The company in one of many states.
  fileprivate static func varied(_ random: inout Chance) -> AttackedState {
    var state = company
    func chance(_ of: Int) -> Bool { Int.random(in: 0..<of, using: &random) == 0 }
    func set(_ path: String, _ name: String, _ value: Tree?) { state.files[path]?[name] = value }
    let stage = ["active", "active", "draft", "grading", "closed"].randomElement(using: &random) ?? "active"
    set("cycles/2026-q1.yaml", "state", .word(stage))
    let stewards =
      [["ada", "lin"], ["ada", "lin"], ["lin"], ["ada", "lin", "grace"], ["lin", "omar"]].randomElement(using: &random)
      ?? []
    set(Kind.settingsFile, "stewards", .list(stewards.map(Tree.word)))
    if chance(3) {
      let count = Tree.word(String(Int.random(in: 1...3, using: &random)))
      set(Kind.settingsFile, "approvals", .record([Tree.Entry(name: "north_star", value: count)]))
    }
    if chance(8) {
      set("people/\(["ada", "lin", "grace"].randomElement(using: &random) ?? "").yaml", "left", .word("2026-01-10"))
    }
    if chance(6) { set("teams/growth.yaml", "lead", .word("ada")) }
    if chance(6) { set("teams/onboarding.yaml", "lead", .word("grace")) }
    if chance(4) { set("teams/onboarding.yaml", "parent", .word("growth")) }
    if chance(3) {
      for name in ["support-load", "onboarding-completion"] {
        let owner: [Tree.Entry] = [("team", "growth"), ("person", "omar"), ("since", "2026-01-05")].map {
          Tree.Entry(name: $0, value: .word($1))
        }
        set("metrics/\(name).yaml", "owner", .record(owner))
      }
    }
    if chance(6) { set("metrics/onboarding-completion.yaml", "role", .word("north-star")) }
    if chance(4) {
      set(
        "proposals/other.yaml", "state", .word(["landed", "rejected", "withdrawn"].randomElement(using: &random) ?? ""))
    }
    if chance(3) { set("waivers/depth.yaml", "approved_by", .word("lin")) }
    return state
  }

  /// The changes that are possible at a place of a file.
  fileprivate func changed(_ path: String, _ place: DescribedPlace, _ random: inout Chance) -> Made? {
    guard let kind = place.kind else { return nil }
    var full = self
    // Half of the files have all fields.
    let isFilled = Bool.random(using: &random)
    if isFilled || !place.names.isEmpty {
      full.files[path] = files[path]?.filled(Tree.fields[kind] ?? [])
      full.restore(path, of: self, isDecided: isFilled)
    }
    guard !place.names.isEmpty else {
      var without = self
      without.files[path] = nil
      return Bool.random(using: &random) ? (without, full, without, "comes") : (full, without, without, "goes")
    }
    guard let file = full.files[path], let (steps, shape) = file.find(place.names, kind, &random) else { return nil }
    var without = full
    without.files[path]?[steps[...]] = nil
    switch Int.random(in: 0..<5, using: &random) {
    case 0: return (full, without, without, "goes")
    // A file without a name would already be broken.
    case 1: return place.isName ? nil : (without, full, without, "comes")
    default:
      guard let value = file[steps[...]]?.otherwise(shape, &random) else { return nil }
      var other = full
      other.files[path]?[steps[...]] = value
      return (
        full, other, without, "changes to \(value.yaml.prefix(60).split(separator: "\n").joined(separator: " ")) in"
      )
    }
  }

  /// A file cannot always have every field.
  private mutating func restore(_ path: String, of state: AttackedState, isDecided: Bool) {
    func keep(_ names: String...) { for name in names { files[path]?[name] = state.files[path]?[name] } }
    switch path {
    case Kind.settingsFile: files[path]?["approvals"]?["signed"] = .word("false")
    case "people/omar.yaml", "people/ada.yaml": keep("left", "joined", "emails")
    case "reviews/open.yaml": if !isDecided { keep("decision", "decided_by", "influence_on") }
    case "teams/growth.yaml": keep("parent", "merged_into")
    default: break
    }
  }

  /// The changes that are possible for readings.
  fileprivate func measured(_ path: String, _ random: inout Chance) -> Made? {
    var other = self
    let sheet = sheets[path] ?? ""
    let (what, text): (String, String?) =
      switch Int.random(in: 0..<6, using: &random) {
      case 0: ("a row more in", sheet + "2026-W03,42,2026-01-26,warehouse\n")
      case 1: ("a late row in", sheet + "2026-W01,60,2026-01-12,warehouse\n")
      case 2: ("another value in", sheet.replacing("W01,40", with: "W01,60"))
      case 3: ("a row less in", sheet.replacing("2026-W01,40,2026-01-12,warehouse\n", with: ""))
      case 4:
        ("a row between others in", sheet.replacing("2026-W02", with: "2026-W03,1,2026-01-26,warehouse\n2026-W02"))
      default: ("nothing more of", nil)
      }
    other.sheets[path] = text
    return (self, other, nil, what)
  }
}

extension Tree {
  /// Finds a described place in this file, with its shape.
  fileprivate func find(_ names: [String], _ kind: Kind, _ random: inout Chance) -> ([Step], Shape)? {
    var (steps, shape, fields): ([Step], Shape, [FieldDescription]) = ([], .anything, Tree.fields[kind] ?? [])
    for (place, name) in names.enumerated() {
      guard let field = fields.first(where: { $0.name == name }) else { return nil }
      steps.append(.field(name))
      shape = field.shape
      if case .record(let inner) = shape { fields = inner }
      if case .list(.record(let inner), _) = shape, place < names.count - 1 {
        fields = inner
        let count = self[steps[...]]?.items.count ?? 0
        guard count > 0 else { return nil }
        steps.append(.item(Int.random(in: 0..<count, using: &random)))
      }
    }
    return (steps, shape)
  }

  /// Another value of a shape.
  fileprivate func otherwise(_ shape: Shape, _ random: inout Chance) -> Tree? {
    switch (self, shape) {
    case (.word(let word), _):
      let words = Tree.values(shape, word).filter { $0 != word }
      return words.randomElement(using: &random).map(Tree.word)
    case (.list(var items), .list(let shape, let key)):
      let choice = Int.random(in: 0..<3, using: &random)
      let place = items.isEmpty ? 0 : Int.random(in: 0..<items.count, using: &random)
      if choice == 0, !items.isEmpty {
        items.remove(at: place)
      } else if choice == 1 || items.isEmpty {
        items.append(Tree.another(items.first, shape, key, &random))
      } else if let other = items[place].otherwise(shape, &random) {
        items[place] = other
      }
      return .list(items)
    case (.record(let entries), .record(let fields)):
      guard let entry = entries.randomElement(using: &random),
        let field = fields.first(where: { $0.name == entry.name })
      else { return nil }
      var other = self
      other[entry.name] = entry.value.otherwise(field.shape, &random)
      return other
    case (.record(let entries), .dictionary(let shape)):
      guard let entry = entries.first else { return nil }
      return .record([Entry(name: "second", value: entry.value.otherwise(shape, &random) ?? entry.value)])
    case (.record(var entries), _):
      entries.append(Entry(name: "more", value: .word("Yours")))
      return .record(entries)
    default: return nil
    }
  }

  /// One more item of a list.
  private static func another(_ first: Tree?, _ shape: Shape, _ key: String?, _ random: inout Chance) -> Tree {
    guard case .record = shape else { return .word(values(shape, "").randomElement(using: &random) ?? "more") }
    var item = first ?? sample(shape, nil)
    if let key { item[key] = .word("another") }
    if item["on"] != nil { item["on"] = .word("2026-01-27") }
    for name in ["by", "owner", "person"] where item[name]?.word != nil {
      item[name] = .word(["ada", "lin", "grace", "omar"].randomElement(using: &random) ?? "")
    }
    return item
  }

  private static func values(_ shape: Shape, _ word: String) -> [String] {
    switch shape {
    case .number, .integer: ["0", "1", "2", "3", "0.4", "20", "45", "70", "20000"]
    case .flag: ["true", "false"]
    case .choice(let words): words.map(\.value)
    case .day: ["2026-01-05", "2026-01-21", "2026-03-31", "2025-12-31", "2026-02-15"]
    case .reference(.person): ["ada", "lin", "grace", "omar", "zoe"]
    case .reference(.team): ["onboarding", "growth"]
    case .reference(.metric):
      ["activation-rate", "new-workspaces", "onboarding-completion", "weekly-hosted-meetings", "support-load"]
    case .reference(.cycle): ["2026-q1", "2026-q2"]
    case .entity: ["metric/activation-rate", "metric/weekly-hosted-meetings", "cycle/2026-q1"]
    case .identifier, .local, .reference: ["other-name", "third-name"]
    default: [word + " indeed", "Something else", "omar@elsewhere.example"]
    }
  }
}
