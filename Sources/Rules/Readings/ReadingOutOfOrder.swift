import Diagnostics
import StrategyModel

struct ReadingOutOfOrder: Rule {
  let card = Card(
    id: "NS804", name: "reading-out-of-order", severity: .warning,
    summary: "A reading comes after one that became known later.",
    rationale: """
      Readings are only added at the end, so the order of the rows is the order in which we learned them. A row \
      further down that claims to have been known earlier was added without anyone noticing: what we knew then looks \
      different today. If the value was found late, its 'known_on' is the day on which it was found.
      """,
    wrong: [ReadingExample.supportLoad("↓2026-W02,9.7,2026-01-12,help desk,")],
    right: [ReadingExample.supportLoad("2026-W02,9.7,2026-01-19,help desk,")])

  func check(_ strategy: Strategy, _ report: inout Report) {
    let calendar = strategy.readings.calendar
    for sheet in strategy.readings.sheets {
      var latest: Reading?
      for row in sheet.rows {
        if let before = latest, row.knownOn < before.knownOn {
          report.add(
            .late(row.knownOn, before.knownOn),
            at: Location(path: sheet.path, range: sheet.range(of: row, in: calendar)),
            subject: "metric/\(sheet.metric)",
            notes: [Note("known later", at: Location(path: sheet.path, range: sheet.range(of: before, in: calendar)))],
            help: ["Let 'known_on' be the day on which the value was found, or move the row up before you commit it."])
        } else {
          latest = row
        }
      }
    }
  }
}

extension String {
  fileprivate static func late(_ day: Day, _ before: Day) -> String {
    "this reading, known on \(day), comes after one known on \(before)"
  }
}
