extension GitEnvironment {
  /// Runs the user's own git in the directory, with or without a repository; a failure of git's is no error, see the
  /// status.
  package func git(_ arguments: [String], input: [UInt8] = []) throws(GitError) -> GitOutput {
    try ChildProcess(arguments, in: self, input: input).finish()
  }
}
