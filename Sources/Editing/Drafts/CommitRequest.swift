package import Git

/// How a change is to be committed.
package struct CommitRequest: Sendable {
  /// Reasons, for the commit's message.
  package var message: [String] = []
  /// Only show the commit that would be made.
  package var isRehearsal = false
  /// `nil` for the branch that is checked out.
  package var branch: String?
  /// The strategy's id or folder; `nil` for the only one.
  package var strategy: String?
  /// Whether the commit-msg hook runs.
  package var runsHooks = true
  /// The date of the commit; `nil` for git's own.
  package var moment: CommitMoment?
  /// Whether errors that the change adds are shown and written all the same.
  package var acceptsErrors = false

  package init(
    message: [String] = [], isRehearsal: Bool = false, branch: String? = nil, strategy: String? = nil,
    runsHooks: Bool = true
  ) {
    (self.message, self.isRehearsal, self.branch, self.strategy, self.runsHooks) = (
      message, isRehearsal, branch, strategy, runsHooks
    )
  }
}
