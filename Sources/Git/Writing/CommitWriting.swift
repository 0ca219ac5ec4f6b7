/// How commits are made, where the user can choose.
package struct CommitOptions: Sendable {
  /// The date of the commit; `nil` for git's own.
  package var moment: CommitMoment?
  /// Whether the user's `commit-msg` hook runs, as it does without git's `--no-verify`.
  package var runsHooks: Bool
  /// Whether the commit is signed; `nil` uses `commit.gpgsign`.
  package var isSigned: Bool?

  package init(moment: CommitMoment? = nil, runsHooks: Bool = true, isSigned: Bool? = nil) {
    self.moment = moment
    self.runsHooks = runsHooks
    self.isSigned = isSigned
  }
}

/// Writes commits for one operation, and asks git only once who commits and whether to sign.
struct CommitWriter {
  private let repository: Repository
  private let runsHooks: Bool
  private let isSigned: Bool
  let identity: CommitIdentity

  init(_ repository: Repository, _ options: CommitOptions) throws(GitError) {
    try repository.requireWritable("commit")
    self.repository = repository
    runsHooks = options.runsHooks
    identity = try repository.identity(at: options.moment)
    if let isSigned = options.isSigned { self.isSigned = isSigned } else { isSigned = try repository.signsCommits() }
  }

  /// Writes the commit; no branch points at it yet.
  func write(
    tree: ObjectID, parents: [ObjectID], message: String, _ writer: ObjectWriter
  ) throws(GitError) -> Commit {
    var message = try CommitMessage.cleaned(message)
    if runsHooks { message = try CommitMessage.cleaned(repository.passedThroughMessageHook(message)) }
    let id =
      isSigned
      ? try signed(tree, parents, message)
      : try writer.write(text(tree, parents, message), as: .commit)
    return try repository.commit(id)
  }

  /// Source: gitformat, "commit object".
  private func text(_ tree: ObjectID, _ parents: [ObjectID], _ message: String) -> [UInt8] {
    var text = Array("tree \(tree)\n".utf8)
    for parent in parents { text += Array("parent \(parent)\n".utf8) }
    text += Array("author ".utf8) + identity.authorLine + Array("\ncommitter ".utf8) + identity.committerLine
    return text + Array("\n\n".utf8) + Array(message.utf8)
  }

  /// Git itself signs, so that all of its settings for keys and programs apply.
  private func signed(_ tree: ObjectID, _ parents: [ObjectID], _ message: String) throws(GitError) -> ObjectID {
    let settings = ["-c", "core.fsync=loose-object", "-c", "core.fsyncMethod=fsync", "-c", "i18n.commitEncoding=UTF-8"]
    let answer = try repository.environment.setting(identity.variables).git(
      settings + ["commit-tree", "-S", "\(tree)"] + parents.flatMap { ["-p", "\($0)"] } + ["-F", "-"],
      input: Array(message.utf8))
    guard answer.succeeded, let id = ObjectID(hex: answer.output.prefix(40)) else {
      throw .git("sign the commit", answer)
    }
    return id
  }
}

extension Repository {
  /// Whether the user wants commits signed.
  package func signsCommits() throws(GitError) -> Bool {
    let answer = try git(["config", "--type=bool", "--default", "false", "commit.gpgsign"])
    guard answer.succeeded else { throw .git("read 'commit.gpgsign'", answer) }
    return answer.output.starts(with: "true".utf8)
  }

  /// Writes a commit that no branch points at yet, with the user's identity, hook and signature.
  package func writeCommit(
    tree: ObjectID, parents: [ObjectID], message: String, _ options: CommitOptions = CommitOptions()
  ) throws(GitError) -> Commit {
    let writer = try ObjectWriter(self)
    return try CommitWriter(self, options).write(tree: tree, parents: parents, message: message, writer)
  }
}
