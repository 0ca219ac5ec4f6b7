import Foundation
import TestSupport
import Testing

@testable import northstar

/// Every command that writes, in folders whose names are not ASCII: each file goes where the strategy reads it.
@Suite struct FolderOfAnyScriptTests {
  static let folders = ["stratégie", "strate\u{301}gie", "战略", "🧭👩‍👩‍👧", "nos plans/стратегия"]

  private let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  private func begin(_ folder: String) throws -> String {
    try sandbox.writeStrategy(in: "repo/\(folder)")
    try sandbox.write(
      "\(folder)/cycles/2026-q2.yaml", "kind: cycle\nid: 2026-q2\nstarts: 2026-04-01\nends: 2026-06-30\nstate: draft\n")
    try sandbox.commit("Begin", on: "2026-01-27")
    return "repo/\(folder)"
  }

  private func expectSound(_ folder: String, _ what: String) throws {
    #expect(try sandbox.northstar("check", "--fail-on", "error").status == 0, "\(what)")
    let paths = try sandbox.git("-c", "core.quotePath=false", "ls-tree", "-r", "--name-only", "HEAD")
      .split(separator: "\n")
    for path in paths { #expect(path.utf8.starts(with: "\(folder)/".utf8), "\(what): \(path)") }
    for path in paths.map({ $0.utf8.dropFirst(folder.utf8.count + 1) }) {
      let top = String(decoding: path.prefix { $0 != UInt8(ascii: "/") }, as: UTF8.self)
      #expect(
        [
          "metrics", "people", "teams", "cycles", "okrs", "checkins", "initiatives", "reviews", "proposals",
          "workshops",
          "readings", "northstar.yaml", "waivers",
        ].contains(top), "\(what): \(String(decoding: path, as: UTF8.self))")
    }
    #expect(try sandbox.git("status", "--porcelain").isEmpty, "\(what)")
  }

  @Test(arguments: folders)
  func filesGoWhereTheyAreRead(_ folder: String) throws {
    let place = try begin(folder)
    let words: [[String]] = [
      ["add", "person", "mia", "name=Mia Sato", "emails=mia@huddle.example"],
      [
        "add", "metric", "idle", "name=Idle rooms", "role=driver", "lifecycle=draft", "direction=decrease",
        "definition.counts=Rooms",
      ],
      ["set", "idle.description", "Rooms without a meeting"],
      ["set", "team/onboarding.members", "--add", "mia"],
      ["checkin", "onboarding/completion", "47", "-c", "0.6"],
      ["measure", "add", "activation-rate", "2026-W04", "44"],
      [
        "okr", "new", "growth", "--cycle", "2026-q2", "--input", "new-workspaces", "--objective",
        "Many more teams find us", "--kr", "found: More teams metric=new-workspaces 5..6 owner=lin",
      ],
      ["assign", "new-workspaces", "onboarding", "--person", "ada"],
      ["rename-team", "growth", "reach"],
      ["review", "open", "metric/weekly-hosted-meetings"],
    ]
    for line in words {
      let outcome = try sandbox.northstar(line, in: place)
      #expect(outcome.status == 0, "\(line): \(outcome.text)")
      try expectSound(folder, line.joined(separator: " "))
    }
  }

  @Test(arguments: folders)
  func aProposalLandsInIt(_ folder: String) throws {
    let place = try begin(folder)
    let grace = ["GIT_AUTHOR_EMAIL": "grace@huddle.example", "GIT_AUTHOR_NAME": "Grace"]
    for line in [
      ["propose", "start", "mission", "--title", "A mission", "--because", "We have none"],
      ["set", "team/onboarding.mission", "New users succeed"], ["propose", "land", "mission"],
    ] {
      let outcome = try sandbox.northstar(line, in: place, variables: grace)
      #expect(outcome.status == 0, "\(line): \(outcome.text)")
    }
    #expect(try sandbox.text("\(folder)/teams/onboarding.yaml").contains("mission: New users succeed"))
    try expectSound(folder, "propose land")
  }
}
