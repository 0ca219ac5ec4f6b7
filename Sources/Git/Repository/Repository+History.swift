extension Repository {
  /// Whether `git replace` or a grafts file shows git another history than the one recorded here.
  ///
  /// We always read what was recorded: libgit2 supports neither.
  package func showsReplacements() throws(GitError) -> Bool {
    if Disk.kind("\(commonDirectory)/info/grafts") != nil { return true }
    return try allReferences().contains { $0.hasPrefix("refs/replace/") }
  }

  /// Whether the history of this clone is cut off.
  package var isShallow: Bool { !shallowCommits.isEmpty }

  /// The commits whose parents this clone leaves out.
  var shallowCommits: Set<ObjectID> {
    let path = environment.path("GIT_SHALLOW_FILE") ?? "\(commonDirectory)/shallow"
    let lines = (try? DiskFile.read(path)) ?? []
    return Set(lines.split(separator: UInt8(ascii: "\n")).compactMap { ObjectID(hex: $0) })
  }

  /// The last commit, along first parents from `start`, that was committed at or before `time`.
  package func commit(atOrBefore time: Int64, from start: Commit) throws(GitError) -> Commit {
    let operation = "find the commit of \(Day(time: time))"
    let cut = shallowCommits
    var commit = start
    while commit.committer.time > time {
      guard let parent = commit.parents.first else {
        throw GitError(.beforeHistory, operation, "the first commit is of \(Day(commit.committer))")
      }
      guard !cut.contains(commit.id) else {
        throw .cut(operation, after: commit)
      }
      commit = try self.commit(parent)
    }
    return commit
  }
}
