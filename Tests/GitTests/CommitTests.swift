import Foundation
import Git
import TestSupport
import Testing

@Suite struct CommitTests {
  let sandbox: Sandbox

  init() throws { sandbox = try Sandbox.empty() }

  @Test func everyPartIsRead() throws {
    let parent = try sandbox.strategy()
    let id = try sandbox.commit(
      "repo", "Keep the metric\nas it is\n\nBecause.\n\nNorthstar-Decision: keep", at: "2026-02-03T04:05:06-0330")
    let commit = try resolve("HEAD")
    #expect(commit.id.description == id)
    #expect(commit.id.short == String(id.prefix(7)))
    #expect(commit.tree.description == (try sandbox.git("rev-parse", "HEAD^{tree}")))
    #expect(commit.parents.map(\.description) == [parent])
    #expect(commit.author == Signature(name: "Ada", email: "ada@example.com", time: 1_767_603_600, offset: 60))
    #expect(commit.committer == Signature(name: "Grace", email: "grace@example.com", time: 1_770_104_106, offset: -210))
    #expect(commit.subject == "Keep the metric as it is")
    #expect(commit.message == "Keep the metric\nas it is\n\nBecause.\n\nNorthstar-Decision: keep\n")
  }

  @Test func messagesInOtherEncodingsAreDecodedAsGitDoes() throws {
    try sandbox.strategy()
    let latin = Data([0x43, 0x61, 0x66, 0xE9, 0x0A])
    for (encoding, bytes) in [
      ("ISO-8859-1", latin), ("latin1", latin), ("windows-1252", Data([0x80, 0x0A])),
      ("Shift_JIS", Data([0x93, 0xFA, 0x96, 0x7B, 0x0A])), ("UTF-8", Data("Café\n".utf8)),
    ] {
      try sandbox.write("message", bytes, in: ".")
      try sandbox.git(
        "-c", "i18n.commitEncoding=\(encoding)", "commit", "-q", "--allow-empty", "-F", "../message")
      #expect(try resolve("HEAD").subject == sandbox.git("log", "-1", "--format=%s"), "\(encoding)")
    }
  }

  @Test(arguments: [
    "One\r\n\r\nBody\r\n", "\n\n  One\ttwo \n three\n\nBody", "One", "", "\n", " \n\nBody\n", "One\u{2028}two\n",
  ])
  func theSubjectIsGitsSubject(message: String) throws {
    try sandbox.strategy()
    try sandbox.write("message", message, in: ".")
    try sandbox.git(
      "commit", "-q", "--allow-empty", "--allow-empty-message", "--cleanup=verbatim", "-F", "../message")
    let expected = try sandbox.git("log", "-1", "--format=%s")
    #expect(try resolve("HEAD").subject == expected)
  }

  @Test func whatCannotBeDecodedIsRepaired() throws {
    try sandbox.strategy()
    let tree = try sandbox.git("rev-parse", "HEAD^{tree}")
    let header = "tree \(tree)\nauthor Caf\u{1}E9 <a@b> 1700000000 +0000\ncommitter C <c@d> 1700000000 +0000\n"
    for encoding in ["", "encoding no-such-encoding\n", "encoding UTF-16\n"] {
      let text = Data((header + encoding + "\nCaf").utf8) + Data([0xE9, 0x0A])
      try sandbox.write("commit", text, in: ".")
      let id = try sandbox.git("hash-object", "-t", "commit", "-w", "--literally", "../commit")
      #expect(try resolve(id).message == "Caf\u{FFFD}\n", "\(encoding)")
    }
  }

  @Test func brokenSignaturesAreReadAsFarAsTheyGo() throws {
    try sandbox.strategy()
    let tree = try sandbox.git("rev-parse", "HEAD^{tree}")
    let cases: [(line: String, expected: Signature)] = [
      ("A <a@b> 5 +0100", Signature(name: "A", email: "a@b", time: 5, offset: 60)),
      ("A <a@b> 5 -1234", Signature(name: "A", email: "a@b", time: 5, offset: -754)),
      (" <> 0 +0000", Signature(name: "", email: "", time: 0, offset: 0)),
      ("A a@b 5 +0000", Signature(name: "A a@b 5 +0000", email: "", time: 0, offset: 0)),
      ("A <a@b>", Signature(name: "A", email: "a@b", time: 0, offset: 0)),
      ("A <a@b> 99999999999999999999 +99999999", Signature(name: "A", email: "a@b", time: 0, offset: 0)),
      ("A <a@b", Signature(name: "A", email: "a@b", time: 0, offset: 0)),
      ("A> <a@b> -7 +0000", Signature(name: "A>", email: "a@b", time: -7, offset: 0)),
    ]
    for (line, expected) in cases {
      try sandbox.write("commit", "tree \(tree)\nauthor \(line)\ncommitter C <c@d> 1 +0000\n\nx\n", in: ".")
      let id = try sandbox.git("hash-object", "-t", "commit", "-w", "--literally", "../commit")
      #expect(try resolve(id).author == expected, "\(line)")
    }
  }

  @Test func aSignedCommitsMessageIsNotItsSignature() throws {
    try sandbox.strategy()
    let tree = try sandbox.git("rev-parse", "HEAD^{tree}")
    try sandbox.write(
      "commit",
      "tree \(tree)\nauthor A <a@b> 1 +0000\ncommitter C <c@d> 1 +0000\ngpgsig -----BEGIN\n \n encoding latin1\n -----END\n\nSubject\n",
      in: ".")
    let id = try sandbox.git("hash-object", "-t", "commit", "-w", "../commit")
    #expect(try resolve(id).subject == "Subject")
  }

  private func resolve(_ revision: String) throws(GitError) -> Commit {
    try Repository.open(in: sandbox.environment("repo")).resolve(revision)
  }
}
