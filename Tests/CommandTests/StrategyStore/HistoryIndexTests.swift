import Foundation
import TestSupport
import Testing

/// The index is a cache: with it, without it, and with a bad one, every answer is the same.
@Suite struct HistoryIndexTests {
  private let sandbox: Sandbox

  init() throws {
    sandbox = try Sandbox()
    try sandbox.writeStrategy()
    try sandbox.commit("Begin")
    try handOver(to: "grace", on: "2026-01-12")
    try handOver(to: "ada", on: "2026-01-19")
  }

  private func handOver(to person: String, on day: String) throws {
    let file = "metrics/activation-rate.yaml"
    let lines = try sandbox.text(file).split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.hasPrefix("  person:")
        ? "  person: \(person)" : line.hasPrefix("  since:") ? "  since: \(day)" : String(line)
    }
    try sandbox.write(file, lines.joined(separator: "\n"))
    try sandbox.commit("Hand over to \(person)")
  }

  private var folder: URL { URL(filePath: "\(sandbox.path)/.cache/northstar") }

  private func index() throws -> URL {
    let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    #expect(files.count == 1)
    return try #require(files.first)
  }

  private func answer() throws -> String {
    let answer = try sandbox.northstar("owners", "--history", "--format", "csv")
    #expect(answer.status == 0)
    return answer.output
  }

  private func answerWithoutIndex() throws -> String {
    try? FileManager.default.removeItem(at: folder)
    return try answer()
  }

  @Test func answersTheSameFromTheIndex() throws {
    let first = try answerWithoutIndex()
    #expect(first.contains("grace") && FileManager.default.fileExists(atPath: folder.path))
    #expect(try answer() == first)
  }

  /// Without its trees, history can only come from the index; and positions on a long line are larger than the number
  /// of its file's last bytes.
  @Test func walksNothingThatItKnows() throws {
    for _ in 0..<300 { try sandbox.git("commit", "-q", "--allow-empty", "-m", "Nothing") }
    try handOver(to: "grace", on: "2026-01-27")
    let right = try answerWithoutIndex()
    let tree = try sandbox.git("rev-parse", "HEAD~301:metrics")
    try FileManager.default.removeItem(
      atPath: "\(sandbox.path)/repo/.git/objects/\(tree.prefix(2))/\(tree.dropFirst(2))")
    #expect(try answer() == right)
    try FileManager.default.removeItem(at: folder)
    let failed = try sandbox.northstar("owners", "--history")
    #expect(failed.status == 128 && failed.errors.contains(tree))
  }

  @Test func isExtendedByNewCommits() throws {
    _ = try answerWithoutIndex()
    try handOver(to: "grace", on: "2026-01-20")
    try handOver(to: "ada", on: "2026-01-26")
    let extended = try answer()
    #expect(try answerWithoutIndex() == extended)
  }

  @Test func isForgottenWhenHistoryIsRewritten() throws {
    _ = try answerWithoutIndex()
    try sandbox.git("reset", "-q", "--hard", "HEAD~2")
    try handOver(to: "lin", on: "2026-01-21")
    let rewritten = try answer()
    #expect(rewritten.contains("lin") && !rewritten.contains("grace"))
    #expect(try answerWithoutIndex() == rewritten)
  }

  @Test func anEarlierMomentIsReadFromIt() throws {
    let revision = try sandbox.git("rev-parse", "HEAD~1")
    _ = try answerWithoutIndex()
    let indexed = try sandbox.northstar("who", "activation-rate", "--at", revision).output
    try FileManager.default.removeItem(at: folder)
    #expect(try sandbox.northstar("who", "activation-rate", "--at", revision).output == indexed)
    #expect(indexed.contains("grace"))
  }

  @Test func noDamageChangesAnAnswer() throws {
    let right = try answerWithoutIndex()
    let whole = try Data(contentsOf: index())
    for place in stride(from: 0, to: whole.count, by: max(1, whole.count / 60)) {
      var flipped = whole
      flipped[place] ^= 0x41
      try flipped.write(to: index())
      #expect(try answer() == right, "byte \(place)")
      try whole.prefix(place).write(to: index())
      #expect(try answer() == right, "cut at \(place)")
    }
  }

  /// A file that is broken when the index is made, and repaired later, is reported as if there had been no index.
  @Test func brokenFilesAreBridgedAcrossIt() throws {
    let file = "metrics/activation-rate.yaml"
    let good = try sandbox.text(file)
    try sandbox.write(file, "id: [\n")
    try sandbox.commit("Break it")
    let broken = try sandbox.northstar("owners")
    #expect(broken.errors.contains("and still is") && broken.output.contains("ada"))
    try sandbox.write(file, good)
    try sandbox.commit("Mend it")
    let mended = try sandbox.northstar("owners")
    #expect(mended.errors.contains("until ") && mended.output == broken.output)
    let before = try sandbox.northstar("owners", "--at", "HEAD~1")
    #expect(before.errors == broken.errors)
    try FileManager.default.removeItem(at: folder)
    let fresh = try sandbox.northstar("owners")
    #expect(fresh.errors == mended.errors && fresh.output == mended.output)
  }

  @Test func aDayIsFoundInIt() throws {
    _ = try answerWithoutIndex()
    let none = try sandbox.northstar("who", "activation-rate", "--at", "1999-12-31")
    #expect(none.status != 0 && none.errors.contains("the first commit is of"))
    let days = try ["HEAD~2", "HEAD~1", "HEAD"].map { try sandbox.git("log", "-1", "--format=%cs", $0) }
    for day in Set(days) {
      let indexed = try sandbox.northstar("who", "activation-rate", "--at", day)
      try FileManager.default.removeItem(at: folder)
      let walked = try sandbox.northstar("who", "activation-rate", "--at", day)
      #expect(indexed.output == walked.output && indexed.status == 0)
    }
  }

  @Test func manyRunsAtOnceAnswerTheSame() async throws {
    let right = try answerWithoutIndex()
    for _ in 0..<5 {
      try FileManager.default.removeItem(at: folder)
      let answers = try await withThrowingTaskGroup(of: String.self) { group in
        for _ in 0..<6 { group.addTask { try answer() } }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(answers.count == 6 && answers.allSatisfy { $0 == right })
      _ = try index()
    }
  }

  /// A clone that was copied as a folder brings its own .git.
  @Test func nothingInTheRepositoryIsBelieved() throws {
    let right = try answerWithoutIndex()
    try FileManager.default.moveItem(at: folder, to: URL(filePath: "\(sandbox.path)/repo/.git/northstar"))
    let tree = try sandbox.git("rev-parse", "HEAD~1:metrics")
    try FileManager.default.removeItem(
      atPath: "\(sandbox.path)/repo/.git/objects/\(tree.prefix(2))/\(tree.dropFirst(2))")
    let asked = try sandbox.northstar("owners", "--history")
    #expect(asked.status == 128 && asked.errors.contains(tree), "not out of .git, whose word this was: \(right)")
  }

  @Test func aFileThatOthersMayWriteToIsNoCache() throws {
    let right = try answerWithoutIndex()
    let inode = try FileManager.default.attributesOfItem(atPath: index().path)[.systemFileNumber] as? Int
    #expect(try FileManager.default.attributesOfItem(atPath: index().path)[.posixPermissions] as? Int == 0o600)
    #expect(try answer() == right)
    #expect(try FileManager.default.attributesOfItem(atPath: index().path)[.systemFileNumber] as? Int == inode)
    try FileManager.default.setAttributes([.posixPermissions: 0o666], ofItemAtPath: index().path)
    #expect(try answer() == right)
    #expect(try FileManager.default.attributesOfItem(atPath: index().path)[.posixPermissions] as? Int == 0o600)
  }

  @Test func withoutAHomeThereIsNoCache() throws {
    let right = try answerWithoutIndex()
    try FileManager.default.removeItem(at: folder)
    let answer = try sandbox.northstar("owners", "--history", "--format", "csv", variables: ["HOME": ""])
    #expect(answer.output == right)
    #expect(!FileManager.default.fileExists(atPath: folder.path))
  }

  @Test func aFolderThatCannotBeWrittenIsNoError() throws {
    let right = try answerWithoutIndex()
    try FileManager.default.removeItem(at: folder)
    try Data("in the way".utf8).write(to: folder)
    #expect(try answer() == right)
  }
}
