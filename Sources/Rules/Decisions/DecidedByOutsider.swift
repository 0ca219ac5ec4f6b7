import Diagnostics
import StrategyModel

struct DecidedByOutsider: Rule {
  let card = Card(
    id: "NS703", name: "decided-by-outsider", severity: .warning,
    summary: "No steward took part in the last decision on the North Star, or somebody decided who was not there.",
    rationale: """
      Stewards were named so that not just anyone can move the company's goal. A decision without any of them will be \
      questioned as soon as it hurts. So will one by people who had left or had not yet joined.
      """,
    wrong: [
      Example("reviews/2026-north-star.yaml", replacing: "decided_by: [ada, lin]", with: "decided_by: [↓omar, grace]"),
      Example(
        [ExampleFile.noor],
        replacing: [("reviews/2026-north-star.yaml", "decided_by: [ada, lin]", "decided_by: [ada, ↓noor]")]),
    ],
    right: [
      Example("reviews/2026-north-star.yaml", replacing: "decided_by: [ada, lin]", with: "decided_by: [ada, omar]")
    ])

  func check(_ strategy: Strategy, _ report: inout Report) {
    let stewards = Set(strategy.settings?.stewards.map(\.id) ?? [])
    let last = strategy.lastDecisions
    for (position, review) in strategy.reviews.all.enumerated() where review.decision != nil {
      guard let held = review.heldOn?.value, let subject = review.subject else { continue }
      for person in review.decidedBy where !strategy.wasThere(person, on: held) {
        report.add(
          .absent(person.id, held), about: review, at: person.range, in: strategy,
          help: ["Correct the day or the name."])
      }
      guard last[subject.text] == position, subject.kind == .metric, strategy.isNorthStar(subject.id),
        !stewards.isEmpty, let first = review.decidedBy.first,
        !review.decidedBy.contains(where: { stewards.contains($0.id) })
      else { continue }
      report.add(
        .noSteward(subject.id), about: review, at: first.range, in: strategy,
        help: ["Let one of the stewards decide: \(String.oneOf(stewards.sorted()))."])
    }
  }
}

extension Strategy {
  /// Whether somebody was in the company on a day; true for unknown people.
  fileprivate func wasThere(_ person: Reference<Person>, on day: Day) -> Bool {
    guard let position = people.position(of: person) else { return true }
    return departure(of: person, before: day) == nil && people.all[position].joined.map { $0.value <= day } ?? true
  }
}

extension String {
  fileprivate static func absent(_ person: String, _ day: Day) -> String {
    "'\(person)' was not in the company on \(day)"
  }

  fileprivate static func noSteward(_ metric: String) -> String { "no steward decided on '\(metric)'" }
}
