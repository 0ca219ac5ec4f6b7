import Diagnostics
import StrategyModel
import StrictYAML

struct CircularObjectives: Rule {
  let card = Card(
    id: "NS219", name: "circular-objectives", severity: .error,
    summary: "An objective is part of itself, or supports itself, directly or through others.",
    rationale: """
      A parent says what an objective is for, and support says whose work it makes possible. In a circle neither leads \
      to an input: each objective explains itself by the other. Remove one of the links.
      """,
    wrong: [
      Example(replacing: [
        (onboarding, "ambition: committed", "ambition: committed\n    parent: ↓2026-q1/growth/invited-by-colleagues"),
        (
          growth, "ambition: aspirational",
          "ambition: aspirational\n    parent: ↓2026-q1/onboarding/first-meeting-obvious"
        ),
      ]),
      Example(
        onboarding, replacing: "input: activation-rate",
        with: """
          supports:
                - objective: ↓2026-q1/onboarding/first-meeting-obvious
                  because: It is its own reward
          """),
    ],
    right: [
      Example(
        growth, replacing: "ambition: aspirational",
        with: "ambition: aspirational\n    parent: 2026-q1/onboarding/first-meeting-obvious")
    ])

  func check(_ strategy: Strategy, _ report: inout Report) {
    check("is part of itself", strategy, &report) { $0.parent.map { [$0] } ?? [] }
    check("supports itself", strategy, &report) { $0.supports.compactMap(\.objective) }
  }

  private func check(
    _ fault: String, _ strategy: Strategy, _ report: inout Report,
    _ links: (borrowing Objective) -> [ObjectiveReference]
  ) {
    var next: [[Int]: [(target: [Int], link: ObjectiveReference)]] = [:]
    strategy.forEachOpenObjectives { objectives, okrs in
      for i in objectives.indices {
        let found = links(objectives[i])
        guard !found.isEmpty else { continue }
        next[[okrs, i]] = found.compactMap { link in
          strategy.position(of: link).map { ([$0.okrs, $0.objective], link) }
        }
      }
    }
    let places = next.keys.sorted { $0.lexicographicallyPrecedes($1) }
    for place in places {
      for (target, link) in next[place] ?? [] where reaches(place, from: target, next) {
        let okrs = strategy.okrs.all[place[0]]
        guard let id = okrs.objectives[place[1]].id else { continue }
        report.add(
          "objective '\(id.value)' \(fault)", about: okrs, at: link.range, in: strategy,
          help: ["Remove one of these links."])
      }
    }
  }

  private func reaches(
    _ goal: [Int], from start: [Int], _ next: [[Int]: [(target: [Int], link: ObjectiveReference)]]
  ) -> Bool {
    var seen: Set<[Int]> = [start]
    var queue = [start]
    while let here = queue.popLast() {
      if here == goal { return true }
      for (target, _) in next[here] ?? [] where seen.insert(target).inserted { queue.append(target) }
    }
    return false
  }
}

private let onboarding = "okrs/2026-q1/onboarding.yaml"
private let growth = "okrs/2026-q1/growth.yaml"
