/// The keys of the trailers with which a commit records a decision.
package enum DecisionTrailer {
  package static let proposal = "Northstar-Proposal"
  package static let review = "Northstar-Review"
  package static let workshop = "Northstar-Workshop"
  package static let cycle = "Northstar-Cycle"
  package static let decision = "Northstar-Decision"
  package static let subject = "Northstar-Subject"
  package static let decidedBy = "Northstar-Decided-By"
  package static let dissent = "Northstar-Dissent"
  package static let judged = "Northstar-Judged"
  package static let digest = "Northstar-Digest"
  package static let nextReview = "Northstar-Next-Review"
  /// The decision of a workshop.
  package static let choose = "choose"

  /// What a decision brought about, in the past tense, by the word that records it: `landed` for `land`.
  package static let outcomes = [
    "keep": "kept", "refine": "refined", "replace": "replaced", "retire": "retired", "defer": "deferred",
    choose: "chosen", "land": "landed", "reject": "rejected", "withdraw": "withdrawn", "start": "started",
    "close": "closed", "approve": "approved", "request-changes": "requested changes",
  ]

  /// The trailers of a commit that changes a cycle's state.
  package static func trailers(
    for cycle: String, _ decision: String, _ people: [String]
  ) -> [(key: String, value: String)] {
    [(self.cycle, cycle), (self.decision, decision), (subject, "cycle/\(cycle)")] + people.map { (decidedBy, $0) }
  }
}
