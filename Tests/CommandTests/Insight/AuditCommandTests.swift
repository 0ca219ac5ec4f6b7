import Foundation
import TestSupport
import Testing

/// The audit of a small strategy whose history has one finding of each kind.
@Suite struct AuditCommandTests {
  private let sandbox: Sandbox

  init() throws {
    sandbox = try Sandbox()
    try sandbox.writeStrategy()
    try sandbox.commit("Begin", on: "2026-01-05")
  }

  @Test func namesAChangeOfDefinitionWithoutDecision() throws {
    try sandbox.replace("window: calendar week", "window: calendar month", in: "metrics/activation-rate.yaml")
    try sandbox.commit("Count by month", on: "2026-02-02")
    let answer = try sandbox.northstar("audit", "--to", "2026-03-31")
    #expect(answer.output.contains("undecided-change"))
    #expect(answer.output.contains("changed definition.window and named no decision"))
  }

  @Test func acceptsAChangeThatNamesItsDecision() throws {
    try sandbox.replace("window: calendar week", "window: calendar month", in: "metrics/activation-rate.yaml")
    try sandbox.commit("Count by month\n\nNorthstar-Decision: approve\nNorthstar-Decided-By: ada", on: "2026-02-02")
    #expect(try !sandbox.northstar("audit", "--to", "2026-03-31").output.contains("undecided-change"))
  }

  @Test func namesAGapAfterAnOwnerIsTakenAway() throws {
    let text = try sandbox.text("metrics/activation-rate.yaml")
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let start = try #require(lines.firstIndex { $0.hasPrefix("owner:") })
    let end = lines[(start + 1)...].firstIndex { !$0.hasPrefix(" ") } ?? lines.endIndex
    try sandbox.write(
      "metrics/activation-rate.yaml", (lines[..<start] + lines[end...]).joined(separator: "\n"))
    try sandbox.commit("No owner", on: "2026-03-01")
    let answer = try sandbox.northstar(
      "audit", "--from", "2026-03-01", "--to", "2026-03-31", "--exit-code", today: "2026-03-31")
    #expect(answer.status == 1)
    #expect(answer.output.contains("nobody owned it for 31 days"))
  }

  @Test func writesOnePageThatNeedsNothingElse() throws {
    let page = try sandbox.northstar("audit", "--to", "2026-03-31", "--format", "html").output
    #expect(page.hasPrefix("<!DOCTYPE html>") && page.contains("<svg"))
    for outside in ["src=", "href=", "@import", "url("] { #expect(!page.contains(outside)) }
  }

  @Test func refusesAPeriodThatEndsBeforeItBegins() throws {
    let answer = try sandbox.northstar("audit", "--from", "2026-03-31", "--to", "2026-01-31")
    #expect(answer.status == 129)
    #expect(answer.errors.contains("the period ends before it begins"))
  }

  @Test func suggestsNearLevers() throws {
    let answer = try sandbox.northstar("audit", "--lever", "activation-rat")
    #expect(answer.status != 0)
    #expect(answer.errors.contains("'activation-rate'"))
  }
}
