/// A moment and the time zone to show it in.
package struct CommitMoment: Sendable, Hashable {
  /// Seconds since 1970.
  package let time: Int64
  /// Minutes east of Greenwich.
  package let offset: Int

  package init(time: Int64, offset: Int) {
    self.time = time
    self.offset = offset
  }

  /// In the form that git's date variables take.
  var text: String {
    let minutes = abs(offset % (24 * 60))
    let digits = String(10_000 + minutes / 60 * 100 + minutes % 60).dropFirst()
    return "@\(time) \(offset < 0 ? "-" : "+")\(digits)"
  }
}

/// Who writes a commit, by git's own rules: variables, configuration, and what the system knows about the user.
package struct CommitIdentity: Sendable {
  package let author: Signature
  package let committer: Signature
  /// As a commit records it.
  let authorLine: [UInt8]
  let committerLine: [UInt8]

  init(author: [UInt8], committer: [UInt8]) {
    (authorLine, committerLine) = (author, committer)
    self.author = SignatureParser.parse(author[...], encoding: nil)
    self.committer = SignatureParser.parse(committer[...], encoding: nil)
  }

  /// The variables that make git use these persons and dates.
  var variables: [String: String] {
    var variables: [String: String] = [:]
    for (role, signature) in [("AUTHOR", author), ("COMMITTER", committer)] {
      variables["GIT_\(role)_NAME"] = signature.name
      variables["GIT_\(role)_EMAIL"] = signature.email
      variables["GIT_\(role)_DATE"] = CommitMoment(time: signature.time, offset: signature.offset).text
    }
    return variables
  }
}

extension Repository {
  /// The user's identity in git; both dates are `moment`, or git's own when that is `nil`.
  package func identity(at moment: CommitMoment? = nil) throws(GitError) -> CommitIdentity {
    var dates: [String: String] = [:]
    if let moment { dates = ["GIT_AUTHOR_DATE": moment.text, "GIT_COMMITTER_DATE": moment.text] }
    let environment = environment.setting(dates)
    let author = try ChildProcess(["var", "GIT_AUTHOR_IDENT"], in: environment)
    let committer = try ChildProcess(["var", "GIT_COMMITTER_IDENT"], in: environment)
    let answers = (try author.finish(), try committer.finish())
    return CommitIdentity(author: try Self.line(of: answers.0), committer: try Self.line(of: answers.1))
  }

  private static func line(of answer: GitOutput) throws(GitError) -> [UInt8] {
    let operation = "find out who commits"
    let line = Array(answer.output.prefix { $0 != UInt8(ascii: "\n") })
    guard !answer.succeeded || line.isEmpty else { return line }
    let said = String(decoding: answer.errors, as: UTF8.self)
    guard !said.contains("invalid date") else { throw .git(operation, answer) }
    throw GitError(
      .noIdentity, operation, "git does not know your name and mail address",
      advice: "Run 'git config --global user.name \"Your Name\"' and 'git config --global user.email you@example.com'")
  }
}

extension GitEnvironment {
  /// This environment with other values for some variables.
  func setting(_ values: [String: String]) -> GitEnvironment {
    GitEnvironment(directory: directory, variables: variables.merging(values) { $1 }, program: program)
  }
}
