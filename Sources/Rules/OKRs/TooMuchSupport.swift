import Diagnostics
import StrategyModel
import StrictYAML

struct TooMuchSupport: Rule {
  let card = Card(
    id: "NS525", name: "too-much-support", severity: .warning,
    summary: "More of a cycle's objectives make other work possible than move an input or protect a guardrail.",
    rationale: """
      Hiring, platforms and legal work are needed, and a strategy in which most goals only help others has nobody left \
      who moves the inputs. Ask which of them has an effect of its own.
      """,
    settings: [
      Setting("maximum_share", 0.5, "The largest share of a cycle's objectives that may support others, 0 to 1.")
    ],
    wrong: [
      Example(replacing: [
        (
          "northstar.yaml", "timezone: Europe/Berlin",
          "timezone: Europe/Berlin\nrules:\n  - rule: too-much-support\n    settings: { maximum_share: 0.25 }"
        ),
        (
          "okrs/2026-q1/onboarding.yaml", "input: activation-rate",
          "supports: [↓{ input: new-workspaces, because: Content teams bring others along }]"
        ),
      ])
    ],
    right: [
      Example(
        "okrs/2026-q1/onboarding.yaml", replacing: "input: activation-rate",
        with: "supports: [{ input: new-workspaces, because: Content teams bring others along }]")
    ])

  func check(_ strategy: Strategy, _ report: inout Report) {
    var counts: [String: (supporting: Int, all: Int, first: (okrs: Int, objective: Int)?)] = [:]
    strategy.forEachOpenObjectives { objectives, position in
      guard let cycle = strategy.okrs.all[position].cycle?.id else { return }
      for i in objectives.indices {
        let supports = objectives[i].service == .supports
        var count = counts[cycle] ?? (0, 0, nil)
        count.all += 1
        if supports { count.supporting += 1 }
        if supports, count.first == nil { count.first = (position, i) }
        counts[cycle] = count
      }
    }
    let limit = report.setting("maximum_share")
    for (cycle, count) in counts.sorted(by: { $0.key < $1.key }) {
      guard let first = count.first, Double(count.supporting) > limit * Double(count.all) else { continue }
      let okrs = strategy.okrs.all[first.okrs]
      guard let support = okrs.objectives[first.objective].supports.first else { continue }
      report.add(
        "\(count.supporting) of \(counted(count.all, "objective")) of '\(cycle)' only support others", about: okrs,
        at: support.range, in: strategy, help: ["Ask which of them moves an input or protects a guardrail itself."])
    }
  }
}
