import Foundation
import Git
import TestSupport
import Testing

/// Commits that are not on any branch yet.
@Suite struct CommitWritingTests {
  let sandbox: Sandbox

  init() throws {
    sandbox = try Sandbox.empty()
    try sandbox.strategy()
  }

  private func write(
    _ message: String, _ options: CommitOptions = CommitOptions(), _ extra: [String: String] = [:]
  ) throws -> Commit {
    let repository = try Repository.open(in: sandbox.environment("repo", extra))
    let head = try repository.resolve("HEAD")
    return try repository.writeCommit(tree: head.tree, parents: [head.id], message: message, options)
  }

  @Test(arguments: ["Subject\n", "Subject", "\n\n  Größe  \n\n\n\nBody \n# no comment\n\n", "Subject\n\nKey: value"])
  func itIsTheCommitThatGitWouldMake(message: String) throws {
    let head = try sandbox.git("rev-parse", "HEAD")
    let ours = try write(message)
    try sandbox.git("commit", "-q", "--allow-empty", "--cleanup=whitespace", "-F", "-", input: message)
    #expect(try sandbox.git("rev-parse", "HEAD") == ours.id.description)
    #expect(ours.parents.map(\.description) == [head])
  }

  @Test func aGivenMomentIsBothDates() throws {
    let commit = try write("x", CommitOptions(moment: CommitMoment(time: 1_700_000_000, offset: -210)))
    #expect(commit.author.time == 1_700_000_000 && commit.committer.time == 1_700_000_000)
    #expect(commit.author.offset == -210)
    #expect(commit.author.name == "Ada" && commit.committer.name == "Grace")
  }

  @Test func withoutANameItSaysWhatToRun() throws {
    let unknown = [
      "GIT_AUTHOR_NAME": "", "GIT_AUTHOR_EMAIL": "", "GIT_CONFIG_COUNT": "1",
      "GIT_CONFIG_KEY_0": "user.useConfigOnly", "GIT_CONFIG_VALUE_0": "true",
    ]
    let error = #expect(throws: GitError.self) { try write("x", CommitOptions(), unknown) }
    #expect(error?.code == .noIdentity)
    #expect(error?.advice?.contains("user.name") == true && error?.advice?.contains("user.email") == true)
  }

  @Test(arguments: ["", " \n\n ", "a\0b"]) func aMessageThatSaysNothingIsRefused(message: String) {
    #expect(throws: GitError.self) { try write(message) }
  }

  @Test func theMessageHookRewritesAndRefuses() throws {
    try hook("commit-msg", "echo 'Change-Id: I1' >> \"$1\"; pwd > ../seen; echo \"$GIT_EDITOR\" >> ../seen")
    #expect(try write("Subject\n").message == "Subject\nChange-Id: I1\n")
    #expect(try sandbox.run(["cat", "seen"], in: ".").line == "\(sandbox.path)/repo\n:")
    #expect(try write("Subject\n", CommitOptions(runsHooks: false)).message == "Subject\n")
    try hook("commit-msg", "echo 'no ticket' >&2; echo 'see the wiki'; exit 3")
    let error = #expect(throws: GitError.self) { try write("Subject\n") }
    #expect(error?.code == .refusedByHook)
    #expect(error?.message.contains("no ticket") == true && error?.message.contains("see the wiki") == true)
    try hook("commit-msg", "echo '# nothing' > /dev/null; : > \"$1\"")
    #expect(throws: GitError.self) { try write("Subject\n") }
    #expect(
      try sandbox.run(["sh", "-c", "ls .git | grep -c NORTHSTAR"]).line == "0", "nothing is left behind")
  }

  @Test func aHookIsFoundWhereGitLooksForIt() throws {
    let repository = try Repository.open(in: sandbox.environment("repo/metrics"))
    #expect(try !repository.hasHook("pre-commit"))
    try hook("pre-commit", "exit 1")
    #expect(try repository.hasHook("pre-commit"))
    try sandbox.git("config", "core.hooksPath", "teams/hooks")
    #expect(try !repository.hasHook("pre-commit"))
    try sandbox.write("teams/hooks/pre-commit", "#!/bin/sh\n")
    #expect(try !repository.hasHook("pre-commit"), "git runs executable ones alone")
    _ = try sandbox.run(["chmod", "+x", "teams/hooks/pre-commit"])
    #expect(try repository.hasHook("pre-commit"))
    #expect(try write("x").subject == "x", "it judges the working tree, which is not what is committed")
  }

  @Test func commitsAreSignedAsTheUserSignsThem() throws {
    let made = try sandbox.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", "key"], in: ".")
    try #require(made.status == 0)
    let key = try sandbox.run(["cat", "key.pub"], in: ".").line
    try sandbox.write("allowed", "grace@example.com \(key)\n", in: ".")
    for (name, value) in [
      ("commit.gpgsign", "yes"), ("gpg.format", "ssh"), ("user.signingkey", "\(sandbox.path)/key"),
      ("gpg.ssh.allowedSignersFile", "\(sandbox.path)/allowed"),
    ] { try sandbox.git("config", name, value) }
    let commit = try write("Größe\n\nKey: value", CommitOptions(moment: CommitMoment(time: 1_700_000_000, offset: 90)))
    #expect(
      try sandbox.git("log", "-1", "--format=%G? %GS %an %at", commit.id.description)
        == "G grace@example.com Ada 1700000000")
    #expect(commit.message == "Größe\n\nKey: value\n")
    #expect(commit.committer.offset == 90)
    let unsigned = try write("x", CommitOptions(isSigned: false))
    #expect(try sandbox.git("log", "-1", "--format=%G?", unsigned.id.description) == "N")
    try sandbox.git("config", "user.signingkey", "\(sandbox.path)/nowhere")
    #expect(throws: GitError.self) { try write("x") }
  }

  @Test func writtenTrailersAreThoseThatGitReads() throws {
    var block = TrailerBlock()
    try block.add("Northstar-Decision", "keep")
    try block.add("Northstar-Dissent", "lin: depth has\n\n  stopped: leading\r\nretention\u{2028}at\u{1b}[31m all ")
    try block.add("northstar-empty", "")
    for message in ["Subject", "Subject\n\nBody\n\nNorthstar-Decision: forged\n", "Subject\n\n---\n\nBody"] {
      let text = try block.appended(to: message)
      let read = try sandbox.git("interpret-trailers", "--parse", "--no-divider", input: text)
      #expect(
        read
          == "Northstar-Decision: keep\nNorthstar-Dissent: lin: depth has stopped: leading retention at [31m all\nnorthstar-empty: "
      )
      #expect(Trailers(text)["northstar-decision"] == ["keep"])
    }
    for key in ["", "a b", "a:", "ä", "a\n"] { #expect(throws: GitError.self) { try block.add(key, "x") } }
  }

  private func hook(_ name: String, _ script: String) throws {
    try sandbox.write(".git/hooks/\(name)", "#!/bin/sh\n\(script)\n")
    _ = try sandbox.run(["chmod", "+x", ".git/hooks/\(name)"])
  }
}
