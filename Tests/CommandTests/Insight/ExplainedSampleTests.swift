import Foundation
import TestSupport
import Testing

/// What the sample company's readings say.
@Suite struct ExplainedSampleTests {
  private let huddle: Huddle

  init() throws { huddle = try Huddle.shared.get() }

  private func json(_ arguments: String...) throws -> [String: Any] {
    let outcome = try huddle.northstar(arguments + ["--format", "json"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    return try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
  }

  @Test func `the year's change of the North Star is split and held by whom it was`() throws {
    let answer = try json("explain-change", "weekly-hosted-meetings", "--from", "2025-W40", "--to", "2026-W40")
    #expect(answer["method"] as? String == "LMDI" && answer["dominant"] as? String == "connected-teams")
    let parts = try #require(answer["parts"] as? [[String: Any]])
    let calculated = try #require((answer["calculated"] as? [String: Double])?["change"])
    #expect(abs(parts.compactMap { $0["contribution"] as? Double }.reduce(-calculated, +)) < 1e-9 * calculated)
    let perHost = try #require(parts.first { $0["metric"] as? String == "meetings-per-host" })
    let teams = try #require(perHost["heldBy"] as? [[String: Any]]).compactMap { $0["team"] as? String }
    #expect(teams == ["hosting", "rituals"])
    let below = try #require(answer["below"] as? [[String: Any]])
    #expect(
      below.map { $0["metric"] as? String } == ["meetings-per-host"] && below[0]["method"] as? String == "Shapley")
  }

  @Test func `a driver leads its input`() throws {
    let lead = try #require(
      try json("test", "onboarding-completion", "--against", "activation-rate")["lead"] as? [String: Any])
    #expect(lead["verdict"] as? String == "leads")
    #expect((lead["best"] as? [String: Any])?["lag"] as? Int == 1)
  }

  @Test func `every influence has a verdict and the day on which it was stated`() throws {
    let rows = try #require(try json("beliefs")["rows"] as? [[String: Any]])
    #expect(rows.count >= 8 && rows.allSatisfy { $0["stated"] is String })
    let completion = try #require(rows.first { $0["metric"] as? String == "onboarding-completion" })
    #expect(completion["verdict"] as? String == "confirmed" && completion["changed"] as? Bool == true)
    #expect(rows.contains { $0["verdict"] as? String == "no effect" })
  }
}
