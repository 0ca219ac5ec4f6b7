import Foundation
import TestSupport
import Testing

/// The sample company has an example of everything that an audit finds.
@Suite struct AuditedSampleTests {
  private struct Answer: Decodable {
    let findings: [AuditedStrategy.Finding]
  }

  private static let told = [
    "gap days-active-per-user - 2025-04-22…2025-05-19",
    "double-ownership connected-teams invites 2025-03-13…2025-03-16",
    "paper-owner meetings-per-host hosting 2025-10-01…2025-12-31",
    "shadow-owner meetings-per-host rituals 2025-10-01…2025-12-31",
    "back-dated meetings-per-host rituals 2026-01-01…2026-01-13",
    "ended-team invite-complaints invites 2026-04-01…2026-04-08",
    "mid-cycle-hand-over meeting-overload care 2026-03-02…2026-03-02",
    "not-entitled meeting-overload rituals 2026-03-02…2026-03-02",
    "undecided-change call-failure-rate platform 2024-08-14…2024-08-14",
  ]

  @Test func auditFindsEveryKind() throws {
    let outcome = try Huddle.shared.get().northstar(["audit", "--from", "2024-01-01", "--format", "json"])
    #expect(outcome.status == 0, "\(outcome.text)")
    let found = try JSONDecoder().decode(Answer.self, from: Data(outcome.output.utf8)).findings
    let said = found.map { $0.description.split(separator: " ").dropLast().joined(separator: " ") }
    for finding in AuditedSampleTests.told { #expect(said.contains(finding), "\(said)") }
    #expect(found.allSatisfy { $0.commit != nil })
  }
}
