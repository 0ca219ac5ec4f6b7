import Foundation
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

  private var folder: URL { URL(filePath: "\(sandbox.path)/repo/.git/northstar") }

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

  /// With its trees gone, history can only come from the index; and places on a long line are larger than its file's
  /// last bytes are many.
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

  @Test func aFolderThatCannotBeWrittenIsNoError() throws {
    let right = try answerWithoutIndex()
    try FileManager.default.removeItem(at: folder)
    try Data("in the way".utf8).write(to: folder)
    #expect(try answer() == right)
  }
}
