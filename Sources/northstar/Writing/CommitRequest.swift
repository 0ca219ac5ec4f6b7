/// How a change is to be committed.
struct CommitRequest: Sendable {
  /// Reasons, for the commit's message.
  var message: [String] = []
  /// Only show the commit that would be made.
  var isRehearsal = false
  /// `nil` for the branch that is checked out.
  var branch: String?
  /// The strategy's id or folder; `nil` for the only one.
  var strategy: String?
  /// Whether the commit-msg hook runs.
  var runsHooks = true
}
