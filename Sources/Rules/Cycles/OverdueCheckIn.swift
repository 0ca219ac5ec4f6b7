import Diagnostics
import Numbers
import StrategyModel
import StrictYAML

struct OverdueCheckIn: Rule {
  let card = Card(
    id: "NS607", name: "overdue-check-in", severity: .warning,
    summary: "Key results of an active cycle have had no check-in for longer than was agreed.",
    rationale: """
      Silence is never green: a number that nobody looked at for two weeks may be anything, and at the close it is too \
      late. A check-in takes a minute. 'checkins:' in northstar.yaml says how often (default: weekly with three days \
      of grace). Finished milestones and key results with a score need none.
      """,
    wrong: [
      Example(replacing: [
        ("okrs/2026-q1/onboarding.yaml", "id: completion", "id: ↓completion"),
        (checkIns, "  - { on: 2026-01-19, key_result: completion, value: 43.5, confidence: 0.6, by: grace }\n", ""),
        (checkIns, "  - { on: 2026-01-26, key_result: completion, value: 45, confidence: 0.7, by: grace }\n", ""),
      ])
    ],
    right: [
      Example(
        checkIns, replacing: "  - { on: 2026-01-26, key_result: completion, value: 45, confidence: 0.7, by: grace }\n",
        with: "")
    ])

  func check(_ strategy: Strategy, _ report: inout Report) {
    let rhythm = CheckInRhythm(strategy.settings?.checkIns)
    let files = strategy.okrs.all
    for i in files.indices where strategy.commitments.okrStates[i] == .active {
      guard let id = strategy.okrs.identifiers[i], let cycle = strategy.cycles.position(of: files[i].cycle),
        let schedule = CheckInSchedule(strategy.cycles.all[cycle], rhythm),
        // For a cycle that is over, the only fault is that it was not graded.
        report.today <= schedule.ends, !strategy.isUnreadable(.checkins, id.value)
      else { continue }
      let overdue = strategy.silences(ofOKRs: i, on: report.today).filter {
        schedule.beginning($0.since).lateness(after: $0.last, on: report.today) != nil
      }
      guard let first = overdue.first, let team = files[i].team else { continue }
      let file = files[i].file
      report.add(
        .overdue(overdue.count, first.keyResult.value, team.id), about: files[i], at: first.keyResult.range,
        in: strategy, notes: overdue.map { .last($0, strategy.location(file, $0.keyResult.range)) },
        help: [.checkIn(rhythm.every, id.value)])
    }
  }
}

private let checkIns = "checkins/2026-q1/onboarding.yaml"

extension Strategy {
  /// Whether a file that cannot be read presumably describes this entity.
  fileprivate func isUnreadable(_ kind: Kind, _ id: String) -> Bool { presumed[kind]?.contains(id) == true }
}

extension Note {
  fileprivate static func last(_ silence: PendingCheckIn, _ location: Location) -> Note {
    let name = silence.keyResult.value
    return Note(
      silence.last.map { "'\(name)' was last checked in on \($0)" } ?? "'\(name)' has no check-in yet", at: location)
  }
}

extension String {
  fileprivate static func overdue(_ count: Int, _ first: String, _ team: String) -> String {
    count == 1
      ? "key result '\(first)' is overdue for a check-in"
      : "\(count) key results of '\(team)' are overdue for a check-in"
  }

  fileprivate static func checkIn(_ days: Int, _ id: String) -> String {
    "Check in every \(counted(days, "day")) in checkins/\(id).yaml."
  }
}
