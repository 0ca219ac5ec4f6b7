import Diagnostics
import StrategyModel

struct DuplicateReading: Rule {
  let card = Card(
    id: "NS802", name: "duplicate-reading", severity: .error,
    summary: "A period has two readings that became known on the same day.",
    rationale: """
      Of two values known on one day nobody can say which one holds. Mostly an export was taken in twice, or two \
      branches added the same week. Take one of the rows out; a correction is a row with a later 'known_on'.
      """,
    wrong: [ReadingExample.supportLoad("↓2026-W03,9.7,2026-01-19,help desk,")],
    right: [ReadingExample.supportLoad("2026-W03,9.7,2026-01-26,help desk,")])

  func check(_ strategy: Strategy, _ report: inout Report) {
    for position in strategy.readings.sheets.indices { check(position, strategy, &report) }
  }

  private func check(_ position: Int, _ strategy: Strategy, _ report: inout Report) {
    let rows = strategy.readings.sheets[position].rows
    guard !rows.isStrictlyOrdered else { return }
    let sheet = strategy.readings.sheets[position]
    var first: [Key: Reading] = [:]
    for row in rows {
      let key = Key(period: row.period, knownOn: row.knownOn, segment: row.segment)
      guard let earlier = first.updateValue(first[key] ?? row, forKey: key) else { continue }
      let calendar = strategy.readings.calendar
      report.add(
        .doubled(calendar.name(of: row.period), sheet.segments[Int(row.segment)], row.knownOn),
        at: Location(path: sheet.path, range: sheet.range(of: row, in: calendar)), subject: "metric/\(sheet.metric)",
        notes: [Note("also here", at: Location(path: sheet.path, range: sheet.range(of: earlier, in: calendar)))],
        help: ["Take one of the two rows out."])
    }
  }

  private struct Key: Hashable {
    let period: Period
    let knownOn: Day
    let segment: Int32
  }
}

extension [Reading] {
  /// Whether no two rows can be the same reading, as in nearly every file, seen without a table of them.
  fileprivate var isStrictlyOrdered: Bool {
    zip(self, dropFirst()).allSatisfy { a, b in
      (a.period.number, a.knownOn.number, Int(a.segment)) < (b.period.number, b.knownOn.number, Int(b.segment))
    }
  }
}

extension String {
  fileprivate static func doubled(_ period: String, _ segment: String, _ day: Day) -> String {
    "\(period)\(segment.isEmpty ? "" : " of '\(segment.excerpt(20))'") has two readings known on \(day)"
  }
}
