import Rules
import StrategyModel

/// All files of a company at one moment.
struct AttackedState: Equatable, Sendable {
  var files: [String: Tree]
  /// Readings, by path.
  var sheets: [String: String]

  static let company: AttackedState = {
    var files = SmallStrategy.files.mapValues { Tree(yaml: $0) }
    for (handle, dates) in [
      ("zoe", ["joined": "2024-09-02", "left": "2025-12-31"]), ("kim", ["joined": "2026-06-01"]),
    ] {
      var person = files["people/omar.yaml"] ?? .record([])
      person["id"] = .word(handle)
      person["emails"] = .list([.word("\(handle)@huddle.example")])
      for (name, day) in dates { person[name] = .word(day) }
      files["people/\(handle).yaml"] = person
    }
    let records = [
      "initiatives/tour":
        "kind: initiative\nid: tour\nname: Tour\nteam: onboarding\ninput: activation-rate\nstate: running\n",
      "workshops/star": "kind: workshop\nid: star\ntitle: Star\nheld_on: 2024-06-12\nparticipants: [ada, lin]\n",
      "proposals/other":
        "kind: proposal\nid: other\ntitle: Other\nwhy: Why\nby: grace\nopened: 2026-01-20\nstate: open\n",
      "reviews/open": "kind: review\nid: open\nsubject: metric/activation-rate\nheld_on: 2026-01-27\n",
      "waivers/depth":
        "kind: waiver\nid: depth\nrule: NS301\nentity: metric/activation-rate\nbecause: Why\napproved_by: ada\n"
        + "granted: 2026-01-20\nexpires: 2026-03-31\n",
    ]
    for (name, text) in records { files["\(name).yaml"] = Tree(yaml: text) }
    let sheet = "period,value,known_on,source\n2026-W01,40,2026-01-12,warehouse\n2026-W02,41,2026-01-19,warehouse\n"
    return AttackedState(files: files, sheets: ["readings/activation-rate.csv": sheet])
  }()

  static let people = ["ada", "lin", "grace", "omar", "zoe", "kim", "mallory"]
  static let today = "2026-01-28"

  /// Where the file of an entity is.
  static func kind(of path: String) -> Kind { StrategyPath(inside: path, of: "").kind ?? .strategy }

  static func id(of path: String) -> String {
    if path == Kind.settingsFile { return "huddle" }
    let name = path.split(separator: "/").dropFirst().joined(separator: "/")
    return String(name.dropLast(".yaml".count))
  }
}

// Facts about the company.
extension AttackedState {
  func entity(_ kind: Kind, _ id: String?) -> Tree? { id.flatMap { files[kind.home(of: $0)] } }

  private var settings: Tree? { files[Kind.settingsFile] }
  var stewards: [String] { settings?["stewards"]?.words ?? [] }
  var stewardCount: Int { settings?.word("approvals", "north_star").flatMap { Int($0) } ?? 2 }
  var northStar: String? { settings?.word("north_star") }

  /// The lead, and whoever leads for the time being; where nobody does, those of the team above, or the stewards.
  func leads(of team: String?) -> [String] {
    var (next, seen) = (team, Set<String>())
    while let id = next, seen.insert(id).inserted, let file = entity(.team, id) {
      let people = [file.word("lead"), file.word("acting_lead")].compactMap(\.self).filter { $0 != "vacant" }
      if !people.isEmpty || file.word("lead") == nil { return people }
      guard let parent = file.word("parent") else { return stewards }
      next = parent
    }
    return []
  }
  func members(of team: String?) -> [String] { entity(.team, team)?["members"]?.words ?? [] }
  func isStar(_ metric: String) -> Bool { metric == northStar || entity(.metric, metric)?.word("role") == "north-star" }

  func isPresent(_ person: String) -> Bool {
    guard let file = entity(.person, person) else { return false }
    return (file.word("left") ?? "9") >= Self.today && (file.word("joined") ?? "0") <= Self.today
  }

  var present: [String] {
    files.keys.filter { $0.hasPrefix("people/") }.map { Self.id(of: $0) }.filter(isPresent)
  }

  /// Whether commits with the person's address count as the person's.
  func isKnown(_ person: String) -> Bool {
    let address = "\(person)@huddle.example"
    let claims = files.filter { $0.key.hasPrefix("people/") && $0.value["emails"]?.words.contains(address) == true }
    return claims.count == 1 && claims.keys.first == "people/\(person).yaml"
  }
}

// Files in which every described field has a value.
extension Tree {
  /// With every described field that is missing.
  func filled(_ fields: [FieldDescription]) -> Tree {
    var filled = self
    for field in fields where field.name != "kind" {
      if let value = filled[field.name] {
        filled[field.name] = value.filledWithin(field.shape)
      } else {
        filled[field.name] = Tree.sample(field.shape, field.example)
      }
    }
    return filled
  }

  private func filledWithin(_ shape: Shape) -> Tree {
    switch (self, shape) {
    case (.record, .record(let fields)): filled(fields)
    case (.list(let items), .list(let shape, _)): .list(items.map { $0.filledWithin(shape) })
    default: self
    }
  }

  /// A value of a shape: that of the example, if there is one.
  static func sample(_ shape: Shape, _ example: String?) -> Tree {
    switch shape {
    case .record(let fields): return Tree.record([]).filled(fields)
    case .list(let item, _):
      if case .record = item { return .list([sample(item, nil)]) }
      let words = example.map { Tree(yaml: "x: \($0)\n")["x"]?.words ?? [$0] } ?? []
      return .list(words.isEmpty ? [sample(item, nil)] : words.map(Tree.word))
    case .dictionary(let value): return .record([Entry(name: "first", value: sample(value, nil))])
    case .anything: return .record([Entry(name: "note", value: .word("Mine"))])
    default: break
    }
    if let example { return .word(example) }
    switch shape {
    case .day: return .word("2026-01-20")
    case .number, .integer: return .word("1")
    case .flag: return .word("false")
    case .choice(let words): return .word(words.first?.value ?? "")
    case .reference(.person): return .word("grace")
    case .entity: return .word("metric/activation-rate")
    default: return .word("something")
    }
  }
}
