extension Repository {
  /// Whether the history of this clone is cut off.
  package var isShallow: Bool { !shallowCommits.isEmpty }

  /// The commits whose parents this clone leaves out.
  var shallowCommits: Set<ObjectID> {
    let path = environment.path("GIT_SHALLOW_FILE") ?? "\(commonDirectory)/shallow"
    let lines = (try? DiskFile.read(path)) ?? []
    return Set(lines.split(separator: UInt8(ascii: "\n")).compactMap { ObjectID(hex: $0) })
  }

  /// The last commit, along first parents from `start`, that was committed at `time` or before.
  package func commit(atOrBefore time: Int64, from start: Commit) throws(GitError) -> Commit {
    let cut = shallowCommits
    var commit = start
    while commit.committer.time > time {
      guard let parent = commit.parents.first else {
        throw GitError(.beforeHistory, "find a commit of that date", "the first commit is of \(Day(commit.committer))")
      }
      guard !cut.contains(commit.id) else {
        throw GitError(
          .cut, "find a commit of that date", "the history of this clone is cut off at \(commit.id.short)",
          advice: "Run 'git fetch --unshallow'")
      }
      commit = try self.commit(parent)
    }
    return commit
  }
}
