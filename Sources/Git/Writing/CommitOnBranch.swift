/// The commit that an operation wants to make on a branch.
package struct CommitDraft: Sendable {
  /// Relative to the tip's tree.
  package var changes: [TreePath: FileChange]
  package var message: String
  /// Further parents after the tip, for a merge.
  package var otherParents: [ObjectID]
  /// References that change in the same step as the branch.
  package var references: [ReferenceUpdate]
  /// Whether to commit even when no file changes.
  package var mayBeEmpty: Bool

  package init(
    changes: [TreePath: FileChange], message: String, otherParents: [ObjectID] = [],
    references: [ReferenceUpdate] = [], mayBeEmpty: Bool = false
  ) {
    self.changes = changes
    self.message = message
    self.otherParents = otherParents
    self.references = references
    self.mayBeEmpty = mayBeEmpty
  }
}

/// Why a commit was not made.
package enum CommitFailure<Refusal: Error>: Error {
  case git(GitError)
  /// The operation itself decided against it.
  case refused(Refusal)
}

extension Repository {
  /// Commits on a branch, which may be checked out or unborn, and whose repository may be bare.
  ///
  /// `draft` is called with the tip (`nil` when there is none), and again whenever somebody else was faster. It returns
  /// `nil` when there is nothing to do; then this function does too, as it does when the draft changes nothing.
  ///
  /// - Parameters:
  ///   - branch: The full name, as in `refs/heads/main`.
  ///   - attempts: How often to draft; from the second attempt on, everybody else who wants to move the branch waits.
  ///   - patience: How many seconds to wait for a lock of git's.
  package func commit<Refusal>(
    on branch: String, _ options: CommitOptions = CommitOptions(), attempts: Int = 10, patience: Double = 5,
    _ draft: (Commit?) throws(Refusal) -> CommitDraft?
  ) throws(CommitFailure<Refusal>) -> Commit? {
    let work = BranchCommit(repository: self, branch: branch, options: options, patience: patience)
    let result: Result<Commit?, Refusal>
    do throws(GitError) { result = try work.run(attempts: attempts, draft) } catch { throw .git(error) }
    switch result {
    case .success(let commit): return commit
    case .failure(let refusal): throw .refused(refusal)
    }
  }
}

/// The steps of a commit on a branch.
private struct BranchCommit {
  let repository: Repository
  let branch: String
  let options: CommitOptions
  let patience: Double

  func run<Refusal>(
    attempts: Int, _ draft: (Commit?) throws(Refusal) -> CommitDraft?
  ) throws(GitError) -> Result<Commit?, Refusal> {
    let commits = try CommitWriter(repository, options)
    var lock: WriterLock?
    for _ in 0..<max(1, attempts) {
      let hold = lock.flatMap { ReferenceHold(branch, in: repository, under: $0) }
      defer { withExtendedLifetime(hold) {} }
      let tip = try tip()
      let made: CommitDraft?
      do throws(Refusal) { made = try draft(tip) } catch { return .failure(error) }
      guard let made, let commit = try write(made, on: tip, commits) else { return .success(nil) }
      // The first draft is made before the locks are taken, since it may take long; later ones hold our own lock and
      // the branch's, so that they succeed.
      let held: WriterLock
      if let lock { held = lock } else { held = try WriterLock(repository) }
      lock = held
      if try publish(commit, from: tip, made.references, held) == .done { return .success(commit) }
    }
    throw GitError(
      .overtaken, "commit on '\(branch)'", "others have changed it \(attempts) times in the meantime",
      advice: "Try again")
  }

  private func tip() throws(GitError) -> Commit? {
    guard let id = try repository.referenceTarget(branch) else { return nil }
    return try repository.commit(id)
  }

  /// `nil` when the draft changes nothing.
  private func write(_ draft: CommitDraft, on tip: Commit?, _ commits: CommitWriter) throws(GitError) -> Commit? {
    let objects = try ObjectWriter(repository)
    let target = TreeTarget(repository: repository, writer: objects)
    let tree = try repository.writeTree(draft.changes, onto: tip?.tree, target)
    let changesFiles = tip.map { $0.tree != tree } ?? !draft.changes.isEmpty
    guard changesFiles || draft.mayBeEmpty || !draft.otherParents.isEmpty else { return nil }
    let parents = (tip.map { [$0.id] } ?? []) + draft.otherParents
    return try commits.write(tree: tree, parents: parents, message: draft.message, objects)
  }

  private func publish(
    _ commit: Commit, from tip: Commit?, _ others: [ReferenceUpdate], _ lock: WriterLock
  ) throws(GitError) -> ReferenceOutcome {
    let update = try ReferenceUpdate(branch, from: tip?.id, to: commit.id)
    let kind = tip == nil ? " (initial)" : commit.parents.count > 1 ? " (merge)" : ""
    let message = "commit\(kind): \(commit.subject)"
    return try ReferenceTransaction(repository: repository, updates: [update] + others, message: message)
      .run(under: lock, patience: patience)
  }
}
