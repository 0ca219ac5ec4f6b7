import StrategyModel

/// A metric's file on the main branch.
struct ChangingMetric {
  struct Owner {
    /// The team's position among the teams.
    let team: Int
    let person: String
    let since: Day
  }

  /// How a file can look without a change of meaning.
  struct Look: Equatable {
    var comment = 0
    var isQuoted = false
    var order = 0
  }

  let id: String
  let isLever: Bool
  /// Whether OKRs aim at it, so that those of another team would need its agreement.
  let isAimedAt: Bool
  /// A folder in `metrics` for a file that is not where the convention wants it.
  var folder: String?
  var look = Look()
  /// The last commit that changed it.
  var touched = 0
  private(set) var owner: Owner
  private var entries: DocumentEntries

  init(_ document: Company.Document, isLever: Bool, isAimedAt: Bool, owner: Owner, team: String) {
    id = String(document.path.dropFirst("metrics/".count).dropLast(".yaml".count))
    self.isLever = isLever
    self.isAimedAt = isAimedAt
    self.owner = owner
    entries = DocumentEntries(document.text)
    hand(to: owner, team: team)
  }

  var path: String { "metrics/" + (folder.map { "\($0)/" } ?? "") + "\(id).yaml" }
  var file: Change.File { .write(path: path, text: text) }
  var hasThreshold: Bool { entries["threshold"] != nil }
  var isDriver: Bool { entries["role"] == "role: driver\n" }
  var isActive: Bool { entries["lifecycle"] == "lifecycle: active\n" }

  /// - Parameter team: the id of the owner's team.
  mutating func hand(to owner: Owner, team: String) {
    self.owner = owner
    entries["owner"] = "owner:\n  team: \(team)\n  person: \(owner.person)\n  since: \(owner.since)\n"
  }

  mutating func exclude(visitsBelow seconds: Int) {
    setLine("excludes", of: "definition", to: "Our own staff, and visits of less than \(seconds) seconds")
  }

  mutating func setWindow(_ window: String) { setLine("window", of: "definition", to: window) }
  mutating func setTarget(_ target: Int) { entries["target"] = "target: \(target)\n" }
  mutating func setLifecycle(_ lifecycle: String) { entries["lifecycle"] = "lifecycle: \(lifecycle)\n" }

  mutating func setThreshold(_ limit: Int) {
    guard let word = entries["threshold"]?.split(separator: "\n").last?.split(separator: ":").first else { return }
    entries["threshold"] = "threshold:\n\(word): \(limit)\n"
  }

  private mutating func setLine(_ field: String, of key: Substring, to value: String) {
    let lines = (entries[key] ?? "").split(separator: "\n").map { line in
      line.hasPrefix("  \(field): ") ? "  \(field): \(value)\n" : "\(line)\n"
    }
    entries[key] = lines.joined()
  }

  /// The entries in the order of the look: kind, id and name stay first, the others vary.
  private var text: String {
    let others = entries.keys.dropFirst(3)
    let cut = others.startIndex + look.order % others.count
    var text = look.comment == 0 ? "" : "# Looked at in round \(look.comment); the wording is agreed.\n"
    for key in entries.keys.prefix(3) + others[cut...] + others[..<cut] {
      let entry = entries[key] ?? ""
      text += key == "name" && look.isQuoted ? "name: \"\(entry.dropFirst("name: ".count).dropLast())\"\n" : entry
    }
    return text
  }
}
