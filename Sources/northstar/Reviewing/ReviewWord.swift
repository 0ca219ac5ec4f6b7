/// The trailers of a commit that records a decision.
enum ReviewWord {
  static let review = "Northstar-Review"
  static let workshop = "Northstar-Workshop"
  static let decision = ProposalWord.decision
  static let subject = "Northstar-Subject"
  static let person = ProposalWord.person
  static let dissent = "Northstar-Dissent"
  static let judged = ProposalWord.judged
  static let digest = ProposalWord.digest
  static let next = "Northstar-Next-Review"
  /// What a workshop decides.
  static let choose = "choose"
}
