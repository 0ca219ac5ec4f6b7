import Diagnostics
internal import Presentation
import StrategyModel

struct UnknownCandidate: Rule {
  let card = Card(
    id: "NS716", name: "unknown-candidate", severity: .error,
    summary: "A workshop chose something that is not among its candidates.",
    rationale: """
      Either the name is misspelt, or the choice never went through the filters like the others. Correct the name, or \
      add the candidate with its answers.
      """,
    wrong: [Example([ExampleFile.noor, ExampleFile.workshop(choice: "candidate: ↓weekly-meetings")])],
    right: [Example([ExampleFile.noor, ExampleFile.workshop(choice: "candidate: minutes-met")])])

  func check(_ strategy: Strategy, _ report: inout Report) {
    for workshop in strategy.workshops.all {
      guard let choice = workshop.choice?.candidate, !strategy.mayHideFields(workshop.file) else { continue }
      let known = workshop.candidates.compactMap { $0.id?.value }
      guard !known.isEmpty, !known.contains(choice.value) else { continue }
      let near = nearNames(to: choice.value, among: known)
      report.add(
        .unknown(choice.value), about: workshop, at: choice.range, in: strategy,
        help: [near.isEmpty ? "Name one of the candidates." : .didYouMean(near)],
        fixes: near.count == 1 ? [.replace(choice.range, with: near[0], .needsReview)] : [])
    }
  }
}

extension String {
  fileprivate static func unknown(_ candidate: String) -> String { "there is no candidate '\(candidate)'" }
}
