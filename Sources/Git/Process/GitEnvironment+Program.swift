extension GitEnvironment {
  /// Runs a program of the user's in the directory. A failure of the program is not thrown: see the status.
  ///
  /// - Parameters:
  ///   - extra: variables added to those of this environment.
  ///   - seconds: how long it may take before it is killed and an error is thrown (default: no limit).
  package func run(
    _ program: String, _ arguments: [String], input: [UInt8] = [], setting extra: [String: String] = [:],
    within seconds: Int? = nil
  ) throws(GitError) -> GitOutput {
    let operation = "run '\(program)'"
    guard let place = ChildProcess.program(program, on: self["PATH"]) else {
      throw GitError(.programMissing, operation, "there is no '\(program)' on the PATH", advice: "Install \(program)")
    }
    return try ChildProcess(place, arguments, in: setting(extra), input: input, operation: operation)
      .finish(within: seconds)
  }
}
