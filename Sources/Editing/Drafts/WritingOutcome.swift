package import Diagnostics
package import Git
package import History
package import StrategyStore

/// What became of a change.
package enum WritingOutcome {
  /// There was nothing to change.
  case unchanged
  /// The strategy would have had these errors, which it does not have now; nothing was written.
  case refused(Findings)
  case rehearsed(RehearsedCommit)
  case written(WrittenCommit)

  /// `nil` unless something was committed.
  package var commit: WrittenCommit? { if case .written(let written) = self { written } else { nil } }
}

/// What was committed.
package struct WrittenCommit {
  /// Its short name.
  package let branch: String
  package let commit: Commit
  package let changes: [EntityChange]
  /// New findings that are not errors, in the changed files.
  package let warnings: Findings
  /// Sentences of the commit's message that its author should read.
  package let remarks: [String]
  package let advice: [Remedy]
  /// The user's hooks that git would have run.
  package let skippedHooks: [String]
}

/// What would be committed.
package struct RehearsedCommit {
  /// The commit as text, with its difference.
  package let preview: String
  package let warnings: Findings
  package let advice: [Remedy]
}
