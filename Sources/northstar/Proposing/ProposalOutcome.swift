import Git

/// What became of the end of a proposal.
struct ProposalOutcome {
  let writing: WritingOutcome
  /// What became of its branch.
  var branch: [EndedBranch.Note] = []
  /// The branches that others need, as `git push` takes them; empty without a server.
  var unpublished: [String] = []
}

/// What became of a statement on a proposal.
enum StatementOutcome {
  /// The commit that would be made, as text.
  case rehearsed(String)
  case stated(Statement)

  struct Statement {
    /// Its short name.
    let branch: String
    let commit: Commit
    /// Why it does not count; `nil` when it does.
    let void: String?
    /// The approvals that are still missing, one clause each.
    let missing: [String]
    /// The proposal that can land now; `nil` when it cannot.
    let ready: String?
    /// As in `ProposalOutcome`.
    let unpublished: [String]
  }
}
