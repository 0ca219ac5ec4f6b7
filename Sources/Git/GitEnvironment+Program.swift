extension GitEnvironment {
  /// Runs a program of the user's in the directory; its own failure is no error, see the status.
  ///
  /// - Parameters:
  ///   - extra: variables beside those of this environment.
  ///   - seconds: how long it may take before it is ended, which throws; default: as long as it wants.
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
