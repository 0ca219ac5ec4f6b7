import TestSupport
import Testing

/// What the sample company has decided, and which reviews are next.
@Suite struct ReviewedSampleTests {
  private let huddle: Huddle

  init() throws { huddle = try Huddle.shared.get() }

  @Test func nothingIsOverdueAndTheYearIsPlanned() throws {
    let due = try huddle.northstar(["review", "due", "--on", "2026-11-16", "--format", "csv"]).output
    let rows = due.split(separator: "\n").dropFirst()
    #expect(rows.first == "metric/co-host-share->hosts-per-team,belief,2026-12-15,29,soon,,,")
    #expect(rows.contains("metric/weekly-hosted-meetings,North Star,2027-06-22,218,,2026-06-23,keep,2026-north-star"))
    #expect(rows.contains("metric/hosts-per-team,input,2027-01-26,71,,2026-10-27,defer,2026-hosts-per-team"))
    #expect(!due.contains("overdue") && !due.contains("weekly-active-users"))
  }

  @Test func everyDecisionIsFoundWithItsCommit() throws {
    let table = try huddle.northstar(["decisions", "--format", "csv"]).output
    let rows = table.split(separator: "\n").dropFirst().map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    let replaced = try #require(rows.first { $0[1] == "replaced" })
    #expect(replaced[0] == "2025-07-01" && replaced[2] == "review/2025-north-star" && replaced[4] == "viktor")
    #expect(rows.filter { $0[2].hasPrefix("review/") }.count == 7)
    #expect(
      Set(rows.map { $0[1] }).isSuperset(of: [
        "kept", "refined", "replaced", "deferred", "landed", "rejected", "withdrawn",
      ]))
    let lin = try huddle.northstar(["decisions", "--person", "lin", "--where", "outcome=kept", "--format", "csv"])
      .output
    #expect(lin.split(separator: "\n").count == 4)
  }
}
