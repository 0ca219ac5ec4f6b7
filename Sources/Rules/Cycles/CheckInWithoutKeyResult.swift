import Diagnostics
internal import Presentation
import StrategyModel

struct CheckInWithoutKeyResult: Rule {
  let card = Card(
    id: "NS610", name: "check-in-without-key-result", severity: .error,
    summary: "A check-in is for a key result that the team does not have in that cycle.",
    rationale: """
      The value is lost: the intended key result gets no check-in and seems forgotten. Usually the id was misspelt, or \
      a key result was renamed but its check-ins were not. Ids never change; titles may.
      """,
    wrong: [
      Example(checkIns, replacing: entry, with: "{ on: 2026-01-19, key_result: ↓complete, value: 43.5,"),
      Example([
        (
          "checkins/2025-q4/onboarding.yaml",
          "kind: checkins\nteam: ↓onboarding\ncycle: 2025-q4\nentries:\n  - { on: 2025-12-22, key_result: tour, value: 0 }"
        ),
        ExampleFile.cycle("2025-q4", "starts: 2025-10-01", "ends: 2025-12-31", "state: grading"),
      ]),
    ],
    right: [Example(checkIns, replacing: entry, with: "{ on: 2026-01-19, key_result: completion, value: 44,")])

  func check(_ strategy: Strategy, _ report: inout Report) {
    strategy.forEachOpenCheckIns { entries, position in
      let checkIns = strategy.checkIns.all[position]
      guard let id = checkIns.id, let team = checkIns.team, let cycle = checkIns.cycle,
        strategy.teams.contains(team.id),
        strategy.cycles.contains(cycle.id), !(strategy.presumed[.okrs]?.contains(id.value) ?? false)
      else { return }
      guard let okrs = strategy.okrs.position(of: id.value) else {
        report.add(
          .noOKRs(team.id, cycle.id), about: checkIns, at: team.range, in: strategy,
          help: ["Correct team and cycle, or add okrs/\(id.value).yaml."])
        return
      }
      let known = strategy.okrs.all[okrs].keyResultIDs
      for i in entries.indices {
        guard let keyResult = entries[i].keyResult, !known.contains(keyResult.value) else { continue }
        let near = nearNames(to: keyResult.value, among: known)
        report.add(
          .unknown(keyResult.value, team.id), about: checkIns, at: keyResult.range, in: strategy,
          help: [near.isEmpty ? "Write the id of one of the team's key results." : .didYouMean(near)],
          fixes: near.count == 1 ? [.replace(keyResult.range, with: near[0], .needsReview)] : [])
      }
    }
  }
}

extension TeamOKRs {
  fileprivate var keyResultIDs: Set<String> {
    var ids: Set<String> = []
    for i in objectives.indices {
      let keyResults = objectives[i].keyResults
      for k in keyResults.indices {
        if let id = keyResults[k].id { ids.insert(id.value) }
      }
    }
    return ids
  }
}

private let checkIns = "checkins/2026-q1/onboarding.yaml"
private let entry = "{ on: 2026-01-19, key_result: completion, value: 43.5,"

extension String {
  fileprivate static func noOKRs(_ team: String, _ cycle: String) -> String {
    "'\(team)' checks in without OKRs in '\(cycle)'"
  }

  fileprivate static func unknown(_ keyResult: String, _ team: String) -> String {
    "'\(team)' has no key result '\(keyResult)' in this cycle"
  }
}
