import Diagnostics
import Git
import History
import StrategyModel

/// Commits changes of a strategy on a branch: made in memory, checked, and only then written.
struct StrategyWriting {
  let repository: Repository
  /// In full, as in `refs/heads/main`.
  let branch: String
  let options: WritingOptions
  private let environment: CommandEnvironment

  init(_ options: WritingOptions, in environment: CommandEnvironment) throws {
    let repository = try Repository.open(in: environment.git)
    try self.init(options, branch: repository.branchToWrite(options.branch), of: repository, in: environment)
    try requireOpenProposal()
  }

  init(
    _ options: WritingOptions, branch: String, of repository: Repository, in environment: CommandEnvironment
  ) throws {
    (self.repository, self.branch, self.options, self.environment) = (repository, branch, options, environment)
  }

  /// Throws on the branch of a proposal that has ended: a commit there could not land.
  private func requireOpenProposal() throws {
    guard branch.hasPrefix(BranchedProposal.prefix) else { return }
    // Without a branch to land on, nothing has landed.
    guard let target = try? LandingTarget(options.strategy, of: repository, in: environment) else { return }
    try target.requireOpen(String(branch.dropFirst(BranchedProposal.prefix.count)))
  }

  /// Makes the change, prints the result, and returns the status of the command.
  ///
  /// - Parameter edit: changes the draft and returns the commit's wording; called again when the branch has moved.
  func run(_ edit: (inout StrategyDraft) throws -> CommitWording) throws -> ExitStatus {
    do {
      if options.dryRun { return try rehearse(edit) }
      guard let written = try commit(edit) else {
        environment.print("Nothing to change.")
        return .clean
      }
      try report(written)
      return .clean
    } catch let refused as RefusedDraft {
      try refused.report(in: environment)
      return .findings
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
      return WrittenCommit(commit: commit, changes: last.draft.changes(), check: last.check, remarks: last.remarks)
    } catch CommitFailure<any Error>.refused(let refusal) {
      throw refusal
    } catch CommitFailure<any Error>.git(let error) {
      throw error
    }
  }

  /// `nil` when nothing changes.
  func draft(
    on tip: Commit?, _ edit: (inout StrategyDraft) throws -> CommitWording
  ) throws -> CheckedDraft? {
    var draft = try opened(at: tip)
    var wording = try edit(&draft)
    guard !draft.texts.isEmpty || !draft.others.isEmpty || draft.mayBeEmpty else { return nil }
    let check = DraftCheck(draft)
    if check.isRefused { throw RefusedDraft(findings: check.findings) }
    wording.reasons += options.message
    return CheckedDraft(draft: draft, check: check, message: try wording.message(), remarks: wording.remarks)
  }

  /// The strategy at the branch's tip.
  func opened() throws -> StrategyDraft { try opened(at: tip()) }

  private func opened(at tip: Commit?) throws -> StrategyDraft {
    guard let tip else { throw StrategyError(message: "the branch '\(branchName)' no longer exists") }
    let loaded = try LoadedStrategies(
      .revision(tip, in: repository, label: branchName), choosing: options.strategy)
    environment.leftovers.keep(loaded)
    let strategy = try loaded.only()
    return StrategyDraft(loaded, strategy, tip: tip, today: try environment.today(in: strategy))
  }

  private func tip() throws(GitError) -> Commit? {
    guard let id = try repository.referenceTarget(branch) else { return nil }
    return try repository.commit(id)
  }

  var branchName: String { branch.hasPrefix("refs/heads/") ? String(branch.dropFirst(11)) : branch }

  private var commitOptions: CommitOptions { CommitOptions(runsHooks: !options.noVerify) }

  /// Shows the commit that would be made; writes only unreferenced objects.
  func rehearse(_ edit: (inout StrategyDraft) throws -> CommitWording) throws -> ExitStatus {
    let tip = try tip()
    guard let checked = try draft(on: tip, edit), let tip else {
      environment.print("Nothing to change.")
      return .clean
    }
    var options = commitOptions
    options.isSigned = false
    let tree = try repository.writeTree(checked.draft.fileChanges(), onto: tip.tree)
    let commit = try repository.writeCommit(tree: tree, parents: [tip.id], message: checked.message, options)
    environment.show(try Rehearsal(commit, onto: tip, branch: branchName, in: repository).text)
    checked.check.warn(in: environment)
    environment.note("Nothing was committed (--dry-run).")
    return .clean
  }

  private func report(_ written: WrittenCommit) throws {
    environment.print("[\(branchName) \(written.commit.id.short)] \(written.commit.subject.visible)")
    for line in written.changes.flatMap({ ChangeReport.text($0) }) { environment.print(line) }
    for remark in written.remarks { environment.print(environment.commands.naming(remark)) }
    written.check.warn(in: environment)
    for hook in try skippedHooks() { environment.note("note: the hook '\(hook)' did not run") }
  }

  /// Hooks of the user that `git commit` would have run here. The work of northstar's own lines has been done.
  private func skippedHooks() throws -> [String] {
    let names = ["pre-commit"] + (options.noVerify ? ["commit-msg"] : [])
    return try names.filter { name in try repository.hasHook(name) && !isOurs(name) }
  }

  private func isOurs(_ hook: String) -> Bool {
    guard hook == HookDuty.check.hook, var script = try? HookFile(in: environment).read() else { return false }
    script.remove()
    return script.isEmpty
  }
}

/// A draft that may be committed.
struct CheckedDraft {
  let draft: StrategyDraft
  let check: DraftCheck
  let message: String
  let remarks: [String]

  fileprivate var commit: CommitDraft {
    get throws(GitError) {
      CommitDraft(
        changes: try draft.fileChanges(), message: message, otherParents: draft.otherParents,
        references: draft.references, mayBeEmpty: draft.mayBeEmpty)
    }
  }
}

/// What was committed.
struct WrittenCommit {
  let commit: Commit
  let changes: [EntityChange]
  let check: DraftCheck
  let remarks: [String]
}

extension DraftCheck {
  /// Prints the new findings that are not errors.
  fileprivate func warn(in environment: CommandEnvironment) {
    guard !findings.diagnostics.isEmpty, let text = try? CheckFormat.text.render(findings, in: environment) else {
      return
    }
    environment.ask(text)
  }
}
