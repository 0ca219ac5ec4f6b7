import Diagnostics
import Git
import History

/// What became of a change.
enum WritingOutcome {
  /// There was nothing to change.
  case unchanged
  /// The strategy would have had these errors, which it does not have now; nothing was written.
  case refused(Findings)
  case rehearsed(RehearsedCommit)
  case written(WrittenCommit)

  /// `nil` unless something was committed.
  var commit: WrittenCommit? { if case .written(let written) = self { written } else { nil } }
}

/// What was committed.
struct WrittenCommit {
  /// Its short name.
  let branch: String
  let commit: Commit
  let changes: [EntityChange]
  /// New findings that are not errors, in the changed files.
  let warnings: Findings
  /// Sentences of the commit's message that its author should read.
  let remarks: [String]
  let advice: [Remedy]
  /// The user's hooks that git would have run.
  let skippedHooks: [String]
}

/// What would be committed.
struct RehearsedCommit {
  /// The commit as text, with its difference.
  let preview: String
  let warnings: Findings
  let advice: [Remedy]
}
