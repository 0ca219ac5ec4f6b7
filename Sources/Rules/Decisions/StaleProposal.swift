import Diagnostics
import StrategyModel

struct StaleProposal: Rule {
  let card = Card(
    id: "NS707", name: "stale-proposal", severity: .warning,
    summary: "A proposal has been open for months.",
    rationale: """
      While it is open, the people who work on the metric do not know which definition will apply, and its author \
      learns never to propose anything again. Land it, or reject it with the reason; it can be opened again when \
      things have changed.
      """,
    settings: [Setting("days", 60, "Days that a proposal may be open.")],
    wrong: [Example([proposal("opened: ↓2025-11-03")])],
    right: [Example([proposal("opened: 2026-01-12")])])

  func check(_ strategy: Strategy, _ report: inout Report) {
    let allowed = report.count("days")
    for proposal in strategy.proposals.all where proposal.state?.value == .open {
      guard let opened = proposal.opened, report.today - opened.value > allowed, let id = proposal.id else { continue }
      report.add(
        .stale(id.value, report.today - opened.value), about: proposal, at: opened.range, in: strategy,
        help: ["Land it, reject it with the reason, or withdraw it."])
    }
  }
}

private func proposal(_ opened: String) -> ExampleFile.File {
  (
    "proposals/count-guests.yaml",
    """
    kind: proposal
    id: count-guests
    title: Count guests as participants
    why: Every third meeting has one
    by: grace
    \(opened)
    state: open
    """
  )
}

extension String {
  fileprivate static func stale(_ proposal: String, _ days: Int) -> String {
    "proposal '\(proposal)' has been open for \(counted(days, "day"))"
  }
}
