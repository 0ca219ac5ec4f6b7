import Diagnostics
import StrategyModel
import StrictYAML

struct OutputNotOutcome: Rule {
  let card = Card(
    id: "NS506", name: "output-not-outcome", severity: .warning,
    summary: "An objective or key result names work to be done, not what should be different afterwards.",
    rationale: """
      What is launched may move nothing: a team that ships on time and changes nobody's day has then reached its goal. \
      Say what customers will do or have, and keep the work as an initiative. Milestones may name work: that is what \
      they are for. The rule knows verbs of English, Spanish and German; what is built or created decides, so that \
      "build a portal" is work and "build trust" an effect.
      """,
    words: "Verbs that name work, where a title begins or its last word is.",
    wrong: [
      Example(
        "okrs/2026-q1/onboarding.yaml", replacing: "title: New teams host their first meeting without help",
        with: "title: ↓Launch the guided tour for new teams"),
      Example(
        "okrs/2026-q1/onboarding.yaml", replacing: "title: Raise onboarding completion from 41 % to 55 %",
        with: "title: ↓Roll out the tour to 55 % of new workspaces"),
      Example(
        "okrs/2026-q1/onboarding.yaml", replacing: "title: New teams host their first meeting without help",
        with: "title: ↓Build a tour that shows all buttons"),
    ],
    right: [
      Example(
        "okrs/2026-q1/onboarding.yaml", replacing: "title: New teams host their first meeting without help",
        with: "title: Build a first meeting that new teams recommend"),
      Example(
        "okrs/2026-q1/onboarding.yaml", replacing: "title: New teams host their first meeting without help",
        with: "title: Building trust in the first meeting takes a minute"),
    ])

  func check(_ strategy: Strategy, _ report: inout Report) {
    strategy.forEachOpenObjectives { objectives, okrs in
      for i in objectives.indices {
        if let title = objectives[i].title, let phrase = work(in: title.value, report) {
          report.add(
            .output("an objective", phrase), about: strategy.okrs.all[okrs], at: title.range, in: strategy,
            help: ["Say what is different for customers when it has worked."])
        }
        let keyResults = objectives[i].keyResults
        for k in keyResults.indices where keyResults[k].type?.value != .milestone && !keyResults[k].isCount {
          guard let title = keyResults[k].title, let phrase = work(in: title.value, report) else { continue }
          report.add(
            .output("a key result", phrase), about: strategy.okrs.all[okrs], at: title.range, in: strategy,
            help: ["Say which metric moves, or use 'type: milestone'."])
        }
      }
    }
  }

  private func work(in title: String, _ report: Report) -> String? {
    guard let phrase = WorkInTitle.phrase(in: title, further: report.words), !report.excepts(title) else { return nil }
    return phrase
  }
}

extension String {
  fileprivate static func output(_ place: String, _ phrase: String) -> String {
    "\(place) that says '\(phrase.excerpt(30))' names work, not its effect"
  }
}

extension KeyResult {
  /// Whether it counts work, in a unit of its own.
  fileprivate var isCount: Bool { metric == nil && unit != nil }
}
