/// A week that was counted again. The first figure stays; the second becomes a row of its own.
struct Correction {
  let metric: String
  let week: Week
  let value: Double
  let known: Day
  let source: String
  let reason: String

  static let all: [Correction] = [doubled, plans, outage, late]

  private static let doubled = Correction(
    metric: "onboarding-completion", week: Week(2025, 44), value: 42.6, known: Day(2025, 11, 12),
    source: "product events recount",
    reason:
      "The tracker sent every event of the last step twice between Tuesday and Sunday. 46.9 was too good to be true.")

  private static let plans = Correction(
    metric: "sales-led-teams", week: Week(2025, 52), value: 1026, known: Day(2026, 1, 14), source: "billing recount",
    reason: "Four contracts began on the second of January and were booked on the thirty-first of December.")

  private static let outage = Correction(
    metric: "call-failure-rate", week: Week(2026, 7), value: 2.04, known: Day(2026, 2, 27),
    source: "call telemetry recount",
    reason: "The calls that failed before they began had no telemetry. Jonas found them in the logs of the edge nodes.")

  private static let late = Correction(
    metric: "support-load", week: Week(2026, 20), value: 5.5, known: Day(2026, 6, 3), source: "helpdesk recount",
    reason: "Chats of one evening sat in the wrong queue.")
}
