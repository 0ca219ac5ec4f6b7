import ArgumentParser
import Git
import Insight

struct AuditVerifyCommand: EnvironmentCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check an audit pack, using only the pack itself",
    discussion: """
      Checks every checksum, recomputes everything from the history in the pack's bundle, and compares byte by byte. \
      Needs no other repository. Signatures are compared where both sides have the keys; the answer says how many \
      could not be checked and how many commits are unsigned.

      A pack is consistent even if its history was rewritten before it was made. Therefore the answer names the last \
      commit; compare it with the server's.

      Exits with 0 when everything matches and with 1 otherwise; each difference is on a line of its own.

      Example:
        northstar audit verify audit-2026
      """)

  @Argument(help: "The folder that 'audit --pack' has written", completion: .directory)
  var folder: String

  func run(in console: Console) throws -> ExitStatus {
    let path = folder.hasPrefix("/") ? folder : "\(console.git.directory)/\(folder)"
    let verification = try PackVerification(of: path, called: folder, in: console.session)
    for note in verification.notes { console.note("note: \(note)") }
    for difference in verification.differences { console.print(difference) }
    guard verification.differences.isEmpty else { return .findings }
    console.print("'\(folder)' matches its history, and every checksum is right.")
    for limit in verification.limits { console.print(limit) }
    return .clean
  }
}
