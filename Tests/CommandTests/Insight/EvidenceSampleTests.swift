import Foundation
import TestSupport
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// What history and readings say about the sample company's North Star.
@Suite struct EvidenceSampleTests {
  private let huddle: Huddle

  init() throws { huddle = try Huddle.shared.get() }

  private func sections(_ subject: String) throws -> [String: [String]] {
    let outcome = try huddle.northstar(["review", "evidence", subject, "--format", "json"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    let answer = try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    let sections = try #require(answer["sections"] as? [[String: Any]])
    return Dictionary(
      uniqueKeysWithValues: sections.compactMap { section in
        guard let what = section["what"] as? String, let says = section["says"] as? [String],
          let lacks = section["lacks"] as? [String]
        else { return nil }
        return (what, says + lacks)
      })
  }

  @Test func `each section of the North Star has its figures`() throws {
    let found = try sections("north-star")
    #expect(
      found["value"]?.first?.hasPrefix(
        "weekly-hosted-meetings was 32713 meetings in 2026-W46, +7306 (+28.8 %) since the last review on 2026-06-23")
        == true)
    #expect(found["results"]?.count == 2 && found["results"]?.first?.contains("107 points") == true)
    #expect(
      found["change"]?.first
        == "From 2026-W26 to 2026-W46 it changed by +7306: connected-teams +2708.9, hosts-per-team +1969.4, "
        + "activation-rate +1499.9, meetings-per-host +1176.3.")
    #expect(
      found["change"]?[1]
        == "By owner: growth +2708.9, hosting +1969.4, onboarding +1499.9, rituals +1176.3.")
    #expect(found["guardrails"]?.first?.hasPrefix("No guardrail was beyond its threshold") == true)
    #expect(found["screen"]?.first?.contains("6 guardrails and results none got worse") == true)
    #expect(found["beliefs"]?.first == "10 beliefs: 6 confirmed, 3 no effect, 1 no readings.")
    #expect(
      found["definitions"]?.first
        == "2 changes of limits and targets since the last review on 2026-06-23: support-load threshold.at_most on 2026-07-02, "
        + "call-failure-rate threshold.at_most on 2026-07-02.")
    #expect(found["ownership"]?.first == "No lever changed hands since the last review on 2026-06-23.")
    #expect(
      found["objectives"]?.first
        == "Met in 2026-q2, 2026-q3, by input: activation-rate 1 of 2, connected-teams 3 of 4, hosts-per-team 2 of 3, "
        + "meetings-per-host 2 of 3.")
    #expect(found["overdue"] == ["1 check-in overdue: revenue/reviewed-together by 7 days."])
  }

  /// The evidence of that time is shown now: hand-overs, a cycle, the metric before this one.
  @Test func `a past review has the evidence of its own day`() throws {
    let found = try sections("2026-north-star")
    #expect(found["value"]?.first?.contains("in 2026-W22, +11021 (+79.8 %)") == true)
    #expect(
      found["screen"]?.first?.hasSuffix(
        "others got worse by more than their noise: meeting-overload from 3.92 to 4.28.")
        == true)
    #expect(
      found["guardrails"]?.first?.contains("call-failure-rate was beyond its threshold (at most 1.5) in 1 of 49 weeks")
        == true)
    #expect(found["ownership"]?.first?.contains("hosts-per-team from hosting (ines) to hosting (tomas)") == true)
    #expect(try sections("2026-hosts-per-team")["beliefs"]?.first?.contains("beliefs: ") == true)
    let markdown = try huddle.northstar(["review", "evidence", "2026-north-star"]).output
    #expect(markdown.contains("Last reviewed on 2025-06-24, decision: replace."))
    #expect(markdown.contains("viktor disagreed: A new star every year is no star"))
    // The old answer and the new one side by side.
    #expect(markdown.contains("| Has the market changed? | Calendars show everybody's activity now."))
    #expect(markdown.contains("| Assistants write the minutes now. They do not lead the meeting, so far. |"))
  }

  @Test(arguments: ["north-star", "meetings-per-host", "cycle/2026-q3", "template-use->recurring-meetings-per-host"])
  func `the page is one well-formed file without anything outside it`(subject: String) throws {
    let page = try huddle.northstar(["review", "evidence", subject, "--format", "html"]).output
    let parser = XMLParser(data: Data(page.utf8))
    #expect(parser.parse(), "\(String(describing: parser.parserError)) in line \(parser.lineNumber)")
    let outside = page.replacing("xmlns=\"http://www.w3.org/2000/svg\"", with: "")
    for word in ["http", "<script", "<link", "<img", "@import", "url(http"] { #expect(!outside.contains(word)) }
    let ids = page.matches(of: /id="([^"]+)"/).map { String($0.output.1) }
    #expect(Set(ids).count == ids.count, "two elements share an id")
  }

  @Test func `a cycle is judged by its scores and an input by its own goals`() throws {
    let cycle = try sections("cycle/2026-q3")
    #expect(cycle["scores"]?.first?.hasPrefix("The mean: ") == true)
    #expect(cycle["objectives"]?.first?.hasPrefix("Met in 2026-q3, by input: activation-rate 1 of 1") == true)
    let input = try sections("meetings-per-host")
    #expect(input["results"]?.contains { $0.contains("weekly-hosted-meetings") } == true)
    #expect(input["change"]?.first?.contains("recurring-meetings-per-host") == true)
    #expect(input["objectives"]?.first?.contains("activation-rate") == false)
  }
}
