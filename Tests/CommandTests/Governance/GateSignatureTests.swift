import Foundation
import TestSupport
import Testing

@testable import northstar

/// Signed pushes under a policy that requires signatures, by the keys in people/.
@Suite struct GateSignatureTests {
  @Test func signedWorkPasses() throws {
    let clone = try GatedClone(signed: true)
    try clone.edit("metrics/activation-rate.yaml", "name: Activation rate", "name: Activation")
    try clone.sign("omar", "Shorter")
    let pushed = try clone.push()
    #expect(pushed.status == 0, "\(pushed.text)")
  }

  @Test func aSignedProposalLands() throws {
    let clone = try GatedClone(signed: true)
    try clone.use(keyOf: "grace")
    try clone.propose()
    for person in ["ada", "lin"] {
      try clone.use(keyOf: person)
      try clone.approve(by: person)
    }
    try clone.use(keyOf: "grace")
    try clone.land()
    let pushed = try clone.push()
    #expect(pushed.status == 0, "\(pushed.text)")
  }

  /// `propose` says what the gate would say.
  @Test func anUnsignedApprovalIsVoidBeforeTheGateSaysSo() throws {
    let clone = try GatedClone(signed: true)
    try clone.use(keyOf: "grace")
    try clone.propose()
    try clone.git("config", "commit.gpgsign", "false")
    try clone.say(by: "ada", claiming: "ada")
    let shown = try clone.northstar("grace", "propose", "show", "by-month").output
    #expect(shown.contains("it is not signed"))
    let landed = try clone.sandbox.northstar("propose", "land", "by-month")
    #expect(landed.status == 1)
  }

  @Test(.enabled(if: Sandbox.has("gpg"), "gpg is not installed"))
  func keysOfOpenPGPCountToo() throws {
    let clone = try GatedClone(signed: true)
    let home = "\(clone.sandbox.path)/g"
    try FileManager.default.createDirectory(atPath: home, withIntermediateDirectories: true)
    try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: home)
    func gpg(_ words: String...) throws -> Outcome {
      let outcome = try clone.sandbox.run(["gpg", "--homedir", home, "--batch"] + words)
      try #require(outcome.status == 0, "\(outcome.text)")
      return outcome
    }
    // Anybody can choose the name on their key, so it proves nothing.
    for name in ["omar", "ada"] {
      _ = try gpg("--passphrase", "", "--quick-generate-key", "\(name) <\(name)@k.example>", "ed25519", "sign", "never")
    }
    defer { _ = try? clone.sandbox.run(["gpgconf", "--homedir", home, "--kill", "gpg-agent"]) }
    let key = try gpg("--armor", "--export", "omar@k.example").output
    let block = key.split(separator: "\n", omittingEmptySubsequences: false).map { "    \($0)".trimmingSuffix() }
    try clone.append("people/omar.yaml", "  - |\n" + block.joined(separator: "\n") + "\n")
    try clone.commit("lin")
    try clone.git("push", "-q", "origin", "main:unguarded")
    try clone.sandbox.git("update-ref", "refs/heads/main", "refs/heads/unguarded", in: "server.git")
    func commit(with key: String, _ name: String) throws -> Outcome {
      try clone.northstar("omar", "check")
      try clone.edit("metrics/activation-rate.yaml", "name: ", "name: \(name) ")
      try clone.git("add", "-A")
      let made = try clone.sandbox.run(
        [
          "git", "-c", "user.signingkey=\(key)", "commit", "-q", "-S", "-m", "Change it",
          "--author=Omar <omar@huddle.example>",
        ],
        variables: ["GNUPGHOME": home])
      try #require(made.status == 0, "\(made.text)")
      return try clone.push()
    }
    let passed = try commit(with: "omar@k.example", "My")
    #expect(passed.status == 0, "\(passed.text)")
    let refused = try commit(with: "ada@k.example", "Our")
    #expect(refused.errors.contains("its key belongs to nobody in people/"))
  }
}

extension String {
  fileprivate func trimmingSuffix() -> String {
    var text = self
    while text.hasSuffix(" ") { text.removeLast() }
    return text
  }
}
