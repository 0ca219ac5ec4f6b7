package import Git
package import StrategyStore

/// Commits changes of a strategy on a branch: made in memory, checked, and only then written.
package struct StrategyWriting {
  package let repository: Repository
  /// In full, as in `refs/heads/main`.
  package let branch: String
  package let options: CommitRequest
  private let session: Session

  /// - Parameter branch: in full.
  package init(_ options: CommitRequest, branch: String, of repository: Repository, in session: Session) {
    (self.repository, self.branch, self.options, self.session) = (repository, branch, options, session)
  }

  /// Makes the change, unless it would add errors.
  ///
  /// - Parameter edit: changes the draft and returns the commit's wording; called again when the branch has moved.
  package func run(_ edit: (inout StrategyDraft) throws -> CommitWording) throws -> WritingOutcome {
    do {
      if options.isRehearsal { return try rehearse(edit) }
      return try commit(edit).map { .written($0) } ?? .unchanged
    } catch let refused as RefusedDraft {
      return .refused(refused.findings)
    }
  }

  /// Commits the closure's changes to the tip; `nil` when nothing changes. Throws `RefusedDraft` for errors.
  func commit(_ edit: (inout StrategyDraft) throws -> CommitWording) throws -> WrittenCommit? {
    var last: CheckedDraft?
    do {
      let commit = try repository.commit(on: branch, commitOptions) { tip throws(any Error) -> CommitDraft? in
        let checked = try draft(on: tip, edit)
        last = checked
        return try checked?.commit
      }
      guard let commit, let last else { return nil }
      return WrittenCommit(
        branch: branchName, commit: commit, changes: last.draft.changes(), warnings: last.check.findings,
        remarks: last.remarks, advice: last.advice, skippedHooks: try skippedHooks())
    } catch CommitFailure<any Error>.refused(let refusal) {
      throw refusal
    } catch CommitFailure<any Error>.git(let error) {
      throw error
    }
  }

  /// `nil` when nothing changes.
  package func draft(
    on tip: Commit?, _ edit: (inout StrategyDraft) throws -> CommitWording
  ) throws -> CheckedDraft? {
    var draft = try opened(at: tip)
    var wording = try edit(&draft)
    guard !draft.texts.isEmpty || !draft.others.isEmpty || draft.mayBeEmpty else { return nil }
    let check = DraftCheck(draft)
    if check.isRefused, !options.acceptsErrors { throw RefusedDraft(findings: check.findings) }
    wording.reasons += options.message
    return CheckedDraft(
      draft: draft, check: check, message: try wording.message(), remarks: wording.remarks, advice: wording.advice)
  }

  /// The strategy at the branch's tip.
  package func opened() throws -> StrategyDraft { try opened(at: tip()) }

  private func opened(at tip: Commit?) throws -> StrategyDraft {
    guard let tip else { throw StrategyError(message: "the branch '\(branchName)' no longer exists") }
    let loaded = try LoadedStrategies(
      .revision(tip, in: repository, label: branchName), choosing: options.strategy)
    session.retained.keep(loaded)
    let strategy = try loaded.only()
    return StrategyDraft(loaded, strategy, tip: tip, today: try session.today(in: strategy))
  }

  private func tip() throws(GitError) -> Commit? {
    guard let id = try repository.referenceTarget(branch) else { return nil }
    return try repository.commit(id)
  }

  var branchName: String { branch.hasPrefix("refs/heads/") ? String(branch.dropFirst(11)) : branch }

  private var commitOptions: CommitOptions {
    CommitOptions(moment: options.moment, runsHooks: options.runsHooks)
  }

  /// Shows the commit that would be made; writes only unreferenced objects.
  package func rehearse(_ edit: (inout StrategyDraft) throws -> CommitWording) throws -> WritingOutcome {
    let tip = try tip()
    guard let checked = try draft(on: tip, edit), let tip else { return .unchanged }
    var options = commitOptions
    options.isSigned = false
    let tree = try repository.writeTree(checked.draft.fileChanges(), onto: tip.tree)
    let commit = try repository.writeCommit(tree: tree, parents: [tip.id], message: checked.message, options)
    return .rehearsed(
      RehearsedCommit(
        preview: try DryRunPreview(commit, onto: tip, branch: branchName, in: repository).text,
        warnings: checked.check.findings, advice: checked.advice))
  }

  /// Hooks of the user that `git commit` would have run here.
  private func skippedHooks() throws -> [String] {
    let names = ["pre-commit"] + (options.runsHooks ? [] : ["commit-msg"])
    return try names.filter { name in try repository.hasHook(name) }
  }
}

/// A draft that may be committed.
package struct CheckedDraft {
  package let draft: StrategyDraft
  let check: DraftCheck
  package let message: String
  let remarks: [String]
  let advice: [Remedy]

  fileprivate var commit: CommitDraft {
    get throws(GitError) {
      CommitDraft(
        changes: try draft.fileChanges(), message: message, otherParents: draft.otherParents,
        references: draft.references, mayBeEmpty: draft.mayBeEmpty)
    }
  }
}
