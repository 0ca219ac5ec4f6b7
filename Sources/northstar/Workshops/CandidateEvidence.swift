/// What readings say about a candidate, where there are any for it and for a business result.
struct CandidateEvidence: Sendable {
  /// A sentence or two.
  let words: String
  /// Whether it leads the result; `nil` when the readings don't tell.
  let leads: Bool?
}
