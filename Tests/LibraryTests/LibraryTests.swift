import Decisions
import Foundation
import Git
import Governance
import History
import Presentation
import StrategyStore
import Testing

/// What a program other than the command line does with the libraries: this target does not depend on `northstar`.
@Suite struct LibraryTests {
  private let folder: URL
  private let variables: [String: String]

  /// The sample strategy, with a proposal that changes what its North Star counts.
  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "northstar-library-\(UUID().uuidString)")
    variables = [
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "", "HOME": folder.path,
      "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": "/dev/null",
      "GIT_AUTHOR_NAME": "Ada", "GIT_AUTHOR_EMAIL": "ada@huddle.example", "GIT_COMMITTER_NAME": "Ada",
      "GIT_COMMITTER_EMAIL": "ada@huddle.example",
    ]
    let sample = LibraryTests.project.appending(path: "sample-repo")
    try FileManager.default.copyItem(at: sample, to: folder)
    try git("init", "--quiet", "--initial-branch=main")
    try git("add", "--all")
    try git("commit", "--quiet", "--message=Begin")
    try git("switch", "--quiet", "--create", "proposal/count-only-long-meetings")
    let file = folder.appending(path: "metrics/weekly-hosted-meetings.yaml")
    let text = try String(contentsOf: file, encoding: .utf8)
    let changed = text.replacing(/counts: .*/, with: "counts: Meetings of at least ten minutes", maxReplacements: 1)
    try #require(changed != text)
    try changed.write(to: file, atomically: true, encoding: .utf8)
    try git("commit", "--quiet", "--all", "--message=Count only long meetings")
    try git("switch", "--quiet", "main")
  }

  private static let project = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  private func git(_ arguments: String...) throws {
    let answer = try environment.git(arguments)
    try #require(answer.succeeded, "git \(arguments): \(String(decoding: answer.errors, as: UTF8.self))")
  }

  private var environment: GitEnvironment { GitEnvironment(directory: folder.path, variables: variables) }

  @Test func aPlanIsFiveLinesOfAProgram() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let session = Session(git: environment, now: Int64(Date().timeIntervalSince1970))
    let repository = try Repository.open(in: session.git)
    let plan = try Plan(PlanRange("count-only-long-meetings", in: repository), of: nil, in: session)
    let roles = plan.requirements.map(\.role)
    let json = try encodeJSON(PlanJSON.json(plan))
    #expect(!roles.isEmpty)
    #expect(plan.changes.map(\.key.description) == ["metric/weekly-hosted-meetings"])
    #expect(json.contains("\"metric/weekly-hosted-meetings\""))
  }

  /// The lines of ARCHITECTURE.md are those above, but for where the repository is.
  @Test func theArchitectureShowsTheseLines() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let own = try String(contentsOf: URL(filePath: #filePath), encoding: .utf8)
    let page = try String(contentsOf: LibraryTests.project.appending(path: "ARCHITECTURE.md"), encoding: .utf8)
    let start = try #require(page.firstRange(of: "```swift\n")).upperBound
    let lines = page[start...].prefix { $0 != "`" }.split(separator: "\n")
    #expect(lines.count == 5)
    for line in lines.prefix(3) {
      #expect(own.contains(line.replacing(".current()", with: "environment")), "\(line)")
    }
    for line in lines.suffix(2) {
      let expression = line.dropFirst("print(".count).dropLast()
      #expect(own.contains("= \(expression)\n"), "\(line)")
    }
  }

  @Test func anErrorHasACodeAndRemediesAsValues() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let session = Session(git: environment, now: 0)
    let repository = try Repository.open(in: session.git)
    let error = #expect(throws: StrategyError.self) { try TargetBranch("nothing", of: repository, in: session) }
    #expect(error?.code == .unknownStrategy)
    let remedy: Remedy = "Give \(give: .id), or \(run: .showProposal("a"))."
    #expect(
      remedy.parts == [
        .text("Give "), .parameter(.id, value: nil), .text(", or "), .operation(.showProposal("a")), .text("."),
      ])
  }
}
