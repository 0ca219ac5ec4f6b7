import Diagnostics
import StrategyModel

struct LandedWithoutApproval: Rule {
  let card = Card(
    id: "NS709", name: "landed-without-approval", severity: .warning,
    summary: "A proposal landed that only its author approved, or nobody.",
    rationale: """
      A definition that one person changed alone is that person's definition: the metric's owner finds out from a \
      chart that jumps. Write down who approved, and next time let at least one other person look. An empty list says \
      that nobody had to approve, as 'propose land' writes it.
      """,
    wrong: [Example([proposal("state: ↓landed")]), Example([proposal("state: landed\napproved_by: [↓grace]")])],
    right: [
      Example([proposal("state: landed\napproved_by: [grace, ada]")]),
      Example([proposal("state: landed\napproved_by: []")]),
    ])

  func check(_ strategy: Strategy, _ report: inout Report) {
    for proposal in strategy.proposals.all where proposal.state?.value == .landed {
      guard let state = proposal.state, let id = proposal.id, let author = proposal.by,
        proposal.approvedBy != [], !strategy.mayHideFields(proposal.file)
      else { continue }
      let approvers = proposal.approvedBy ?? []
      guard approvers.allSatisfy({ $0.id == author.id }) else { continue }
      let own = approvers.first
      report.add(
        own == nil ? .nobody(id.value) : .alone(id.value, author.id), about: proposal, at: (own?.range ?? state.range),
        in: strategy, help: ["Name the people who approved it in 'approved_by:'."])
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
  fileprivate static func nobody(_ proposal: String) -> String { "nobody approved '\(proposal)'" }

  fileprivate static func alone(_ proposal: String, _ author: String) -> String {
    "only its author '\(author)' approved '\(proposal)'"
  }
}
