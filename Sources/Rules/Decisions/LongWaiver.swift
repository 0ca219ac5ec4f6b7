import Diagnostics
import StrategyModel

struct LongWaiver: Rule {
  let card = Card(
    id: "NS712", name: "long-waiver", severity: .warning,
    summary: "A waiver is valid for longer than half a year.",
    rationale: """
      A waiver is a debt with a due date. One that is valid for years is a rule switched off where nobody sees it. If \
      the rule does not fit, change it in northstar.yaml for everybody; if it does, look at it again sooner.
      """,
    settings: [Setting("days", 180, "The most days that a waiver may be valid.")],
    wrong: [Example(ExampleFile.waived(expires: "expires: ↓2026-12-31"))],
    right: [Example(ExampleFile.waived(expires: "expires: 2026-06-30"))])

  func check(_ strategy: Strategy, _ report: inout Report) {
    let allowed = report.count("days")
    for waiver in strategy.waivers.all {
      guard let expires = waiver.expires, expires.value >= report.today, let id = waiver.id else { continue }
      let days = expires.value - (waiver.granted?.value ?? report.today)
      guard days > allowed else { continue }
      report.add(
        .long(id.value, days), about: waiver, at: expires.range, in: strategy,
        help: ["Let it expire sooner, or change the rule in northstar.yaml."])
    }
  }
}

extension String {
  fileprivate static func long(_ waiver: String, _ days: Int) -> String {
    "waiver '\(waiver)' is valid for \(counted(days, "day"))"
  }
}
