import Diagnostics
import StrategyModel

struct ExpiredWaiver: Rule {
  let card = Card(
    id: "NS710", name: "expired-waiver", severity: .warning,
    summary: "A waiver's last day has passed.",
    rationale: """
      Since that day the rule applies again. If the fault has been fixed, the waiver should go. If not, somebody has \
      to decide again and approve the waiver with a new last day.
      """,
    wrong: [Example([ExampleFile.waiver(expires: "expires: ↓2026-01-27")])],
    right: [Example(ExampleFile.waived(expires: "expires: 2026-01-28"))])

  func check(_ strategy: Strategy, _ report: inout Report) {
    for waiver in strategy.waivers.all {
      guard let expires = waiver.expires, expires.value < report.today, let id = waiver.id else { continue }
      report.add(
        .expired(id.value, expires.value), about: waiver, at: expires.range, in: strategy,
        help: ["Remove the waiver, or have it approved again with a later day."])
    }
  }
}

extension String {
  fileprivate static func expired(_ waiver: String, _ day: Day) -> String { "waiver '\(waiver)' expired on \(day)" }
}
