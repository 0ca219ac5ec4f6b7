import ArgumentParser
import Git

struct AuditVerifyCommand: EnvironmentCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check an audit pack against itself, from nothing but the pack",
    discussion: """
      Checks every sum, makes everything again from the history in the pack's bundle, and compares byte by byte. Needs \
      no other repository. Signatures are compared where both sides have the keys; how many could not be checked is \
      said, and how many commits carry none.

      A pack agrees with itself even if its history was rewritten before it was made. So the answer names the last \
      commit, to be compared with the server's.

      Ends with 0 when all is right, with 1 when anything is not, each difference on a line of its own.

      Example:
        northstar audit verify audit-2026
      """)

  @Argument(help: "The folder that 'audit --pack' has written", completion: .directory)
  var folder: String

  func run(in environment: CommandEnvironment) throws -> ExitStatus {
    let path = folder.hasPrefix("/") ? folder : "\(environment.git.directory)/\(folder)"
    let verification = try PackVerification(of: path, called: folder, in: environment)
    for note in verification.notes { environment.note("note: \(note)") }
    for difference in verification.differences { environment.print(difference) }
    guard verification.differences.isEmpty else { return .findings }
    environment.print("'\(folder)' is what its history gives, and every sum is right.")
    for limit in verification.limits { environment.print(limit) }
    return .clean
  }
}
