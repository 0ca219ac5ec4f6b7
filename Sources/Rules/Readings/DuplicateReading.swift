import Diagnostics
import StrategyModel

struct DuplicateReading: Rule {
  let card = Card(
    id: "NS802", name: "duplicate-reading", severity: .error,
    summary: "A reading is listed twice.",
    rationale: """
      A row that repeats the value known on the same day says nothing new. Usually an export was pasted in twice, or \
      two branches added the same week. Remove one of the rows. A row with another value is not a repetition: it \
      corrects what was written that day, and the later row counts. This is no longer possible once there is a value \
      that became known later, because it would change what everybody was told.
      """,
    wrong: [ReadingExample.supportLoad("↓2026-W03,9.5,2026-01-19,help desk,")],
    right: [
      ReadingExample.supportLoad("2026-W03,9.7,2026-01-19,help desk,"),
      ReadingExample.supportLoad("2026-W03,9.7,2026-01-26,help desk,"),
    ])

  func check(_ strategy: Strategy, _ report: inout Report) {
    for position in strategy.readings.sheets.indices { check(position, strategy, &report) }
  }

  private func check(_ position: Int, _ strategy: Strategy, _ report: inout Report) {
    let rows = strategy.readings.sheets[position].rows
    guard !rows.isStrictlyOrdered else { return }
    let sheet = strategy.readings.sheets[position]
    let calendar = strategy.readings.calendar
    var latest: [Key: Reading] = [:]
    var lastKnown: Day?
    for row in rows {
      let key = Key(period: row.period, knownOn: row.knownOn, segment: row.segment)
      let isLate = lastKnown.map { row.knownOn < $0 } ?? false
      lastKnown = max(lastKnown ?? row.knownOn, row.knownOn)
      guard let earlier = latest.updateValue(row, forKey: key), isLate || earlier.says(row) else { continue }
      let reading = String.reading(calendar.name(of: row.period), sheet.segments[Int(row.segment)])
      let isSame = earlier.says(row)
      report.add(
        isSame ? .doubled(reading, row.knownOn) : .rewritten(reading, row.knownOn),
        at: Location(path: sheet.path, range: sheet.range(of: row, in: calendar)), subject: "metric/\(sheet.metric)",
        notes: [Note("also here", at: Location(path: sheet.path, range: sheet.range(of: earlier, in: calendar)))],
        help: [isSame ? "Remove one of the two rows." : "Let 'known_on' be the day on which the new value was found."]
      )
    }
  }

  private struct Key: Hashable {
    let period: Period
    let knownOn: Day
    let segment: Int32
  }
}

extension Reading {
  /// Whether both rows have the same value, or withdraw it.
  fileprivate func says(_ other: Reading) -> Bool { value == other.value && isWithdrawal == other.isWithdrawal }
}

extension [Reading] {
  /// Whether no two rows can be the same reading, as in nearly every file; found without a table of them.
  fileprivate var isStrictlyOrdered: Bool {
    zip(self, dropFirst()).allSatisfy { a, b in
      (a.period.number, a.knownOn.number, Int(a.segment)) < (b.period.number, b.knownOn.number, Int(b.segment))
    }
  }
}

extension String {
  fileprivate static func reading(_ period: String, _ segment: String) -> String {
    "\(period)\(segment.isEmpty ? "" : " of '\(segment.excerpt(20))'")"
  }

  fileprivate static func doubled(_ reading: String, _ day: Day) -> String {
    "\(reading) is listed twice, both known on \(day)"
  }

  fileprivate static func rewritten(_ reading: String, _ day: Day) -> String {
    "\(reading) gets another value for \(day), but a later one is known"
  }
}
