import Diagnostics
internal import Presentation
import StrategyModel

struct MilestoneValue: Rule {
  let card = Card(
    id: "NS621", name: "milestone-value", severity: .warning,
    summary: "A milestone is checked in with a value below 0 or above 1.",
    rationale: """
      The value of a milestone says how much of it is done, from 0 to 1: 0.6 is 60 %. A number such as 23 counts \
      something, and only its target says how far that is. Write the share, or give the key result the type 'increase' \
      with baseline, target and unit.
      """,
    wrong: [
      Example(checkIns, replacing: "key_result: invitations, value: 1", with: "key_result: invitations, value: ↓23")
    ],
    right: [
      Example(checkIns, replacing: "key_result: invitations, value: 1", with: "key_result: invitations, value: 0.6")
    ])

  func check(_ strategy: Strategy, _ report: inout Report) {
    strategy.forEachOpenCheckIns { entries, position in
      let id = strategy.checkIns.all[position].id
      guard let okrs = id.flatMap({ strategy.okrs.position(of: $0.value) }) else { return }
      let milestones = strategy.okrs.all[okrs].milestones
      for i in entries.indices where !milestones.isEmpty {
        guard let value = entries[i].value, !(0...1).contains(value.value), let keyResult = entries[i].keyResult,
          milestones.contains(keyResult.value)
        else { continue }
        report.add(
          .partial(keyResult.value, value.value), about: strategy.checkIns.all[position], at: value.range, in: strategy,
          help: ["Write how much of it is done, from 0 to 1, or make it a key result with a target of its own."])
      }
    }
  }
}

extension TeamOKRs {
  fileprivate var milestones: Set<String> {
    var ids: Set<String> = []
    for i in objectives.indices {
      let keyResults = objectives[i].keyResults
      for k in keyResults.indices where keyResults[k].type?.value == .milestone {
        if let id = keyResults[k].id { ids.insert(id.value) }
      }
    }
    return ids
  }
}

private let checkIns = "checkins/2026-q1/growth.yaml"

extension String {
  fileprivate static func partial(_ keyResult: String, _ value: Double) -> String {
    "'\(keyResult)' is a milestone and checked in with \(value.plain)"
  }
}
