import Diagnostics
import Numbers
internal import Presentation
import StrategyModel

struct BaselineDiffers: Rule {
  let card = Card(
    id: "NS516", name: "baseline-differs", severity: .warning,
    summary: "A key result's baseline differs from the measured value.",
    rationale: """
      A goal with a baseline that nobody measured is half reached or half lost on its first day, and the score at the \
      close means nothing. Use the last reading before the cycle begins as the baseline, or say in the title what else \
      is meant.
      """,
    settings: [Setting("share", 0.2, "How far apart the two may be, as a share of the way to the target, 0 to 1.")],
    wrong: [
      Example([
        (completion, ReadingExample.sheet("2025-W52,45,2025-12-29,product events,", "2026-W04,45,2026-01-26,x,")),
        ("okrs/2026-q1/onboarding.yaml", SmallStrategy.onboardingOKRs.replacing("baseline: 41", with: "baseline: ↓41")),
      ])
    ],
    right: [
      Example([
        (completion, ReadingExample.sheet("2025-W52,41.5,2025-12-29,product events,", "2026-W04,45,2026-01-26,x,"))
      ])
    ])

  func check(_ strategy: Strategy, _ report: inout Report) {
    guard !strategy.readings.isEmpty else { return }
    let share = report.setting("share")
    strategy.forEachOpenKeyResults { keyResults, okrs in
      guard let starts = strategy.cycles[strategy.okrs.all[okrs].cycle]?.starts?.value else { return }
      for i in keyResults.indices {
        guard let baseline = keyResults[i].baseline, let target = keyResults[i].target?.value,
          let id = keyResults[i].id?.value, let metric = keyResults[i].metric?.id,
          let before = strategy.lastReading(of: metric, segment: keyResults[i].segment?.value, before: starts),
          abs(before.value - baseline.value) > share * abs(target - baseline.value)
        else { continue }
        report.add(
          .differs(id, baseline.value, before.value, strategy.readings.calendar.name(of: before.period)),
          about: strategy.okrs.all[okrs], at: baseline.range, in: strategy,
          help: ["Use the measured value as the baseline, or correct the reading."])
      }
    }
  }
}

private let completion = "readings/onboarding-completion.csv"

extension Strategy {
  /// The value of the last period that was over before a day; `nil` when it ended more than three periods before.
  fileprivate func lastReading(
    of metric: String, segment: String?, before day: Day
  ) -> (period: Period, value: Double)? {
    guard let position = readings.position(of: metric), let grain = readings.sheets[position].grain else { return nil }
    let last = readings.calendar.period(grain, containing: day) + -1
    guard let found = series(of: metric, segment: segment ?? "").through(last).last,
      found.period.number > last.number - 3
    else { return nil }
    return found
  }
}

extension String {
  fileprivate static func differs(_ id: String, _ baseline: Double, _ measured: Double, _ period: String) -> String {
    "'\(id)' begins at \(baseline.plain), but \(measured.plain) was measured in \(period)"
  }
}
