import Diagnostics
import StrategyModel

struct CandidateCount: Rule {
  let card = Card(
    id: "NS714", name: "candidate-count", severity: .note,
    summary: "A workshop looked at too few candidates for a choice, or at too many to weigh them.",
    rationale: """
      With one or two candidates the choice was made before the workshop; with ten nobody tests any of them. Three to \
      five can be compared filter by filter.
      """,
    settings: [
      Setting("minimum", 3, "The fewest candidates that are allowed."),
      Setting("maximum", 5, "The most candidates that are allowed."),
    ],
    wrong: [Example([ExampleFile.noor, ExampleFile.workshop(id: "id: ↓finding-our-star", others: "")])],
    right: [Example([ExampleFile.noor, ExampleFile.workshop()])])

  func check(_ strategy: Strategy, _ report: inout Report) {
    let minimum = report.count("minimum")
    let maximum = report.count("maximum")
    for workshop in strategy.workshops.all where strategy.stillBinds(workshop) {
      let count = workshop.candidates.count
      guard count < minimum || count > maximum, let id = workshop.id, !strategy.mayHideFields(workshop.file)
      else { continue }
      report.add(
        .count(id.value, count), about: workshop, at: id.range, in: strategy,
        help: [count < minimum ? "Look at other metrics too, if only to see why they are worse." : .fewer(maximum)])
    }
  }
}

extension String {
  fileprivate static func count(_ workshop: String, _ count: Int) -> String {
    "'\(workshop)' looked at \(counted(count, "candidate"))"
  }

  fileprivate static func fewer(_ maximum: Int) -> String { "Keep the \(maximum) that pass most filters." }
}
