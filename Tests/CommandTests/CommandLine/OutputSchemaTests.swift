import Foundation
import TestSupport
import Testing

@testable import Insight
@testable import northstar

/// What programs read from the commands: every answer keeps to its schema, judged by an independent validator.
@Suite struct OutputSchemaTests {
  private let answers = FileManager.default.temporaryDirectory.appending(component: "answers-\(UUID().uuidString)")

  /// Command lines about the sample company.
  private static let ofHuddle =
    [
      "audit", "audit --from 2026-01-01 --team growth", "beliefs", "blame connected-teams",
      "changes --since HEAD~30", "check", "cycle show 2026-q1", "cycle show 2026-q4", "decisions", "diff HEAD~30..HEAD",
      "explain NS301", "explain --all", "explain metric", "explain metric.owner",
      "explain-change weekly-hosted-meetings --from 2025-W46", "explain-change meetings-per-host --from 2026-W01",
      "explain-change weekly-hosted-meetings --from 2026-W01 --by-segment", "goalposts 2026-q1", "goalposts 2026-q4",
      "log connected-teams", "log connected-teams --all-parents", "log connected-teams.owner", "measure show",
      "measure show connected-teams", "measure show weekly-hosted-meetings --segment team",
      "measure versions connected-teams 2026-W40", "measure versions weekly-hosted-meetings", "okr status",
      "okr status --cycle 2026-q1", "okr tree", "report --cycle 2026-q1", "okr todo --as grace", "owners",
      "owners --history", "owners --on 2025-03-31",
      "propose conflicts", "propose list", "propose plan three-people-make-a-meeting",
      "propose show three-people-make-a-meeting", "report", "report --period month", "report --cycle 2026-q4",
      "review due", "review due --on 2027-06-30", "review evidence connected-teams", "review evidence north-star",
      "review evidence 2026-q3", "review list", "review show 2026-north-star", "show metric/connected-teams",
      "show strategy/huddle", "show cycle/2026-q4", "test activation-rate --against weekly-hosted-meetings",
      "tree", "tree --objectives --values", "who connected-teams", "who connected-teams --history", "work",
      "work --from 2026-01-01",
      "workshop show finding-our-star",
    ] + lists

  private static let lists = [
    "metrics", "people", "teams", "cycles", "okrs", "objectives", "key-results", "checkins", "reviews", "initiatives",
    "workshops", "proposals", "waivers",
  ].map { "list \($0)" }

  /// Command lines about files with faults, of which there is no history.
  private static let ofFaults = [
    "check", "beliefs", "okr status", "report", "review due", "cycle show 2026-q1", "measure show",
    "measure show activation-rate", "show metric/activation-rate",
    "test activation-rate --cohorts cohorts.csv",
  ]

  @Test func `every command with JSON has a schema`() {
    let commands = HelpTests.descriptions.filter(\.hasJSON).map { $0.path.dropFirst().joined(separator: " ") }
    #expect(OutputSchema.all.map(\.command) == commands.sorted())
  }

  @Test func `every list is run`() throws {
    #expect(Set(Self.lists).isSubset(of: Self.ofHuddle))
    let help = try Sandbox(isRepository: false).northstar("list", "--help").output
    for list in Self.lists { #expect(help.contains(list.dropFirst(5))) }
  }

  @Test func `every answer keeps to its schema`() throws {
    defer { try? FileManager.default.removeItem(at: answers) }
    let huddle = try Huddle.shared.get()
    for line in Self.ofHuddle { try keep(line, huddle.northstar(words(line))) }
    let faulty = try faultyStrategy()
    for line in Self.ofFaults + Self.lists { try keep("\(line) ", faulty.northstar(words(line), today: "2026-02-16")) }
    try keep("okr import goals.md", strategyWithGoals().northstar(words("okr import goals.md")))
    let judge = Sandbox.root.appending(path: "Tests/CommandTests/Validation/outputs.py").path
    let outcome = try faulty.run(
      ["/usr/bin/python3", judge, Sandbox.root.appending(path: "schema/output").path, answers.path])
    #expect(outcome.status == 0, "\(outcome.text)")
  }

  private func words(_ line: String) -> [String] { line.split(separator: " ").map(String.init) + ["--format", "json"] }

  /// Writes an answer where the validator looks for it: in a folder with the name of its schema.
  private func keep(_ line: String, _ outcome: Outcome) throws {
    #expect(outcome.status < 128, "\(line): \(outcome.errors)")
    let schema = try #require(
      OutputSchema.all.filter { "\(line) ".hasPrefix("\($0.command) ") }.max { $0.command.count < $1.command.count },
      "\(line)")
    let name = schema.command.replacing(" ", with: "-")
    let folder = answers.appending(path: name)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let file = line.replacing("/", with: "_") + ".json"
    try Data(outcome.output.utf8).write(to: folder.appending(component: file))
  }

  /// A strategy beside which there is a page of goals.
  private func strategyWithGoals() throws -> Sandbox {
    let sandbox = try Sandbox()
    try sandbox.writeStrategy()
    try sandbox.write(
      "goals.md", "# Growth, Q1 2026\n\nProse\n\n## O1: Grow\n- KR1: From 1 to 2 (Pat)\n- KR2: Reach TBD by 1 March\n")
    try sandbox.commit()
    return sandbox
  }

  /// Files in which values are wrong or missing, and some that cannot be read at all.
  private func faultyStrategy() throws -> Sandbox {
    let sandbox = try Sandbox()
    try sandbox.writeStrategy()
    for file in try sandbox.files() where file.hasSuffix(".yaml") {
      let text = try sandbox.text(file)
      try sandbox.write(
        file, text.replacing(#/(?m)^( *)(owner|state|role|on|target|held_on): .*$/#) { "\($0.1)\($0.2): wrong" })
    }
    try sandbox.write("metrics/doubled.yaml", "kind: metric\nid: doubled\nid: doubled\nname:   'Doubled'  \n")
    try sandbox.write("metrics/broken.yaml", "kind: metric\n  - : [\n")
    try sandbox.write(
      "readings/activation-rate.csv", "period,value,known_on,source,segment\n2026-W01,34,2026-01-05,w,\n")
    try sandbox.write("cohorts.csv", "cohort,group,value\na,x,1\nb,x,2\nc,x,4\na,y,5\nb,y,6\nc,y,9\n")
    return sandbox
  }
}
