import Diagnostics
import StrategyModel
import StrictYAML

struct OverdueCheckIn: Rule {
  let card = Card(
    id: "NS607", name: "overdue-check-in", severity: .warning,
    summary: "Key results of an active cycle have had no check-in for longer than was agreed.",
    rationale: """
      Silence is never green: a number that nobody read for two weeks may be anything, and at the close it is too late. \
      A check-in takes a minute. 'checkins:' in northstar.yaml says how often, weekly with three days of grace unless \
      it says otherwise. Milestones that are done and key results that have their score need none.
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
    let policy = strategy.settings?.checkIns
    let every = policy?.everyDays?.value.value ?? 7
    let grace = min(max(policy?.graceDays?.value ?? 3, 0), 10_000)
    let files = strategy.okrs.all
    for i in files.indices where strategy.state(of: files[i].cycle) == .active {
      let okrs = files[i]
      guard let id = okrs.id, let cycle = strategy.cycles[okrs.cycle], let starts = cycle.starts?.value,
        let ends = cycle.ends?.value, !strategy.isUnreadable(.checkins, id.value)
      else { continue }
      let begins = max(starts, cycle.activated?.value ?? starts)
      let overdue = strategy.silence(of: okrs, since: begins).filter {
        $0.since + every + grace < min(report.today, ends)
      }
      guard let first = overdue.first, let team = okrs.team else { continue }
      report.add(
        .overdue(overdue.count, first.keyResult.value, team.id), about: okrs, at: first.keyResult.range, in: strategy,
        notes: overdue.map { .last($0, strategy.location(okrs.file, $0.keyResult.range)) },
        help: [.checkIn(every, id.value)])
    }
  }
}

private let checkIns = "checkins/2026-q1/onboarding.yaml"

/// A key result that waits for a check-in, and since when.
private struct Silence {
  let keyResult: Identifier
  let since: Day
  let isFirst: Bool
}

extension Strategy {
  /// Whether a file that can't be read is presumed to describe this entity.
  fileprivate func isUnreadable(_ kind: Kind, _ id: String) -> Bool { presumed[kind]?.contains(id) == true }

  /// The key results that expect more check-ins, each with its last one. Reads the entries from the last backwards,
  /// and few of them: they stand in the order of their days.
  fileprivate func silence(of okrs: TeamOKRs, since begins: Day) -> [Silence] {
    var waiting: [String: (keyResult: Identifier, isMilestone: Bool)] = [:]
    let objectives = okrs.objectives
    for i in objectives.indices {
      let keyResults = objectives[i].keyResults
      for k in keyResults.indices where keyResults[k].score == nil {
        if let id = keyResults[k].id { waiting[id.value] = (id, keyResults[k].type?.value == .milestone) }
      }
    }
    var found: [Silence] = []
    if let file = okrs.id.flatMap({ checkIns.position(of: $0.value) }) {
      let files = checkIns.all
      let entries = files[file].entries
      for i in entries.indices.reversed() {
        if waiting.isEmpty { break }
        guard let id = entries[i].keyResult?.value, let last = waiting.removeValue(forKey: id) else { continue }
        if last.isMilestone, let value = entries[i].value?.value, value >= 1 { continue }
        found.append(
          Silence(keyResult: last.keyResult, since: max(entries[i].on?.value ?? begins, begins), isFirst: false))
      }
    }
    found += waiting.values.map { Silence(keyResult: $0.keyResult, since: begins, isFirst: true) }
    return found.sorted { $0.keyResult.range.lower < $1.keyResult.range.lower }
  }
}

extension Note {
  fileprivate static func last(_ silence: Silence, _ location: Location) -> Note {
    Note(
      silence.isFirst
        ? "'\(silence.keyResult.value)' has no check-in yet"
        : "'\(silence.keyResult.value)' was last checked in on \(silence.since)", at: location)
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
