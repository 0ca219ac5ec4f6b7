extension GitEnvironment {
  /// Runs the user's own git in the directory, with or without a repository. A failure of git is not thrown: see the
  /// status.
  package func git(_ arguments: [String], input: [UInt8] = []) throws(GitError) -> GitOutput {
    try ChildProcess(arguments, in: self, input: input).finish()
  }
}
