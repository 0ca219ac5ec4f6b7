import Diagnostics
import StrategyModel
import StrictYAML

struct CircularTeams: Rule {
  let card = Card(
    id: "NS213", name: "circular-teams", severity: .error,
    summary: "A team is part of itself, or was merged into or split from itself.",
    rationale: """
      Ownership follows a team to its parent and to the team that took it over; in a circle that search has no end, \
      and nobody answers for the lever. Usually two files edited by hand each name the other.
      """,
    wrong: [
      Example(replacing: [
        ("teams/growth.yaml", "name: Growth", "name: Growth\nparent: ↓onboarding"),
        ("teams/onboarding.yaml", "name: Onboarding", "name: Onboarding\nparent: growth"),
      ]),
      Example("teams/growth.yaml", replacing: "name: Growth", with: "name: Growth\nsplit_from: ↓growth"),
    ],
    right: [
      Example("teams/growth.yaml", replacing: "name: Growth", with: "name: Growth\nparent: onboarding")
    ])

  func check(_ strategy: Strategy, _ report: inout Report) {
    check("is part of itself", strategy, &report) { $0.parent }
    check("was merged into itself", strategy, &report) { $0.mergedInto }
    check("was split from itself", strategy, &report) { $0.splitFrom }
  }

  private func check(
    _ fault: String, _ strategy: Strategy, _ report: inout Report, _ next: (borrowing Team) -> Reference<Team>?
  ) {
    let teams = strategy.teams.all
    let links = teams.indices.map { strategy.teams.position(of: next(teams[$0])) }
    for loop in loops(links) {
      let start = teams[loop[0]]
      guard let id = start.id, let link = next(start) else { continue }
      let ids = (loop + [loop[0]]).map { teams[$0].id?.value ?? "?" }
      report.add(
        .circle(id.value, fault), about: start, at: link.range, in: strategy, notes: [Note(.way(ids))],
        help: ["Remove one of these links."])
    }
  }

  /// The circles of a graph in which each node has at most one successor; each begins with its least node.
  private func loops(_ links: [Int?]) -> [[Int]] {
    var seenFrom: [Int?] = Array(repeating: nil, count: links.count)
    var loops: [[Int]] = []
    for start in links.indices where seenFrom[start] == nil {
      var path: [Int] = []
      var here: Int? = start
      while let node = here, seenFrom[node] == nil {
        seenFrom[node] = start
        path.append(node)
        here = links[node]
      }
      guard let node = here, seenFrom[node] == start, let first = path.firstIndex(of: node) else { continue }
      loops.append(path[first...].startingWithLeast)
    }
    return loops.sorted { $0[0] < $1[0] }
  }
}

extension ArraySlice<Int> {
  fileprivate var startingWithLeast: [Int] {
    guard let least = self.min(), let position = firstIndex(of: least) else { return Array(self) }
    return Array(self[position...] + self[..<position])
  }
}

extension String {
  fileprivate static func circle(_ id: String, _ fault: String) -> String { "team '\(id)' \(fault)" }
}
