import Diagnostics
import StrategyModel

struct DepartedSteward: Rule {
  let card = Card(
    id: "NS310", name: "departed-steward", severity: .warning,
    summary: "A steward of the North Star has left the company.",
    rationale: """
      Stewards approve changes of the North Star. A steward who has left blocks every change that waits for that name, \
      or leaves the decision to fewer people than was agreed. Name a successor.
      """,
    wrong: [Example([ExampleFile.noor], replacing: [("northstar.yaml", "[ada, lin]", "[ada, lin, ↓noor]")])],
    right: [Example("northstar.yaml", replacing: "[ada, lin]", with: "[ada, lin, omar]")])

  func check(_ strategy: Strategy, _ report: inout Report) {
    guard let settings = strategy.settings else { return }
    for steward in settings.stewards {
      guard let left = strategy.departure(of: steward, before: report.today) else { continue }
      report.add(
        .gone(steward.id, left), about: settings, at: steward.range, in: strategy,
        help: ["Replace '\(steward.id)' with another steward."])
    }
  }
}

extension String {
  fileprivate static func gone(_ person: String, _ day: Day) -> String { "steward '\(person)' left on \(day)" }
}
