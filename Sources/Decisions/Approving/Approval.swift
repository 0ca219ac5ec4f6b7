/// A statement about a proposal, in a commit on its branch.
package struct Approval: Sendable, Equatable {
  package enum Verdict: String, Sendable {
    case approve
    case requestChanges = "request-changes"
  }

  /// What is known about the commit's signature.
  package enum Signature: Sendable, Equatable {
    case unsigned
    /// By a key that the target branch lists for the person.
    case good
    /// Why it proves nothing, one clause: "by a key that is not lin's".
    case bad(String)
  }

  /// The handle.
  package let person: String
  package let verdict: Verdict
  /// What was judged; `nil` when the commit names no readable digest.
  package let digest: ChangeDigest?
  /// The commit that contains the statement.
  package let commit: String
  package let signature: Signature

  package init(
    person: String, verdict: Verdict, digest: ChangeDigest?, commit: String, signature: Signature = .unsigned
  ) {
    self.person = person
    self.verdict = verdict
    self.digest = digest
    self.commit = commit
    self.signature = signature
  }
}
