import Foundation
import TestSupport
import Testing

@testable import northstar

/// Three hundred key results in the manner of real companies' pages, with what a person would make of each.
@Suite struct GoalImportFixtureTests {
  /// One key result as a person would place it.
  private struct Label: Decodable {
    let source: String
    let team: String
    let objective: String
    let title: String
    let type: String
    let baseline: String?
    let target: String?
    let lower: String?
    let upper: String?
    let unit: String?
    let owner: String?
  }

  private static let people = [
    "ada": "Ada Okafor", "grace": "Grace Lindqvist", "lin": "Lin Wei", "omar": "Omar Haddad", "ines": "Inês Duarte",
    "jonas": "Jonas Weber", "mei": "Mei Tanaka", "priya": "Priya Raman", "sam": "Sam O’Neill", "tomas": "Tomás Vidal",
    "zoe": "Zoë Martin", "yusuf": "Yusuf Demir",
  ]
  private static let folder = Sandbox.root.appending(path: "Tests/CommandTests/Validation/Goals")
  private let sandbox: Sandbox

  init() throws {
    sandbox = try Sandbox()
    try sandbox.writeStrategy()
    try sandbox.write(
      "cycles/2026-q2.yaml", "kind: cycle\nid: 2026-q2\nstarts: 2026-04-01\nends: 2026-06-30\nstate: draft\n")
    for (id, name) in Self.people where !sandbox.exists("people/\(id).yaml") {
      try sandbox.write(
        "people/\(id).yaml", "kind: person\nid: \(id)\nname: \(name)\nemails: [\(id)@huddle.example]\n")
    }
    let teams = [
      "sales": "Sales", "marketing": "Marketing", "support": "Support", "platform": "Platform", "people-team": "People",
      "finance": "Finance", "product": "Product",
    ]
    for (id, name) in teams {
      try sandbox.write("teams/\(id).yaml", "kind: team\nid: \(id)\nname: \(name)\nlead: ada\n")
    }
    try sandbox.commit("Begin", on: "2026-01-27")
  }

  @Test func `three hundred key results of Markdown are placed as a person would`() throws {
    let labels = try labels("markdown.json")
    #expect(labels.count == 300)
    var misses: [String] = []
    for (file, own) in Dictionary(grouping: labels, by: \.source).sorted(by: { $0.key < $1.key }) {
      misses += try self.misses(of: own, in: preview(file), file)
    }
    #expect(misses.count <= 15, "\(misses.joined(separator: "\n"))")
  }

  @Test(arguments: ["goals.csv", "goals.xlsx"])
  func `three hundred key results of a sheet are placed as a person would`(file: String) throws {
    let labels = try labels("sheet.json")
    #expect(labels.count == 300)
    let misses = try misses(of: labels, in: preview(file), file)
    #expect(misses.count <= 15, "\(misses.joined(separator: "\n"))")
  }

  @Test(arguments: [
    "headings.md", "bullets.md", "numbered.md", "bold.md", "tables.md", "plain.md", "nested.md", "goals.csv",
  ])
  func `every line of the source is placed, kept or listed`(file: String) throws {
    let preview = try preview(file)
    let output = String(decoding: try JSONSerialization.data(withJSONObject: preview), as: UTF8.self)
    let text = try String(contentsOf: Self.folder.appending(component: file), encoding: .utf8)
    let seen = Set(words(output) + Self.people.values.flatMap(words))
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let lost = words(String(line)).filter { !seen.contains($0) && !Self.structure.contains($0) }
      #expect(lost.isEmpty, "\(file):\(number + 1): \(lost)")
    }
  }

  /// Words of headings, marks and columns.
  private static let structure: Set = [
    "okrs", "okr", "for", "q2", "objective", "kr", "o1", "o2", "o3", "key", "results", "result", "owner", "dri", "team",
    "cycle", "sales", "marketing", "growth", "onboarding", "support", "platform", "people", "finance", "product",
    "remark", "goal", "link", "comments", "total",
  ]

  private func words(_ text: String) -> [String] {
    text.lowercased().split { !$0.isLetter }.map(String.init).filter { $0.count > 3 }
  }

  private func labels(_ file: String) throws -> [Label] {
    try JSONDecoder().decode([Label].self, from: Data(contentsOf: Self.folder.appending(component: file)))
  }

  private func preview(_ file: String) throws -> [String: Any] {
    try sandbox.write(file, bytes: Array(Data(contentsOf: Self.folder.appending(component: file))))
    let outcome = try sandbox.northstar("okr", "import", file, "--format", "json", "--cycle", "2026-q2")
    #expect(outcome.status == 0, "\(outcome.errors)")
    return try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
  }

  /// The labels that the preview does not have in just that way.
  private func misses(of labels: [Label], in preview: [String: Any], _ source: String) -> [String] {
    var found: [String: [String: Any]] = [:]
    for file in preview["files"] as? [[String: Any]] ?? [] {
      for objective in file["objectives"] as? [[String: Any]] ?? [] {
        for keyResult in objective["keyResults"] as? [[String: Any]] ?? [] {
          let place = [file["team"], objective["title"], keyResult["title"]].map { $0 as? String ?? "" }
          found[place.joined(separator: "|")] = keyResult
        }
      }
    }
    return labels.compactMap { label in
      let place = "\(label.team)|\(label.objective)|\(label.title)"
      guard let own = found[place] else { return "\(source): not placed: \(place)" }
      let wanted = [
        "type": label.type, "baseline": label.baseline, "target": label.target, "lower": label.lower,
        "upper": label.upper, "owner": label.owner,
      ]
      let wrong = wanted.filter { own[$0.key] as? String != $0.value }.keys.sorted()
      return wrong.isEmpty
        ? nil : "\(source): \(place): " + wrong.map { "\($0) \(own[$0] as? String ?? "-")" }.joined(separator: ", ")
    }
  }
}
