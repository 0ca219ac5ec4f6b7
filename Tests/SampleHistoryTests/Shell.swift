import TestSupport

/// Runs programs in an environment without any of the user's settings.
enum Shell {
  static let sampleHistory = "\(Sandbox.products)/samplehistory"

  static func run(_ program: String, _ arguments: [String], input: [UInt8] = [], extra: [String: String] = [:]) throws
    -> Outcome
  {
    let home = try TemporaryFolder()
    let variables = [
      "PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": home.path, "GIT_CONFIG_NOSYSTEM": "1", "TZ": "UTC", "LC_ALL": "C",
    ]
    return try Program([program] + arguments, in: home.path, variables: variables.merging(extra) { $1 })
      .run(input: input)
  }
}
