import Foundation
import TestSupport
import Testing

/// Evidence when things are missing, and the part of it that a review keeps.
@Suite struct EvidenceTests {
  private let sandbox: Sandbox

  init() throws {
    sandbox = try Sandbox()
    try sandbox.writeStrategy()
    try sandbox.commit("Begin", on: "2026-01-21")
  }

  private func evidence(_ words: String..., today: String = "2026-01-28") throws -> String {
    let outcome = try sandbox.northstar(["review", "evidence"] + words, today: today)
    #expect(outcome.status == 0, "\(outcome.errors)")
    return outcome.output
  }

  @Test func `what is missing is said and nothing fails`() throws {
    let page = try evidence("north-star")
    for words in [
      "weekly-hosted-meetings has no readings that were known on 2026-01-28.",
      "weekly-hosted-meetings has no readings to compare with those of others.",
      "have readings to compare.", "Without readings or without a threshold:",
      "The North Star has no readings through the last two quarters", "No definition, limit or target changed",
      "No lever changed hands", "is closed.", "Last reviewed on 2026-01-20, decision: keep.",
    ] { #expect(page.contains(words), "\(words)") }
  }

  @Test func `an opened review keeps one line for each answer`() throws {
    #expect(try sandbox.northstar("review", "open", "north-star", "--id", "again").status == 0)
    let text = try sandbox.text("reviews/again.yaml")
    let answers = try #require(text.split(separator: "evidence:\n").last?.split(separator: "judged:").first)
    let lines = answers.split(separator: "\n")
    #expect(lines.count == 20 && lines.first == "  - what: value")
    #expect(lines.indices.allSatisfy { lines[$0].hasPrefix($0 % 2 == 0 ? "  - what: " : "    says: ") })
    #expect(try sandbox.northstar("check").status == 0)
    #expect(try sandbox.git("log", "-1", "--format=%s") == "review: open again")
    #expect(try sandbox.git("rev-list", "--count", "HEAD") == "2")
  }

  @Test func `a review shows later what it was opened with`() throws {
    #expect(try sandbox.northstar("review", "open", "activation-rate", "--id", "a").status == 0)
    try sandbox.replace("name: Activation rate", "name: Activation", in: "metrics/activation-rate.yaml")
    try sandbox.write("readings/activation-rate.csv", "period,value,known_on,source\n2026-W03,41,2026-01-19,w\n")
    try sandbox.commit("Measure", on: "2026-01-29")
    let then = try evidence("a", today: "2026-02-20")
    #expect(then.contains("activation-rate has no readings") && then.contains("As of 2026-01-28"))
    #expect(try evidence("activation-rate", today: "2026-02-20").contains("activation-rate was 41 percent in 2026-W03"))
  }

  /// The evidence is not part of what is judged: a decision refers to the same digest with and without it.
  @Test func `evidence does not change what a decision binds to`() throws {
    func digest(_ id: String) throws -> String {
      let outcome = try sandbox.northstar(
        "review", "decide", id, "keep", "--because", "It holds", "--by", "ada", "--next", "2027-01-28")
      #expect(outcome.status == 0, "\(outcome.text)")
      return try sandbox.git("log", "-1", "--format=%(trailers:key=Northstar-Digest,valueonly)")
    }
    #expect(try sandbox.northstar("review", "open", "activation-rate", "--id", "a").status == 0)
    let with = try digest("a")
    #expect(try sandbox.northstar("review", "open", "activation-rate", "--id", "b").status == 0)
    let text = try sandbox.text("reviews/b.yaml")
    let kept = text.split(separator: "\n", omittingEmptySubsequences: false)
      .filter { !$0.hasPrefix("evidence:") && !$0.hasPrefix("  - what: ") && !$0.hasPrefix("    says: ") }
    try sandbox.write("reviews/b.yaml", kept.joined(separator: "\n"))
    try sandbox.commit("Leave out the evidence")
    #expect(try digest("b") == with && with.hasPrefix("v1:sha256:"))
  }

  @Test func `there need be no history`() throws {
    let bare = try Sandbox(isRepository: false)
    try bare.writeStrategy()
    let outcome = try bare.northstar("review", "evidence", "north-star")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("There is no history, so earlier changes of what is measured are unknown."))
    #expect(outcome.output.contains("There is no history, so earlier owners are unknown."))
  }

  @Test func `a shallow clone says so`() throws {
    try sandbox.replace("name: Activation rate", "name: Activation", in: "metrics/activation-rate.yaml")
    try sandbox.commit("Rename", on: "2026-01-22")
    try sandbox.git("clone", "-q", "--depth=1", "file://\(sandbox.path)/repo", "\(sandbox.path)/shallow")
    let outcome = try sandbox.northstar("review", "evidence", "north-star", in: "shallow")
    #expect(outcome.status == 0 && outcome.output.contains("this clone is shallow"))
  }

  @Test func `a strategy with faults and a broken threshold is shown all the same`() throws {
    try sandbox.write("metrics/broken.yaml", "kind: metric\nid: broken\nrole: [\n")
    try sandbox.write(
      "readings/support-load.csv",
      "period,value,known_on,source\n2026-W04,900,2026-01-26,w\n2026-W05,1,2026-01-28,w\n")
    let page = try evidence("north-star")
    let sentence = page.split(separator: "\n").first { $0.hasPrefix("support-load was beyond its threshold") }
    #expect(sentence?.hasSuffix("in 1 of 2 weeks, last in 2026-W04; it is within it now.") == true, "\(page)")
  }

  @Test func `what changed since the last review is told`() throws {
    let lever = "metrics/activation-rate.yaml"
    try sandbox.replace("  person: ada\n  since: 2026-01-05", "  person: grace\n  since: 2026-02-02", in: lever)
    try sandbox.commit("Hand over", on: "2026-02-02")
    try sandbox.replace("within 7 days", "within 14 days", in: lever)
    try sandbox.replace("at_most: 12", "at_most: 10", in: "metrics/support-load.yaml")
    try sandbox.commit("Count otherwise", on: "2026-02-09")
    let page = try evidence("activation-rate", today: "2026-02-28")
    #expect(page.contains("activation-rate from onboarding (ada) to onboarding (grace) on 2026-02-02."))
    #expect(page.contains("1 change of definitions in the year since 2025-02-28: activation-rate definition.counts on"))
    #expect(page.contains("1 change of limits and targets in the year since 2025-02-28: support-load threshold.at"))
    #expect(page.contains("| 12 | 10 |") && page.contains("Never reviewed before."))
    #expect(try evidence("new-workspaces", today: "2026-02-28").contains("No lever changed hands"))
  }

  @Test func `what was reached while a guardrail broke is told as such`() throws {
    try sandbox.replace("state: active", "state: closed", in: "cycles/2026-q1.yaml")
    let okrs = "okrs/2026-q1/onboarding.yaml"
    let scored = try sandbox.text(okrs).replacing("        owner: ", with: "        score: 0.9\n        owner: ")
    try sandbox.write(okrs, scored)
    try sandbox.write(
      "readings/support-load.csv", "period,value,known_on,source\n2026-W12,14,2026-03-23,w\n2026-W14,9,2026-04-06,w\n")
    let page = try evidence("north-star", today: "2026-04-10")
    #expect(page.contains("activation-rate 1 of 1"), "\(page)")
    // The other team's key result was reached too, and its objective was not met.
    #expect(page.contains("Achieved at cost: onboarding/first-meeting-obvious (support-load)."), "\(page)")
  }

  @Test func `markup in a name is shown and not obeyed`() throws {
    try sandbox.replace(
      "name: Activation rate", "name: \"<b>| A & B\"", in: "metrics/activation-rate.yaml")
    #expect(try evidence("activation-rate", "--format", "html").contains("&lt;b&gt;| A &amp; B"))
    #expect(try evidence("activation-rate").contains("\\<b\\>\\| A \\& B"))
  }

  @Test func `unknown names are met with near ones`() throws {
    let outcome = try sandbox.northstar("review", "evidence", "north-sta")
    #expect(outcome.status == 128 && outcome.errors.contains("north-star"))
  }
}
