import Foundation
import Rules
import TestSupport
import Testing

@testable import northstar

/// The user's own git, merging a strategy with the driver.
@Suite struct MergeDriverTests {
  private let sandbox: Sandbox
  private let team = "teams/onboarding.yaml"
  private let text = "kind: team\nid: onboarding\nname: Onboarding\nlead: grace\nmembers: [grace]\n"

  init() throws {
    sandbox = try Sandbox()
    try sandbox.write(team, text)
    try sandbox.write("northstar.yaml", "kind: strategy\nid: huddle\nname: Huddle\n")
    try sandbox.commit("Begin")
    let outcome = try sandbox.northstar("hook", "install", "--merge-driver")
    try #require(outcome.status == 0, "\(outcome.text)")
  }

  /// One change on a branch, another on main.
  private func part(_ file: String? = nil, ours: (String, String), theirs: (String, String)) throws {
    let file = file ?? team
    try sandbox.git("switch", "-q", "-c", "other")
    try sandbox.replace(theirs.0, theirs.1, in: file)
    try sandbox.commit("Theirs")
    try sandbox.git("switch", "-q", "main")
    try sandbox.replace(ours.0, ours.1, in: file)
    try sandbox.commit("Ours")
  }

  private let name = ("name: Onboarding", "name: First steps")
  private let lead = ("lead: grace", "lead: lin\nnote: x")

  private let merged =
    "kind: team\nid: onboarding\nname: First steps\nlead: lin\nnote: x\nmembers: [grace]\n"

  @Test(arguments: [["merge", "-q", "--no-edit", "other"], ["cherry-pick", "other"], ["rebase", "-q", "other"]])
  func neighbouringFieldsMerge(_ command: [String]) throws {
    try part(ours: name, theirs: lead)
    let outcome = try sandbox.run(["git"] + command)
    #expect(outcome.status == 0, "\(outcome.text)")
    #expect(try sandbox.text(team) == merged)
    #expect(try sandbox.git("status", "--porcelain") == "")
  }

  @Test func readingsOfBothSidesAreKeptOursFirst() throws {
    let sheet = "readings/activation-rate.csv"
    let head = "period,value,known_on,source,segment\n2026-W01,1,2026-01-05,w,\n"
    try sandbox.write(sheet, head)
    try sandbox.commit("Measure")
    try part(
      sheet, ours: (head, head + "2026-W03,3,2026-01-19,w,\n"),
      theirs: (head, head + "2026-W02,2,2026-01-12,w,\n2026-W03,3,2026-01-19,w,\n"))
    let outcome = try sandbox.run(["git", "merge", "-q", "--no-edit", "other"])
    #expect(outcome.status == 0, "\(outcome.text)")
    #expect(try sandbox.text(sheet) == head + "2026-W03,3,2026-01-19,w,\n2026-W02,2,2026-01-12,w,\n")
  }

  @Test func twoValuesOfOnePeriodAreAConflict() throws {
    let sheet = "readings/activation-rate.csv"
    let head = "period,value,known_on,source,segment\n"
    try sandbox.write(sheet, head)
    try sandbox.commit("Measure")
    try part(
      sheet, ours: (head, head + "2026-W03,3,2026-01-19,w,\n"), theirs: (head, head + "2026-W03,4,2026-01-19,w,\n"))
    #expect(try sandbox.run(["git", "merge", "-q", "--no-edit", "other"]).status == 1)
    #expect(try sandbox.text(sheet).contains("<<<<<<<"))
  }

  @Test(arguments: [
    (["merge", "--no-edit", "other"], "other"), (["cherry-pick", "other"], "the commit being applied"),
    (["rebase", "other"], "(Ours)"),
  ])
  func aRealConflictIsNamedAndLeftToThePerson(_ command: [String], theirs: String) throws {
    try part(ours: ("lead: grace", "lead: ada"), theirs: lead)
    let outcome = try sandbox.run(["git"] + command)
    #expect(outcome.status == 1)
    #expect(outcome.text.contains("conflict: teams/onboarding.yaml: team/onboarding lead: was 'grace', HEAD "))
    #expect(try sandbox.git("diff", "--name-only", "--diff-filter=U") == team)
    let left = try sandbox.text(team)
    // In a rebase "theirs" is the user's own commit that is being applied: git's names for the sides make that clear,
    // ours would not.
    #expect(left.contains("<<<<<<< HEAD\n") && left.contains(">>>>>>> ") && left.contains(theirs + "\n"))
    #expect(left.contains("lead: ada") && left.contains("lead: lin"))
    #expect(left.contains("note: x\n"))
    try sandbox.git(command[0], "--abort")
    #expect(try sandbox.git("status", "--porcelain") == "")
  }

  @Test func withoutTheDriverGitStops() throws {
    #expect(try sandbox.northstar("hook", "uninstall").output.contains("Removed the merge driver."))
    #expect(!sandbox.exists(".git/info/attributes"))
    try part(ours: name, theirs: lead)
    #expect(try sandbox.run(["git", "merge", "--no-edit", "other"]).status == 1)
  }

  @Test func withoutTheProgramGitMergesLineByLine() throws {
    try part(ours: name, theirs: ("[grace]", "[grace, lin]"))
    let outcome = try sandbox.run(["git", "merge", "--no-edit", "other"], variables: ["PATH": "/usr/bin:/bin"])
    let usual = try sandbox.run(["git", "merge-file", "-p", team, team, team])
    #expect(usual.status == 0)
    #expect(outcome.status == 0, "\(outcome.text)")
    #expect(try sandbox.text(team).contains("members: [grace, lin]"))
  }

  @Test func bothAddingOneFileIsAConflictWithBothTexts() throws {
    try sandbox.git("switch", "-q", "-c", "other")
    try sandbox.write("metrics/new.yaml", "kind: metric\nid: new\nname: One\n")
    try sandbox.commit("Theirs")
    try sandbox.git("switch", "-q", "main")
    try sandbox.write("metrics/new.yaml", "kind: metric\nid: new\nname: Two\n")
    try sandbox.commit("Ours")
    let outcome = try sandbox.run(["git", "merge", "--no-edit", "other"])
    #expect(outcome.status == 1)
    #expect(outcome.text.contains("metric/new name: was nothing, HEAD 'Two', other 'One'"))
    let left = try sandbox.text("metrics/new.yaml")
    #expect(left.contains("name: One") && left.contains("name: Two") && left.contains(">>>>>>>"))
  }

  @Test(arguments: ["checkins", "okrs"])
  func bothBeginningATeamsFileMerge(_ folder: String) throws {
    let (list, head) = folder == "checkins" ? ("entries", "kind: checkins") : ("objectives", "kind: okrs")
    func file(_ item: String) -> String {
      let items = folder == "checkins" ? "  - on: 2026-01-28\n    key_result: \(item)\n    value: 4" : "  - id: \(item)"
      return "\(head)\nteam: onboarding\ncycle: 2026-q1\n\(list):\n\(items)\n"
    }
    let path = "\(folder)/2026-q1/onboarding.yaml"
    try sandbox.git("switch", "-q", "-c", "other")
    try sandbox.write(path, file("one"))
    try sandbox.commit("Theirs")
    try sandbox.git("switch", "-q", "main")
    try sandbox.write(path, file("two"))
    try sandbox.commit("Ours")
    let outcome = try sandbox.run(["git", "merge", "--no-edit", "other"])
    #expect(outcome.status == 0, "\(outcome.text)")
    let merged = try sandbox.text(path)
    #expect(merged.hasPrefix(file("two")) && merged.contains(": one\n"), "\(merged)")
  }

  @Test func aFileOfNoStrategyMergesAsGitDoes() throws {
    let foreign = "deploy/teams/onboarding.yaml"
    try sandbox.write(foreign, text)
    try sandbox.commit("Foreign")
    try part(foreign, ours: name, theirs: lead)
    let outcome = try sandbox.run(["git", "merge", "--no-edit", "other"])
    #expect(outcome.status == 1 && !outcome.text.contains("team/onboarding"), "\(outcome.text)")
  }

  @Test func whatCannotBeReadMergesAsGitDoes() throws {
    try sandbox.write("metrics/notes.yaml", "a: [\nb\nc\nd\ne\nf\n")
    try sandbox.commit("Notes")
    try part("metrics/notes.yaml", ours: ("a: [", "x: ["), theirs: ("f", "g"))
    #expect(try sandbox.run(["git", "merge", "--no-edit", "other"]).status == 0)
    #expect(try sandbox.text("metrics/notes.yaml") == "x: [\nb\nc\nd\ne\ng\n")
  }

  @Test func troubleMakesGitStopInPlaceOfLosingASide() throws {
    let outcome = try sandbox.northstar("merge-driver", "none", "nowhere", "never", team)
    #expect(outcome.status == 129)
    #expect(outcome.errors.contains("cannot read"))
  }

  @Test func installingTwiceChangesNothingAndOthersLinesStay() throws {
    let attributes = ".git/info/attributes"
    let first = try sandbox.text(attributes)
    #expect(try sandbox.northstar("hook", "install", "--merge-driver").output.contains("already"))
    try sandbox.write(attributes, "*.png binary\n" + first)
    #expect(try sandbox.northstar("hook", "install", "--merge-driver").status == 0)
    #expect(try sandbox.northstar("hook", "status").output.contains("Git merges strategies by meaning."))
    #expect(try sandbox.northstar("hook", "uninstall").status == 0)
    #expect(try sandbox.text(attributes) == "*.png binary\n")
    #expect(try sandbox.run(["git", "config", "--get-regexp", "^merge\\.northstar"]).output == "")
    #expect(try sandbox.northstar("hook", "status").output.contains("line by line"))
  }

  @Test func everyKindOfFileHasTheDriver() throws {
    for path in ["northstar.yaml", "strategy/northstar.yaml", "metrics/a.yaml", "s/okrs/2026-q1/a.yml", "teams/a.yaml"]
    {
      #expect(try sandbox.git("check-attr", "merge", path).hasSuffix("merge: northstar"), "\(path)")
    }
    #expect(try sandbox.git("check-attr", "merge", "README.md").hasSuffix("unspecified"))
  }
}
