import Diagnostics
internal import Presentation
import StrategyModel

struct MilestoneValue: Rule {
  let card = Card(
    id: "NS621", name: "milestone-value", severity: .warning,
    summary: "A milestone is checked in with a value other than 0 and 1.",
    rationale: """
      A milestone is done or not done. "Ninety percent" can last for a quarter, and people who wait for the result \
      cannot use a tenth of it. Say how likely it is with 'confidence:', or choose a metric that shows progress.
      """,
    wrong: [
      Example(checkIns, replacing: "key_result: invitations, value: 1", with: "key_result: invitations, value: ↓0.9")
    ],
    right: [
      Example(checkIns, replacing: "key_result: invitations, value: 1", with: "key_result: invitations, value: 0")
    ])

  func check(_ strategy: Strategy, _ report: inout Report) {
    strategy.forEachOpenCheckIns { entries, position in
      let id = strategy.checkIns.all[position].id
      guard let okrs = id.flatMap({ strategy.okrs.position(of: $0.value) }) else { return }
      let milestones = strategy.okrs.all[okrs].milestones
      for i in entries.indices where !milestones.isEmpty {
        guard let value = entries[i].value, value.value != 0, value.value != 1, let keyResult = entries[i].keyResult,
          milestones.contains(keyResult.value)
        else { continue }
        report.add(
          .partial(keyResult.value, value.value), about: strategy.checkIns.all[position], at: value.range, in: strategy,
          help: ["Write 1 when it is done and 0 until then, and use 'confidence:' for the rest."])
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
