import Diagnostics
import StrategyModel

struct ChoiceFailsFilter: Rule {
  let card = Card(
    id: "NS715", name: "choice-fails-filter", severity: .warning,
    summary: "The chosen North Star fails one of the workshop's three filters.",
    rationale: """
      Measurable, leading revenue, a good experience: a metric that fails one of them was chosen against the group's \
      own test, and people will doubt it for that reason. Choose another one, or write down what has changed since.
      """,
    wrong: [
      Example([ExampleFile.noor, ExampleFile.workshop(filter: "measurable: false", choice: "candidate: ↓\(star)")])
    ],
    right: [
      Example([ExampleFile.noor, ExampleFile.workshop(filter: "measurable: false", choice: "candidate: minutes-met")])
    ])

  func check(_ strategy: Strategy, _ report: inout Report) {
    for workshop in strategy.workshops.all where strategy.stillBinds(workshop) {
      guard let choice = workshop.choice?.candidate,
        let candidate = workshop.candidates.first(where: { $0.id?.value == choice.value })
      else { continue }
      let failed = candidate.failedFilters
      guard !failed.isEmpty else { continue }
      report.add(
        .fails(choice.value, failed), about: workshop, at: choice.range, in: strategy,
        help: ["Choose a candidate that passes, or correct the filter if it passes now."])
    }
  }
}

private let star = "weekly-hosted-meetings"

extension Candidate {
  fileprivate var failedFilters: [String] {
    var failed: [String] = []
    if measurable?.value == false { failed.append("measurable") }
    if leadsRevenue?.value == false { failed.append("leads_revenue") }
    if positiveExperience?.value == false { failed.append("positive_experience") }
    return failed
  }
}

extension String {
  fileprivate static func fails(_ candidate: String, _ filters: [String]) -> String {
    "'\(candidate)' was chosen and fails \(allOf(filters))"
  }
}
