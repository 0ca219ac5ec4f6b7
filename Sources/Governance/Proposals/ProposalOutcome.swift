package import Editing
package import Git

/// What became of the end of a proposal.
package struct ProposalOutcome {
  package let writing: WritingOutcome
  /// What became of its branch.
  package var branch: [EndedBranch.Note] = []
  /// The branches that others need, as `git push` takes them; empty without a server.
  package var unpublished: [String] = []
}

/// What became of a statement on a proposal.
package enum StatementOutcome {
  /// The commit that would be made, as text.
  case rehearsed(String)
  case stated(Statement)

  package struct Statement {
    /// Its short name.
    package let branch: String
    package let commit: Commit
    /// Why it does not count; `nil` when it does.
    package let void: String?
    /// The approvals that are still missing, one clause each.
    package let missing: [String]
    /// The proposal that can land now; `nil` when it cannot.
    package let ready: String?
    /// As in `ProposalOutcome`.
    package let unpublished: [String]
  }
}
