import Diagnostics
import Rules
import StrategyModel
import Testing

/// When a review is due, and which decisions still bind.
@Suite struct DecisionTests {
  private let review = "reviews/2026-north-star.yaml"
  private let star = "metrics/weekly-hosted-meetings.yaml"
  private let policy = (
    "northstar.yaml", "timezone: Europe/Berlin", "timezone: Europe/Berlin\nreviews: { input_months: 6 }"
  )

  @Test func withoutAReviewTheOwnersFirstDayCounts() throws {
    let found = Check(SmallStrategy.loaded(with: Example(replacing: [], removing: [review])), today: day("2027-01-06"))
    #expect(
      found.diagnostics.filter { $0.ruleName == "review-overdue" }.map(\.message) == [
        "the review of 'weekly-hosted-meetings' was due on 2027-01-05"
      ])
  }

  @Test func inputsAreReviewedInTurnWhenThePolicySaysSo() {
    let strategy = SmallStrategy.loaded(with: Example(replacing: [policy]))
    let overdue = { (today: String) in
      Check(strategy, today: self.day(today)).diagnostics.filter { $0.ruleName == "review-overdue" }.map(\.subject)
    }
    #expect(overdue("2026-07-05") == [])
    #expect(
      overdue("2026-07-06") == ["metric/activation-rate", "metric/meetings-per-workspace", "metric/new-workspaces"])
  }

  @Test func aReviewWithoutADecisionMovesNoDay() {
    let open = (
      "reviews/2026-second.yaml",
      "kind: review\nid: 2026-second\nsubject: metric/weekly-hosted-meetings\nheld_on: 2026-01-27"
    )
    let found = checked(Example([open], replacing: [(review, "next_review: 2027-01-20", "next_review: 2026-01-27")]))
    #expect(found.names == ["review-overdue"])
  }

  @Test func onlyTheLastDecisionIsAskedWhatItLeftOpen() {
    let earlier = (
      "reviews/2025-north-star.yaml",
      """
      kind: review
      id: 2025-north-star
      subject: metric/weekly-hosted-meetings
      held_on: 2025-01-20
      questions:
        - question: Does it still reflect the core value?
      decision: defer
      because: Two quarters are too few to tell
      decided_by: [omar]
      """
    )
    #expect(checked(Example([earlier])).names == [])
  }

  @Test func twoReviewsOfOneDayAreOrderedByTheirFiles() {
    let second = (
      "reviews/2026-second.yaml",
      """
      kind: review
      id: 2026-second
      subject: metric/weekly-hosted-meetings
      held_on: 2026-01-20
      decision: defer
      because: The readings of December are missing
      decided_by: [ada]
      """
    )
    #expect(checked(Example([second])).names == ["missing-next-review"])
  }

  @Test func aWaiverIsAskedOnceForOneReason() {
    let waiver = { (granted: String, expires: String) in
      checked(
        Example(
          [
            (
              "waivers/w-one.yaml",
              "kind: waiver\nid: w-one\nrule: idle-team\nentity: team/platform\nbecause: Later\napproved_by: ada\n"
                + "granted: \(granted)\nexpires: \(expires)"
            ),
            ("teams/platform.yaml", "kind: team\nid: platform\nname: Platform\nlead: ada\nmembers: [ada]"),
          ])
      ).names
    }
    #expect(Set(waiver("2024-01-05", "2025-12-31")) == ["expired-waiver", "idle-team"])
    #expect(waiver("2026-01-05", "2026-07-04") == [])
    #expect(waiver("2026-01-05", "2026-07-05") == ["long-waiver"])
  }

  private func day(_ text: String) -> Day { Day(text) ?? SmallStrategy.today }
}
