import FoundationEssentials
package import Git
package import StrategyStore

/// Writes an audit pack into a folder that is new or empty, all of it or nothing.
package struct PackWriting {
  package let repository: Repository
  package let question: AuditQuestion
  package let session: Session

  package init(repository: Repository, question: AuditQuestion, session: Session) {
    (self.repository, self.question, self.session) = (repository, question, session)
  }

  /// The folder gets its name only when it is complete.
  ///
  /// - Parameter path: absolute.
  package func write(to path: String, called folder: String) throws -> PackContents {
    let place = URL(filePath: path).standardizedFileURL.resolvingSymlinksInPath().path
    try PackWriting.requireRoom(at: place, called: folder)
    let staged = URL(filePath: place).deletingLastPathComponent().path + "/.northstar-audit-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: staged) }
    do {
      try FileManager.default.createDirectory(atPath: staged, withIntermediateDirectories: false)
      let contents = try fill(staged, called: folder)
      try replaceFile(at: place, with: staged)
      return contents
    } catch {
      if error is StrategyError || error is GitError { throw error }
      throw StrategyError.writing(folder, error)
    }
  }

  /// Fails early where renaming would fail at the end.
  static func requireRoom(at place: String, called folder: String) throws(StrategyError) {
    guard (try? FileManager.default.attributesOfItem(atPath: place)) != nil else { return }
    let found = try? FileManager.default.contentsOfDirectory(atPath: place)
    guard let found else { throw StrategyError(message: "'\(folder)' is not a readable folder") }
    guard found.isEmpty else {
      throw StrategyError(
        message: "'\(folder)' is not empty", help: ["Name a folder that is new or empty, so that nothing is mixed up."])
    }
  }

  private func fill(_ staged: String, called folder: String) throws -> PackContents {
    let lone = try IsolatedRepository(of: repository, tip: question.tip, reference: question.reference)
    let contents = try PackContents(question, of: lone, in: session)
    let bundle = "\(staged)/\(PackFile.bundle.rawValue)"
    try lone.writeBundle(bundle, called: "\(folder)/\(PackFile.bundle.rawValue)", reference: question.reference)
    var files = contents.files
    files[.question] = try contents.question.text()
    files[.signatures] = try PackSignatures(upTo: question.tip) { try repository.git($0) }.text()
    for (file, text) in files { try Data(text).write(to: URL(filePath: "\(staged)/\(file.rawValue)")) }
    files[.bundle] = Array(try Data(contentsOf: URL(filePath: bundle)))
    try Data(PackSums.text(files)).write(to: URL(filePath: "\(staged)/\(PackFile.sums.rawValue)"))
    return contents
  }
}

extension Repository {
  /// The branch's name for a repository of its own; `history` for a revision that is not a branch.
  package func branchName(_ options: HistoryRequest) throws -> String {
    let branch = try options.branch ?? mainBranch()
    let prefixes = ["refs/heads/", "refs/remotes/origin/", "origin/"]
    let name = prefixes.first { branch.hasPrefix($0) }.map { String(branch.dropFirst($0.count)) } ?? branch
    let isName = try git(["check-ref-format", "--branch", name]).succeeded
    return isName && name != "HEAD" && !name.hasPrefix("@") ? name : "history"
  }
}
