import Diagnostics
import StrategyModel

struct ClosedProposalWithoutReason: Rule {
  let card = Card(
    id: "NS708", name: "closed-proposal-without-reason", severity: .error,
    summary: "A proposal was rejected or withdrawn without saying why.",
    rationale: """
      The same idea comes back every year. A recorded reason saves the next person a month, and shows the author that \
      somebody read the proposal. One sentence in 'because:' is enough.
      """,
    wrong: [Example([proposal("state: ↓rejected")])],
    right: [Example([proposal("state: rejected\nbecause: Guests come and go, and nobody can move their number")])])

  func check(_ strategy: Strategy, _ report: inout Report) {
    for proposal in strategy.proposals.all where proposal.because == nil {
      guard let state = proposal.state, state.value == .rejected || state.value == .withdrawn, let id = proposal.id,
        !strategy.mayHideFields(proposal.file)
      else { continue }
      report.add(
        .unexplained(id.value, state.value), about: proposal, at: state.range, in: strategy, help: ["Add 'because:'."])
    }
  }
}

private func proposal(_ state: String) -> ExampleFile.File {
  (
    "proposals/count-guests.yaml",
    """
    kind: proposal
    id: count-guests
    title: Count guests as participants
    why: Every third meeting has one
    by: grace
    opened: 2026-01-12
    closed: 2026-01-20
    \(state)
    """
  )
}

extension String {
  fileprivate static func unexplained(_ proposal: String, _ state: ProposalState) -> String {
    "proposal '\(proposal)' was \(state.rawValue) without a reason"
  }
}
