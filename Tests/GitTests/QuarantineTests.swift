import Foundation
import Git
import TestSupport
import Testing

/// What a pre-receive hook sees: objects that are not yet in the repository.
@Suite struct QuarantineTests {
  let sandbox: Sandbox

  init() throws { sandbox = try Sandbox.empty() }

  @Test(.timeLimit(.minutes(30))) func aPushedCommitIsReadBeforeItIsAccepted() async throws {
    try sandbox.strategy()
    try sandbox.git("clone", "-q", "--bare", "repo", "server.git", in: ".")
    try installHook()
    try sandbox.write("metrics/pushed.yaml", "id: pushed\n")
    let id = try sandbox.commit("repo", "Pushed")
    let sandbox = sandbox
    async let push = Task.detached {
      try sandbox.run(["timeout", "30", "git", "push", "-q", "../server.git", "main"])
    }.value
    // The hook records its variables and waits for an answer, so that the push stays in quarantine.
    let variables = try hookVariables()
    #expect(variables["GIT_QUARANTINE_PATH"] != nil)
    #expect(throws: GitError.self, "without the variables it is not there") {
      try Repository.open(in: sandbox.environment("server.git")).resolve(id)
    }
    let repository = try Repository.open(in: sandbox.environment("server.git", variables))
    let source = Source.revision(try repository.resolve(id), in: repository)
    let files = try source.strategyFiles()
    let texts = source.read(files, workers: 2) { String(decoding: (try? $1.get()) ?? [], as: UTF8.self) }
    #expect(texts.contains("id: pushed\n"), "from the quarantine")
    #expect(texts.contains("id: activation\n"), "from the repository behind it")
    #expect(try repository.git(["cat-file", "-t", id]).succeeded)
    _ = try sandbox.run(["timeout", "30", "sh", "-c", "echo no > answer"], in: ".")
    #expect(try await push.status != 0)
    #expect(try sandbox.git("rev-parse", "main", in: "server.git") != id)
  }

  private func installHook() throws {
    _ = try sandbox.run(["mkfifo", "asked", "answer"], in: ".")
    try sandbox.write(
      "server.git/hooks/pre-receive", "#!/bin/sh\nenv | grep '^GIT_' > ../asked\nread answer < ../answer\nexit 1\n",
      in: ".")
    _ = try sandbox.run(["chmod", "+x", "server.git/hooks/pre-receive"], in: ".")
  }

  private func hookVariables() throws -> [String: String] {
    let text = try sandbox.run(["timeout", "30", "cat", "asked"], in: ".").line
    return Dictionary(
      text.split(separator: "\n").compactMap { line in
        let parts = line.split(separator: "=", maxSplits: 1).map(String.init)
        return parts.count == 2 ? (parts[0], parts[1]) : nil
      }, uniquingKeysWith: { $1 })
  }
}
