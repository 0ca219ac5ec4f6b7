import Foundation
import StrategyStore
import TestSupport
import Testing

@testable import Insight
@testable import northstar

/// An audit pack proves itself, and nothing in it can be changed without being named.
@Suite struct AuditPackTests {
  private let sandbox: Sandbox

  init() throws {
    sandbox = try Sandbox()
    try sandbox.writeStrategy()
    try sandbox.commit("Begin the strategy")
    let team = try #require(try sandbox.files().first { $0.hasPrefix("teams/") })
    try sandbox.write(team, try sandbox.text(team) + "# A note\n")
    try sandbox.commit("Say more\n\nNorthstar-Decision: keep\nNorthstar-Review: 2026-q1")
    let made = try sandbox.northstar("audit", "--pack", "../pack")
    guard made.status == 0 else { throw Sandbox.Failure(text: made.text) }
  }

  private func verify() throws -> Outcome { try sandbox.northstar("audit", "verify", "pack", in: ".") }

  private func bytes(_ file: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(filePath: "\(sandbox.path)/pack/\(file)")))
  }

  private func write(_ bytes: [UInt8], _ file: String) throws {
    try Data(bytes).write(to: URL(filePath: "\(sandbox.path)/pack/\(file)"))
  }

  @Test func packIsWholeAndProvesItself() throws {
    #expect(try sandbox.files(in: "pack") == PackFile.allCases.map(\.rawValue).sorted())
    let outcome = try verify()
    #expect(outcome.status == 0, "\(outcome.text)")
    let sums = try sandbox.run(["sha256sum", "--check", "--strict", "SHA256SUMS"], in: "pack")
    #expect(sums.status == 0, "\(sums.text)")
    #expect(try sandbox.text("decisions.jsonl", in: "pack").contains(#""key":"Northstar-Review","value":"2026-q1""#))
    let commits = try sandbox.git("rev-list", "--count", "main")
    #expect(try sandbox.text("signatures.jsonl", in: "pack").split(separator: "\n").count == Int(commits))
  }

  @Test func leavesNothingBeside() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: sandbox.path)
    #expect(names.filter { $0.hasPrefix(".northstar") } == [])
  }

  @Test(arguments: PackFile.allCases)
  func everyFlippedByteIsNamed(_ file: PackFile) throws {
    let whole = try bytes(file.rawValue)
    var state: UInt64 = 20_260_128
    for _ in 0..<(whole.isEmpty ? 0 : 6) {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      var changed = whole
      changed[Int(state >> 33) % whole.count] ^= UInt8(1 << (state >> 13 & 7))
      try write(changed, file.rawValue)
      let outcome = try verify()
      #expect(outcome.status == 1, "\(outcome.text)")
      #expect(outcome.output.contains(file.rawValue))
    }
  }

  /// Somebody who changes a file can correct its checksum, but not the history.
  @Test(arguments: [PackFile.events, .intervals, .decisions, .signatures])
  func changeWithTheRightSumIsNamedByLine(_ file: PackFile) throws {
    let text = try sandbox.text(file.rawValue, in: "pack")
    try sandbox.write(
      file.rawValue, text.replacing(/"commit":"[0-9a-f]/, with: "\"commit\":\"x", maxReplacements: 1), in: "pack")
    try sumAgain()
    let outcome = try verify()
    #expect(outcome.status == 1)
    #expect(outcome.output == "\(file.rawValue):1: the history yields another line\n")
  }

  @Test func shortenedFileIsNamedByLine() throws {
    let lines = try sandbox.text("events.jsonl", in: "pack").split(separator: "\n").dropFirst(2)
    try sandbox.write("events.jsonl", lines.joined(separator: "\n") + "\n", in: "pack")
    try sumAgain()
    let outcome = try verify()
    #expect(outcome.status == 1)
    #expect(outcome.output == "events.jsonl:1: the history yields 2 lines in place of these 0\n")
  }

  @Test func anotherQuestionHasAnotherAnswer() throws {
    let text = try sandbox.text("pack.json", in: "pack")
    try sandbox.write(
      "pack.json", text.replacing("\"lever\" : null", with: "\"lever\" : \"no-such-lever\""), in: "pack")
    try sumAgain()
    let outcome = try verify()
    #expect(outcome.status == 1)
    #expect(outcome.output.hasPrefix("pack.json: the bundle cannot answer its question"))
  }

  @Test(arguments: PackFile.allCases)
  func missingFileIsNamed(_ file: PackFile) throws {
    try FileManager.default.removeItem(atPath: "\(sandbox.path)/pack/\(file.rawValue)")
    let outcome = try verify()
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("\(file.rawValue): the file is missing"))
  }

  @Test func extraFileIsNamed() throws {
    try sandbox.write("more.txt", "x", in: "pack")
    let outcome = try verify()
    #expect(outcome.status == 1)
    #expect(outcome.output == "more.txt: the file is not part of a pack\n")
  }

  @Test func malformedSumIsNamed() throws {
    try sandbox.write("SHA256SUMS", try sandbox.text("SHA256SUMS", in: "pack") + "nonsense\n", in: "pack")
    let outcome = try verify()
    #expect(outcome.status == 1)
    #expect(outcome.output == "SHA256SUMS:8: the line is malformed\n")
  }

  @Test func bundleThatGitRefusesIsNamed() throws {
    let bundle = try bytes("history.bundle")
    try write(Array(bundle.dropLast(30)), "history.bundle")
    try sumAgain()
    let outcome = try verify()
    #expect(outcome.status == 1)
    #expect(outcome.output.hasPrefix("history.bundle: git refuses it: "))
  }

  @Test func folderThatIsNotEmptyIsRefused() throws {
    let outcome = try sandbox.northstar("audit", "--pack", "../pack")
    #expect(outcome.status == 128)
    #expect(outcome.errors.contains("'../pack' is not empty"))
  }

  /// A `git` before the real one on the path, for which the disk is full whenever it does this.
  private func pathOfFullDisk(for work: String) throws -> [String: String] {
    let script = """
      #!/bin/sh
      case "$*" in *"\(work)"*) echo "fatal: write error: No space left on device" >&2; exit 128;; esac
      PATH=${PATH#*:} exec git "$@"

      """
    try sandbox.write("git", script, in: "full")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: "\(sandbox.path)/full/git")
    return ["PATH": "\(sandbox.path)/full:\(sandbox.variables["PATH"] ?? "")"]
  }

  @Test func fullDiskLeavesNoPack() throws {
    let outcome = try sandbox.northstar(
      "audit", "--pack", "../other", variables: try pathOfFullDisk(for: "bundle create"))
    #expect(outcome.status == 128)
    #expect(outcome.errors == "northstar: cannot write '../other/history.bundle': no space left on device\n")
    let names = try FileManager.default.contentsOfDirectory(atPath: sandbox.path)
    #expect(names.filter { $0.hasPrefix(".northstar") || $0 == "other" } == [])
    let failure = StrategyError.writing("../other", CocoaError(.fileWriteOutOfSpace))
    #expect(failure.message == "cannot write '../other': no space left on device")
  }

  /// A failure to unpack the bundle was blamed on the bundle.
  @Test func fullDiskIsNoFaultOfThePack() throws {
    let outcome = try sandbox.northstar(
      "audit", "verify", "pack", in: ".", variables: try pathOfFullDisk(for: "fetch"))
    #expect(outcome.status == 128)
    #expect(outcome.output == "")
    #expect(outcome.errors == "northstar: cannot read the bundle: no space left on device\n")
  }

  @Test func folderThatIsNotThereCannotBeVerified() throws {
    #expect(try sandbox.northstar("audit", "verify", "nowhere").status == 128)
  }

  private func sumAgain() throws {
    let files = try Dictionary(
      uniqueKeysWithValues: PackFile.summed.map { ($0, try bytes($0.rawValue)) })
    try write(PackSums.text(files), "SHA256SUMS")
  }
}
