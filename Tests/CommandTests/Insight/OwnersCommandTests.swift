import Foundation
import TestSupport
import Testing

@testable import northstar

/// The owners of all levers.
@Suite struct OwnersCommandTests {
  private let sandbox: Sandbox
  private let activation = "metrics/activation-rate.yaml"

  init() throws {
    sandbox = try Sandbox()
    try sandbox.writeStrategy()
    try sandbox.commit("Begin", on: "2026-01-05")
  }

  private func change(_ file: String, _ old: String, _ new: String, on day: String, _ message: String) throws {
    try sandbox.replace(old, new, in: file)
    try sandbox.commit(message, on: day)
  }

  private func handOver() throws {
    try change(
      activation, "person: ada\n  since: 2026-01-05", "person: grace\n  since: 2026-01-12", on: "2026-01-14",
      "Hand over\n\nNorthstar-Decision: change\nNorthstar-Review: 2026-north-star")
  }

  private func rows(_ arguments: String...) throws -> [[String]] {
    let outcome = try sandbox.northstar(["owners"] + arguments + ["--format", "csv"])
    try #require(outcome.status == 0, "\(outcome.text)")
    return outcome.output.split(separator: "\n").dropFirst().map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }

  // MARK: Rows

  @Test func everyLeverHasARowWithItsProof() throws {
    let first = try sandbox.git("rev-parse", "HEAD")
    try handOver()
    let second = try sandbox.git("rev-parse", "HEAD")
    #expect(
      try rows() == [
        ["activation-rate", "onboarding", "grace", "2026-01-12", "17", second, "change (review 2026-north-star)", ""],
        ["meetings-per-workspace", "growth", "omar", "2026-01-05", "24", first, "", ""],
        ["new-workspaces", "growth", "lin", "2026-01-05", "24", first, "", ""],
        ["weekly-hosted-meetings", "growth", "lin", "2026-01-05", "24", first, "", ""],
      ])
    let table = try sandbox.northstar("owners").output
    #expect(table.contains("activation-rate         onboarding  grace   2026-01-12  17    \(second.prefix(7))"))
    let json = try JSONSerialization.jsonObject(with: Data(sandbox.northstar("owners", "--format", "json").output.utf8))
    let objects = try #require((json as? [String: Any])?["rows"] as? [[String: Any]])
    #expect(objects.map { $0["person"] as? String } == ["grace", "omar", "lin", "lin"])
    #expect(objects.first?["commit"] as? String == second)
    #expect(objects.first?["days"] as? Int == 17)
  }

  @Test func aDayShowsWhoItWasThenAsTheRecordSaysNow() throws {
    try handOver()
    let days = ["2026-01-04": nil, "2026-01-11": "ada", "2026-01-12": "grace"] as [String: String?]
    for (day, person) in days {
      #expect(try rows("--on", day).first?[2] == person)
    }
    #expect(try rows("--on", "2026-01-11").first?[4] == "7")
    #expect(try rows("--on", "2026-01-06").first?[4] == "2")
    #expect(try rows("--at", "2026-01-13").first?[2] == "ada")
  }

  @Test func historyHasEveryStretchAlsoOfLeversThatAreNoMore() throws {
    let first = try sandbox.git("rev-parse", "HEAD")
    try handOver()
    let second = try sandbox.git("rev-parse", "HEAD")
    try change(
      "metrics/new-workspaces.yaml", "lifecycle: active", "lifecycle: retired", on: "2026-01-20", "Retire a lever")
    #expect(try rows().map(\.[0]) == ["activation-rate", "meetings-per-workspace", "weekly-hosted-meetings"])
    #expect(
      try rows("--history") == [
        ["activation-rate", "onboarding", "ada", "2026-01-05", "2026-01-11", "7", "2026-01-05", first, ""],
        ["activation-rate", "onboarding", "grace", "2026-01-12", "", "17", "2026-01-14", second, ""],
        ["meetings-per-workspace", "growth", "omar", "2026-01-05", "", "24", "2026-01-05", first, ""],
        ["new-workspaces", "growth", "lin", "2026-01-05", "2026-01-19", "15", "2026-01-05", first, ""],
        ["weekly-hosted-meetings", "growth", "lin", "2026-01-05", "", "24", "2026-01-05", first, ""],
      ])
  }

  @Test func aLeverThatNobodyOwnsKeepsItsRow() throws {
    try change(
      activation, "owner:\n  team: onboarding\n  person: ada\n  since: 2026-01-05\n", "", on: "2026-01-20", "Let it go")
    #expect(try rows().first?.prefix(4) == ["activation-rate", "", "", "2026-01-20"])
    #expect(try sandbox.northstar("owners", "--format", "codeowners").output.contains("\(activation): nobody owns it"))
    #expect(try rows("--history").first?[4] == "2026-01-19")
  }

  /// A metric that is not in use yet is not a lever, but its file may name an owner.
  @Test func allAddsDraftsThatNameAnOwner() throws {
    try sandbox.write(
      "metrics/later.yaml",
      try sandbox.text(activation).replacing("id: activation-rate", with: "id: later")
        .replacing("lifecycle: active", with: "lifecycle: draft"))
    try sandbox.commit("Draft", on: "2026-01-20")
    let levers = Set(try rows().map(\.[0]))
    #expect(levers.contains("weekly-hosted-meetings"))
    #expect(Set(try rows("--all").map(\.[0])).subtracting(levers) == ["later"])
  }

  @Test(arguments: [
    ["--history", "--on", "2026-01-05"], ["--history", "--format", "backstage"], ["--organisation", "acme"],
    ["--format", "codeowners", "--organisation", "two words"], ["--on", "yesterday"],
  ])
  func whatDoesNotGoTogetherIsRefused(_ arguments: [String]) throws {
    #expect(try sandbox.northstar(["owners"] + arguments).status == 129)
  }

  // MARK: CODEOWNERS

  /// Asks git, whose attributes use the same patterns and also let the last one win, who owns a path.
  private func owners(of paths: [String], by rules: String) throws -> [String: String] {
    let attributes = rules.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
      let space = line.indices.first { line[$0] == " " && line[line.index(before: $0)] != "\\" } ?? line.endIndex
      let folder = line[..<space].hasSuffix("/") ? "**" : ""
      let pattern = (line[..<space] + folder).replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
      return "\"\(pattern)\" owner=\(line[space...].dropFirst().replacing(" ", with: "+"))\n"
    }
    try sandbox.write("info/attributes", attributes.joined(), in: "repo/.git")
    let outcome = try sandbox.run(["git", "check-attr", "-z", "owner", "--"] + paths)
    try #require(outcome.errors.isEmpty, "\(outcome.errors)")
    let words = outcome.output.split(separator: "\0").map(String.init)
    let found = stride(from: 0, to: words.count, by: 3).map { (words[$0], words[$0 + 2]) }
    return Dictionary(uniqueKeysWithValues: found)
  }

  @Test func gitReadsTheRulesAsTheyAreMeant() throws {
    try sandbox.git("mv", activation, "metrics/activation [rate] #1 *.yaml")
    try sandbox.commit("Move a file", on: "2026-01-10")
    let rules = try sandbox.northstar("owners", "--format", "codeowners").output
    let found = try owners(
      of: [
        "northstar.yaml", "metrics/activation [rate] #1 *.yaml", "metrics/activation [rate] #1 x.yaml",
        "metrics/new-workspaces.yaml", "metrics/support-load.yaml", "okrs/2026-q1/growth.yaml", "src/main.swift",
        "src/metrics/new-workspaces.yaml",
      ], by: rules)
    let stewards = "ada@huddle.example+lin@huddle.example"
    #expect(
      found == [
        "northstar.yaml": stewards, "metrics/activation [rate] #1 *.yaml": "ada@huddle.example",
        "metrics/activation [rate] #1 x.yaml": stewards, "metrics/new-workspaces.yaml": "lin@huddle.example",
        "metrics/support-load.yaml": stewards, "okrs/2026-q1/growth.yaml": stewards,
        "src/main.swift": "unspecified", "src/metrics/new-workspaces.yaml": "unspecified",
      ])
  }

  @Test func aStrategyInAFolderOwnsThatFolder() throws {
    let folder = "our strategy"
    try FileManager.default.createDirectory(atPath: "\(sandbox.path)/repo/\(folder)", withIntermediateDirectories: true)
    for file in try sandbox.git("ls-tree", "--name-only", "HEAD").split(separator: "\n") {
      try sandbox.git("mv", String(file), "\(folder)/\(file)")
    }
    try sandbox.commit("Move the strategy", on: "2026-01-10")
    let rules = try sandbox.northstar("owners", "--format", "codeowners").output
    #expect(rules.contains("\n/our\\ strategy/ ada@huddle.example lin@huddle.example\n"))
    let found = try owners(of: ["\(folder)/\(activation)", "\(folder)/notes/a.md", activation], by: rules)
    #expect(found["\(folder)/\(activation)"] == "ada@huddle.example")
    #expect(found["\(folder)/notes/a.md"] == "ada@huddle.example+lin@huddle.example")
    #expect(found[activation] == "unspecified")
  }

  @Test func anOrganisationsTeamsStandInForPeople() throws {
    let rules = try sandbox.northstar("owners", "--format", "codeowners", "--organisation", "acme").output
    #expect(rules.contains("\n/\(activation) @acme/onboarding\n"))
    #expect(rules.contains("\n/northstar.yaml ada@huddle.example lin@huddle.example\n"))
  }

  @Test func whoeverHasNoAddressIsNamedInAComment() throws {
    try change("people/ada.yaml", "emails: [ada@huddle.example]\n", "", on: "2026-01-10", "Forget an address")
    let lines = try sandbox.northstar("owners", "--format", "codeowners").output.split(separator: "\n")
    #expect(lines.contains("# /\(activation): ada has no mail address"))
    #expect(!lines.contains { $0.hasPrefix("/\(activation)") })
    #expect(lines.contains("/northstar.yaml lin@huddle.example"))
  }

  @Test func theFirstAddressOfSeveralCounts() throws {
    try change(
      "people/ada.yaml", "[ada@huddle.example]", "[z@new.example, ada@huddle.example]", on: "2026-01-10", "Move")
    let rules = try sandbox.northstar("owners", "--format", "codeowners").output
    #expect(rules.contains("\n/\(activation) z@new.example\n"))
  }

  // MARK: Backstage

  private func judged(_ arguments: String...) throws -> Outcome {
    let catalog = try sandbox.northstar(["owners", "--format", "backstage"] + arguments)
    try sandbox.write("catalog.yaml", catalog.output, in: "")
    let judge = Sandbox.root.appending(path: "Tests/CommandTests/Validation/catalog.py").path
    return try sandbox.run(["/usr/bin/python3", judge, "\(sandbox.path)/catalog.yaml"])
  }

  @Test func theCatalogKeepsToBackstagesSchemas() throws {
    let long = "a" + String(repeating: "-very-long-name", count: 5)
    let text = try sandbox.text(activation).replacing("id: activation-rate", with: "id: \(long)")
    try sandbox.write("metrics/long.yaml", text.replacing("name: Activation rate", with: "name: \"42\""))
    let team = try sandbox.text("teams/onboarding.yaml")
    try sandbox.write("teams/onboarding.yaml", team + "parent: growth\n")
    try sandbox.write(
      "teams/former.yaml", team.replacing("id: onboarding", with: "id: former") + "ended: 2026-01-20\n")
    try sandbox.commit("Names that are hard to write", on: "2026-01-10")
    let outcome = try judged()
    #expect(outcome.status == 0, "\(outcome.text)")
    #expect(outcome.output.contains("component:default/activation-rate group:default/onboarding\n"))
    #expect(outcome.output.contains("component:default/a-very-long-name"))
    #expect(!outcome.output.contains("group:default/former"))
    #expect(try judged("--on", "2026-01-15").output.contains("group:default/former"))
  }

  @Test func aTeamThatIsGoneStaysWhileItOwnsALever() throws {
    let team = try sandbox.text("teams/onboarding.yaml")
    try sandbox.write("teams/onboarding.yaml", team + "ended: 2026-01-20\n")
    try sandbox.commit("End a team", on: "2026-01-20")
    let outcome = try judged()
    #expect(outcome.status == 0, "\(outcome.text)")
    #expect(outcome.output.contains("group:default/onboarding"))
  }
}
