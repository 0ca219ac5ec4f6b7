internal import Glibc

/// A working tree with a branch checked out, whose index and files follow when the branch moves.
struct Worktree {
  let path: String
  /// The directory with `HEAD` and the index.
  let gitDirectory: String
  private let environment: GitEnvironment

  private init(_ path: String, _ gitDirectory: String, _ environment: GitEnvironment) {
    self.path = path
    self.gitDirectory = gitDirectory
    self.environment = environment
  }

  var index: String { environment.path("GIT_INDEX_FILE") ?? "\(gitDirectory)/index" }

  /// The working trees of a repository, including its own, that have a branch checked out.
  static func all(of branch: String, in repository: Repository) throws(GitError) -> [Worktree] {
    guard branch.hasPrefix("refs/heads/") else { return [] }
    var found: [Worktree] = []
    if let top = repository.workTree, try repository.symbolicTarget("HEAD") == branch {
      found.append(Worktree(top, repository.gitDirectory, repository.environment.moved(to: top)))
    }
    let isMain = repository.gitDirectory == repository.commonDirectory
    for (index, record) in try records(repository).enumerated() where record.branch == branch {
      let path = Paths.real(record.path)
      let isOwn = isMain ? index == 0 : path == repository.workTree
      // The folder of a working tree may have been deleted.
      guard !isOwn, Disk.kind(path) == .folder else { continue }
      let gitDirectory = index == 0 ? repository.commonDirectory : WorkTreeLocation.followed("\(path)/.git")
      found.append(Worktree(path, gitDirectory, repository.environment.outside(at: path)))
    }
    return found
  }

  private static func records(_ repository: Repository) throws(GitError) -> [(path: String, branch: String?)] {
    let linked = Disk.kind("\(repository.commonDirectory)/worktrees") != nil
    guard linked || repository.gitDirectory != repository.commonDirectory else { return [] }
    let answer = try repository.git(["worktree", "list", "--porcelain", "-z"])
    guard answer.succeeded else { throw .git("list the working trees", answer) }
    var records: [(path: String, branch: String?)] = []
    for line in answer.output.split(separator: 0).map({ String(decoding: $0, as: UTF8.self) }) {
      if line.hasPrefix("worktree ") { records.append((String(line.dropFirst(9)), nil)) }
      if line.hasPrefix("branch "), !records.isEmpty { records[records.count - 1].branch = String(line.dropFirst(7)) }
    }
    return records
  }

  /// Checks that the index and files can follow; throws an error that names what is in the way.
  func check(from old: ObjectID?, to new: ObjectID, added: [TreePath]) throws(GitError) {
    try protectIgnoredFiles(added)
    try read(["-n", "-m", "-u"], from: old, to: new)
  }

  /// Moves the index and files from one commit to another. If a file cannot be written, it fails with some files done.
  func move(from old: ObjectID?, to new: ObjectID, added: [TreePath]) throws(GitError) {
    try protectIgnoredFiles(added)
    try read(["-m", "-u"], from: old, to: new)
  }

  /// Undoes a move.
  func moveBack(from new: ObjectID, to old: ObjectID?) throws(GitError) { try read(["-m", "-u"], from: new, to: old) }

  static let emptyTree = "4b825dc642cb6eb9a060e54bf8d69288fbee4904"

  private func read(_ flags: [String], from old: ObjectID?, to new: ObjectID?) throws(GitError) {
    let trees = [old, new].map { $0?.description ?? Self.emptyTree }
    // A file watcher started by git would never end, and would keep open what it inherits.
    let command = ["-c", "core.fsmonitor=false", "read-tree"] + flags + trees
    var answer = try environment.git(command)
    if !answer.succeeded, Self.obstacle(answer) != nil {
      // A file that was only touched counts as changed until git refreshes the index.
      _ = try environment.git(["-c", "core.fsmonitor=false", "update-index", "-q", "--refresh"])
      answer = try environment.git(command)
    }
    guard !answer.succeeded else { return }
    throw failure(answer)
  }

  func git(_ arguments: [String], input: [UInt8] = []) throws(GitError) -> GitOutput {
    try environment.git(arguments, input: input)
  }

  private func failure(_ answer: GitOutput) -> GitError {
    let operation = "update the files in '\(path)'"
    if let lock = LockFile(namedIn: String(decoding: answer.errors, as: UTF8.self)) { return lock.failure(operation) }
    guard let obstacle = Self.obstacle(answer) else { return .git(operation, answer) }
    return inTheWay(obstacle)
  }

  private func inTheWay(_ file: String) -> GitError {
    GitError(
      .filesInTheWay, "update the files in '\(path)'", "'\(file)' has changes that are in no commit",
      advice: "Commit, stash or move them away; nothing was changed")
  }

  /// The file that git names when it refuses.
  private static func obstacle(_ answer: GitOutput) -> String? {
    let text = String(decoding: answer.errors, as: UTF8.self)
    guard
      text.contains("not uptodate") || text.contains("overwritten") || text.contains("would be removed")
        || text.contains("lose untracked") || text.contains("is not up to date")
    else { return nil }
    let quoted = text.split(separator: "'", omittingEmptySubsequences: false)
    return quoted.count > 1 ? String(quoted[1]) : nil
  }

  /// Git treats ignored files as expendable, but they may be somebody's notes.
  private func protectIgnoredFiles(_ added: [TreePath]) throws(GitError) {
    let inPlace = added.compactMap { file in obstructed(file) }
    guard !inPlace.isEmpty else { return }
    // Without the standard excludes, git lists everything that is not in the index.
    let answer = try environment.git(
      ["--literal-pathspecs", "ls-files", "--others", "-z", "--"] + inPlace.sorted())
    guard answer.succeeded else { throw .git("look for files in the way", answer) }
    guard let first = answer.output.split(separator: 0).first else { return }
    throw inTheWay(String(decoding: first, as: UTF8.self))
  }

  /// What is in the place of a file to be written, or of one of its folders.
  private func obstructed(_ file: TreePath) -> String? {
    var reached = ""
    for name in file.names {
      reached += (reached.isEmpty ? "" : "/") + String(decoding: name, as: UTF8.self)
      guard let kind = Disk.kind("\(path)/\(reached)") else { return nil }
      if kind != .folder { return reached }
    }
    return reached
  }
}

extension GitEnvironment {
  /// This environment at the top of its own working tree.
  fileprivate func moved(to directory: String) -> GitEnvironment {
    let relative = ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_COMMON_DIR", "GIT_OBJECT_DIRECTORY"]
    let absolute = relative.reduce(into: [String: String]()) { $0[$1] = path($1) }
    return GitEnvironment(directory: directory, variables: variables.merging(absolute) { $1 }, program: program)
  }

  /// This environment without what ties git to this one working tree.
  fileprivate func outside(at directory: String) -> GitEnvironment {
    let own: Set = ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_COMMON_DIR", "GIT_PREFIX"]
    return GitEnvironment(directory: directory, variables: variables.filter { !own.contains($0.key) }, program: program)
  }
}
