package import StrictYAML

/// A change that was proposed on a branch, and how it ended.
package struct Proposal: Entity {
  package var id: Identifier?
  package var title: Located<String>?
  package var why: Located<String>?
  package var by: Reference<Person>?
  package var opened: Located<Day>?
  package var state: Located<ProposalState>?
  package var touches: [EntityReference] = []
  package var closed: Located<Day>?
  /// Empty when nobody had to approve; `nil` when the file does not say.
  package var approvedBy: [Reference<Person>]?
  package var because: Located<String>?
  package var range = ByteRange(at: 0)
  package var file = FileIndex.unknown

  package init() {}

  package static let kind = Kind.proposal
  package static let summary = "A change that was proposed on a branch, and how it ended."
  package static let coming: Consequence = .safe("it is only proposed")
  package static let going: Consequence = .risky("it says how a proposal ended", .steward)

  package static let fields: [Field<Proposal>] = [
    kindField,
    .required(
      "id", "The proposal's permanent name; its branch is `proposal/<id>`.", example: "count-only-long-meetings",
      changing: .identity(.steward)
    ) { $0.id = $1 },
    .required(
      "title", "The change in one line.", example: "Count only meetings of five minutes and more",
      changing: .safe("it explains the proposal, and decides nothing")
    ) {
      $0.title = $1
    },
    .required("why", "The reason for it.", changing: .safe("it explains the proposal, and decides nothing")) {
      $0.why = $1
    },
    .required("by", "Who proposed it.", example: "grace", changing: .risky("it says whose proposal it is", .steward)) {
      $0.by = $1
    },
    .required(
      "opened", "The day it was proposed.", example: "2026-02-02",
      changing: .safe("it explains the proposal, and decides nothing")
    ) { $0.opened = $1 },
    .required(
      "state", "How far it has come.", example: "open",
      changing: .risky("it says how a proposal ended", .steward, .counting, arriving: .unless("open"))
    ) { $0.state = $1 },
    .optional(
      "touches", "The entities that it changes.", example: "[metric/weekly-hosted-meetings]",
      changing: .safe("it explains the proposal, and decides nothing")
    ) {
      $0.touches = $1
    },
    .optional(
      "closed", "The day it ended.", example: "2026-02-20", changing: .risky("it says how a proposal ended", .steward)
    ) { $0.closed = $1 },
    .optional(
      "approved_by", "Who approved it; empty when nobody had to.", example: "[ada, lin]",
      changing: .risky("it says how a proposal ended", .steward)
    ) { $0.approvedBy = $1 },
    .optional("because", "Why it ended as it did.", changing: .risky("it says how a proposal ended", .steward)) {
      $0.because = $1
    },
    metaField,
  ]
}

package enum ProposalState: String, Choice {
  case open, landed, rejected, withdrawn

  package var summary: String {
    switch self {
    case .open: "Being discussed."
    case .landed: "Part of the strategy."
    case .rejected: "Turned down, with the reason."
    case .withdrawn: "Taken back by its author."
    }
  }
}
