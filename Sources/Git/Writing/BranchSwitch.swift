extension Repository {
  /// Checks out a branch with the user's own `git switch`. A failure of git is not thrown: see the status.
  ///
  /// Git runs in a session of its own and we wait for its end, so that whatever ends us, or our process group, does not
  /// leave the working tree half way between two branches.
  package func switchBranch(to branch: String) throws(GitError) -> GitOutput {
    try ProcessSignals.withoutEnding { () throws(GitError) in
      try ChildProcess(["switch", "--quiet", branch], in: environment, isApart: true).finish()
    }
  }
}
