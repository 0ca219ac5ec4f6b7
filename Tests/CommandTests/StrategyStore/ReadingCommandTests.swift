import Foundation
import TestSupport
import Testing

/// The commands that only show things.
@Suite struct ReadingCommandTests {
  private let sandbox: Sandbox

  init() throws {
    sandbox = try Sandbox()
    try sandbox.writeStrategy()
    try sandbox.commit()
  }

  private func json(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test func listFiltersAndPrintsAlikeInEveryFormat() throws {
    let table = try sandbox.northstar("list", "metrics", "--where", "role=input", "--where", "team=onboarding")
    #expect(table.output.split(separator: "\n").count == 2)
    #expect(table.output.contains("activation-rate  Activation rate"))
    let csv = try sandbox.northstar("list", "metric", "--format", "csv").output.split(separator: "\n")
    #expect(csv.first == "id,name,role,dimension,lifecycle,team,person,since,drives")
    let rows = try json(sandbox.northstar("list", "metrics", "--format", "json").output)["rows"] as? [[String: Any]]
    #expect(rows?.count == csv.count - 1)
    #expect(rows?.first?["id"] as? String == "activation-rate")
    #expect(rows?.first?["drives"] as? [String] == ["weekly-hosted-meetings"])
  }

  @Test(arguments: [
    "metrics", "people", "teams", "cycles", "okrs", "objectives", "key-results", "checkins", "reviews", "initiatives",
    "workshops", "proposals", "waivers",
  ])
  func everyKindIsListed(_ what: String) throws {
    let outcome = try sandbox.northstar("list", what, "--format", "json")
    #expect(outcome.status == 0)
    #expect(try json(outcome.output)["rows"] is [Any])
  }

  @Test func unknownNamesGiveNearOnes() throws {
    #expect(try sandbox.northstar("list", "metrix").errors.contains("'metrics'"))
    #expect(try sandbox.northstar("list", "metrics", "-w", "rolle=input").errors.contains("'role'"))
    #expect(try sandbox.northstar("show", "activation-rat").errors.contains("'activation-rate'"))
    #expect(try sandbox.northstar("explain", "unowned-imput").errors.contains("'unowned-input'"))
    #expect(try sandbox.northstar("explain", "metric.ownr").errors.contains("'owner'"))
  }

  @Test func showGivesTheFileAndWhatOthersSay() throws {
    let outcome = try sandbox.northstar("show", "activation-rate")
    #expect(outcome.output.hasPrefix("metric/activation-rate  (metrics/activation-rate.yaml)\n"))
    #expect(outcome.output.contains("rolls up    activation-rate → weekly-hosted-meetings"))
    #expect(outcome.output.contains("guarded by  support-load"))
    let document = try json(sandbox.northstar("show", "okrs/2026-q1/onboarding", "--format", "json").output)
    let objectives = (document["entity"] as? [String: Any])?["objectives"] as? [[String: Any]]
    let results = objectives?.first?["key_results"] as? [[String: Any]]
    #expect(results?.first?["target"] as? Double == 55)
  }

  @Test func aNameOfSeveralEntitiesAsksWhich() throws {
    try sandbox.write("people/growth.yaml", "kind: person\nid: growth\nname: Gro Wth\n")
    let outcome = try sandbox.northstar("show", "growth")
    #expect(outcome.status == 129)
    #expect(outcome.errors.contains("team/growth") && outcome.errors.contains("person/growth"))
    #expect(try sandbox.northstar("show", "team/growth").status == 0)
  }

  @Test func readingCommandsWorkOnStrategiesWithFaults() throws {
    try sandbox.write("teams/onboarding.yaml", "kind: team\nid: [\n")
    #expect(try sandbox.northstar("tree").output.contains("Activation rate"))
    #expect(try sandbox.northstar("list", "teams").output.contains("growth"))
    #expect(try sandbox.northstar("show", "activation-rate").status == 0)
  }

  @Test func atGoesBackToADayAndToARevision() throws {
    let text = try sandbox.text("metrics/activation-rate.yaml")
    try sandbox.write("metrics/activation-rate.yaml", text.replacing("person: ada", with: "person: grace"))
    try sandbox.git("add", "-A")
    _ = try sandbox.run(
      ["git", "commit", "-q", "-m", "Hand over"],
      variables: ["GIT_COMMITTER_DATE": "2026-02-10T10:00:00Z", "GIT_AUTHOR_DATE": "2026-02-10T10:00:00Z"])
    let arguments = ["list", "metrics", "-w", "id=activation-rate", "--format", "csv"]
    #expect(try sandbox.northstar(arguments).output.contains(",grace,"))
    #expect(try sandbox.northstar(arguments + ["--at", "2026-02-09"]).output.contains(",ada,"))
    #expect(try sandbox.northstar(arguments + ["--at", "2026-02-10"]).output.contains(",grace,"))
    #expect(try sandbox.northstar(arguments + ["--at", "HEAD~1"]).output.contains(",ada,"))
    let before = try sandbox.northstar(arguments + ["--at", "2020-01-01"])
    #expect(before.status == 128)
    #expect(before.errors.contains("2026-01-28"))
  }

  @Test(arguments: ["text", "mermaid", "dot", "svg"])
  func treeIsDrawnInEveryFormat(_ format: String) throws {
    let outcome = try sandbox.northstar("tree", "--format", format)
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("Activation rate"))
  }

  @Test func everyRuleAndKindIsExplained() throws {
    let all = try json(sandbox.northstar("explain", "--all", "--format", "json").output)
    let rules = try #require(all["rules"] as? [[String: Any]])
    #expect(rules.count >= 50)
    for rule in rules {
      let id = try #require(rule["id"] as? String)
      let outcome = try sandbox.northstar("explain", id)
      #expect(outcome.status == 0)
      #expect(outcome.output.hasPrefix(id))
    }
    for kind in [
      "strategy", "metric", "person", "team", "okrs", "checkins", "waiver", "metric.owner",
      "okrs.objectives.key_results",
    ] {
      #expect(try sandbox.northstar("explain", kind).status == 0)
    }
  }

  @Test func narrowWindowsAreRespected() throws {
    try sandbox.write(
      "teams/onboarding.yaml",
      "kind: team\nid: onboarding\nname: \(String(repeating: "wide ", count: 60))\nlead: adda\n")
    for arguments in [["explain", "NS301"], ["explain", "metric"], ["check"]] {
      let lines = try sandbox.northstar(arguments, width: 60).output.split(separator: "\n")
      let tooLong = lines.filter { $0.count > 60 && !$0.contains(": error[") && !$0.contains("  ") }
      #expect(tooLong.isEmpty, "\(arguments)")
    }
  }
}
