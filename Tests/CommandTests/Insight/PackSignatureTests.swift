import Foundation
import TestSupport
import Testing

@testable import Insight
@testable import northstar

/// A pack contains git's verdict on the signature of each commit, by the keys known where the pack is made.
@Suite(.enabled(if: Sandbox.has("ssh-keygen"), "ssh-keygen is not installed"))
struct PackSignatureTests {
  private let sandbox: Sandbox
  private let unsigned: String
  private let known: String
  private let unknown: String

  init() throws {
    sandbox = try Sandbox()
    for key in ["known", "stranger"] {
      let made = try sandbox.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "", "-f", "../\(key)"])
      guard made.status == 0 else { throw Sandbox.Failure(text: made.text) }
    }
    try sandbox.write("allowed", "ada@huddle.example \(try sandbox.text("known.pub", in: "."))", in: ".")
    try sandbox.git("config", "gpg.format", "ssh")
    try sandbox.git("config", "gpg.ssh.allowedSignersFile", "\(sandbox.path)/allowed")
    try sandbox.writeStrategy()
    try sandbox.commit("Begin")
    unsigned = try sandbox.git("rev-parse", "HEAD")
    known = try PackSignatureTests.sign("known", in: sandbox)
    unknown = try PackSignatureTests.sign("stranger", in: sandbox)
    let packed = try sandbox.northstar("audit", "--pack", "../pack")
    guard packed.status == 0 else { throw Sandbox.Failure(text: packed.text) }
  }

  private static func sign(_ key: String, in sandbox: Sandbox) throws -> String {
    try sandbox.git("-c", "user.signingKey=\(sandbox.path)/\(key)", "commit", "-q", "-S", "--allow-empty", "-m", key)
    return try sandbox.git("rev-parse", "HEAD")
  }

  private func signatures() throws -> [CommitSignature] {
    try sandbox.text("signatures.jsonl", in: "pack").split(separator: "\n").map {
      try JSONDecoder().decode(CommitSignature.self, from: Data($0.utf8))
    }
  }

  private func fingerprint(_ key: String) throws -> String {
    let text = try sandbox.run(["ssh-keygen", "-l", "-f", "../\(key).pub"]).output
    return text.split(separator: " ").dropFirst().first.map(String.init) ?? ""
  }

  @Test func eachCommitHasItsState() throws {
    #expect(
      try signatures() == [
        CommitSignature(commit: unsigned, signed: false, state: "N", signer: "", key: ""),
        CommitSignature(
          commit: known, signed: true, state: "G", signer: "ada@huddle.example", key: try fingerprint("known")),
        CommitSignature(commit: unknown, signed: true, state: "U", signer: "", key: try fingerprint("stranger")),
      ])
  }

  @Test func whoHasTheKeysComesToTheSame() throws {
    let outcome = try sandbox.northstar("audit", "verify", "../pack")
    #expect(outcome.status == 0, "\(outcome.text)")
    #expect(outcome.errors == "")
  }

  /// Without keys, signatures are neither right nor wrong, and the pack says so.
  @Test func whoHasNoKeysIsToldSo() throws {
    let outcome = try sandbox.northstar("audit", "verify", "pack", in: ".")
    #expect(outcome.status == 0, "\(outcome.text)")
    #expect(outcome.errors == "note: signatures not checked, because a key is missing here or there: 2\n")
  }

  @Test func aKeyThatIsTrustedSinceIsSaidBesideTheAnswer() throws {
    try sandbox.write(
      "allowed",
      "\(try sandbox.text("allowed", in: "."))lin@huddle.example \(try sandbox.text("stranger.pub", in: "."))",
      in: ".")
    let outcome = try sandbox.northstar("audit", "verify", "../pack")
    #expect(outcome.status == 0, "\(outcome.text)")
    #expect(
      outcome.errors == "note: valid signatures whose keys have another status now: 1\n")
  }

  /// Whether a commit is signed can be seen without a key; judging the signature needs one.
  @Test(arguments: [("\"signed\":true", "\"signed\":false"), ("\"state\":\"G\"", "\"state\":\"B\"")])
  func aStateThatIsNotTrueIsNamedByLine(_ old: String, _ new: String) throws {
    let text = try sandbox.text("signatures.jsonl", in: "pack")
    try #require(text.contains(old))
    try sandbox.write("signatures.jsonl", text.replacing(old, with: new, maxReplacements: 1), in: "pack")
    let files = try Dictionary(
      uniqueKeysWithValues: PackFile.summed.map { file in
        (file, Array(try Data(contentsOf: URL(filePath: "\(sandbox.path)/pack/\(file.rawValue)"))))
      })
    try Data(PackSums.text(files)).write(to: URL(filePath: "\(sandbox.path)/pack/SHA256SUMS"))
    let outcome = try sandbox.northstar("audit", "verify", "../pack")
    #expect(outcome.status == 1)
    #expect(outcome.output == "signatures.jsonl:2: the history yields another line\n")
  }
}
