import Foundation
import TestSupport
import Testing

/// What the commands say about the history of a small strategy.
@Suite struct HistoryCommandTests {
  /// Files that do not mention an entity are skipped; an id written with escapes, and a file that is unreadable for a
  /// while, are still found.
  @Test func anEntityIsFoundHoweverItsFileNamesIt() throws {
    let sandbox = try Sandbox()
    try sandbox.writeStrategy()
    try sandbox.commit("Begin")
    let file = "metrics/activation-rate.yaml"
    let text = try sandbox.text(file)
    try sandbox.write(file, text.replacing("id: activation-rate", with: "id: \"activation\\x2drate\""))
    try sandbox.commit("Escape")
    try sandbox.write(file, "nothing: [\n")
    try sandbox.commit("Break")
    try sandbox.write(file, text.replacing("direction: increase", with: "direction: maintain"))
    try sandbox.commit("Mend")
    let log = try sandbox.northstar("log", "activation-rate")
    #expect(
      log.output.contains("direction: increase → maintain") && log.output.contains("added metric/activation-rate"))
    #expect(!log.output.contains("Escape") && !log.output.contains("removed"))
    #expect(log.errors.contains("\(file) could not be read"))
  }

  let sandbox: Sandbox
  private let lever = "metrics/activation-rate.yaml"

  init() throws {
    sandbox = try Sandbox()
    try sandbox.writeStrategy()
    try sandbox.commit("Begin")
  }

  private func replace(_ old: String, _ new: String, in file: String, _ message: String) throws {
    try sandbox.replace(old, new, in: file)
    try sandbox.commit(message)
  }

  @Test func whoAtARevisionSaysWhatThatRevisionsFileSays() throws {
    try replace("team: onboarding\n  person: ada", "team: growth\n  person: lin", in: lever, "Hand over")
    try replace("name: Activation rate", "name: \"Activation rate\"  # as before", in: lever, "Quote")
    try replace("person: lin", "person: omar", in: lever, "Hand over again")
    try replace("team: growth\n  person: omar", "team: onboarding\n  person: grace", in: lever, "Hand back")
    let commits = try sandbox.git("rev-list", "--first-parent", "main").split(separator: "\n").map(String.init)
    #expect(commits.count == 5)
    for commit in commits {
      let lines = try sandbox.git("show", "\(commit):\(lever)").split(separator: "\n")
      func value(_ key: String) -> String {
        lines.last { $0.hasPrefix("  \(key): ") }.map { String($0.dropFirst(key.count + 4)) } ?? ""
      }
      let answer = try sandbox.northstar("who", "activation-rate", "--at", commit)
      #expect(answer.status == 0)
      #expect(
        answer.output.hasPrefix("activation-rate on 2026-01-28: team \(value("team")) (\(value("person")))"),
        "\(answer.text)")
    }
  }

  @Test func anUnknownLeverGetsNearNames() throws {
    let answer = try sandbox.northstar("who", "activation-rat")
    #expect(answer.status != 0)
    #expect(answer.output.isEmpty)
    #expect(answer.errors.contains("activation-rate"))
  }

  @Test func aDayBeforeTheFirstCommitIsAnError() throws {
    let answer = try sandbox.northstar("who", "activation-rate", "--at", "2020-01-01")
    #expect(answer.status != 0)
    #expect(answer.output.isEmpty)
    #expect(answer.errors.contains("2026-01-28"))
  }

  @Test func logAndBlamePassOverAReformattingCommit() throws {
    try replace("name: Activation rate", "name: First meeting rate", in: lever, "Rename the lever")
    let named = try sandbox.git("rev-parse", "--short=7", "HEAD")
    try replace("name: First meeting rate", "# on its own line\nname: 'First meeting rate'", in: lever, "Reformat")
    try sandbox.git("mv", lever, "metrics/first.yaml")
    try sandbox.commit("Move")
    let log = try sandbox.northstar("log", "activation-rate")
    #expect(log.status == 0)
    #expect(log.output.contains("Rename the lever") && log.output.contains("Begin"))
    #expect(!log.output.contains("Reformat") && !log.output.contains("Move"))
    let blame = try sandbox.northstar("blame", "activation-rate")
    let line = blame.output.split(separator: "\n").first { $0.contains("  name: ") }
    #expect(line?.hasPrefix(named) == true, "\(blame.text)")
  }

  @Test func diffGivesJSONAndAnExitCode() throws {
    #expect(try sandbox.northstar("diff", "--exit-code").status == 0)
    try replace("person: ada", "person: grace", in: lever, "Hand over")
    let answer = try sandbox.northstar("diff", "HEAD~1..HEAD", "--format", "json", "--exit-code")
    #expect(answer.status == 1)
    let object = try JSONSerialization.jsonObject(with: Data(answer.output.utf8)) as? [String: Any]
    let changes = try #require(object?["changes"] as? [[String: Any]])
    #expect(changes.map { $0["entity"] as? String } == ["metric/activation-rate"])
    #expect(changes.map { $0["class"] as? String } == ["risky"])
    #expect(try sandbox.northstar("diff", "HEAD~1..HEAD").status == 0)
  }

  @Test func goalpostsNamesAnAmendmentWithTheDaysLeft() throws {
    let file = "okrs/2026-q1/onboarding.yaml"
    let text = try sandbox.text(file)
    let line = try #require(text.split(separator: "\n").first { $0.contains(" target: ") })
    try replace(String(line), String(line.prefix { $0 != ":" }) + ": 7", in: file, "Move a target")
    let answer = try sandbox.northstar("goalposts", "2026-q1", "--format", "csv")
    #expect(answer.status == 0)
    // From 2026-01-28 to 2026-03-31.
    #expect(answer.output.contains("2026-01-28,62,2026-q1/onboarding,"), "\(answer.text)")
    #expect(answer.output.contains(",target,"))
  }
}
