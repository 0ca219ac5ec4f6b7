import Diagnostics
import StrategyModel
import StrictYAML

struct OutputNotOutcome: Rule {
  let card = Card(
    id: "NS506", name: "output-not-outcome", severity: .warning,
    summary: "An objective or key result begins with work to be done, not with what should be different afterwards.",
    rationale: """
      What is launched may move nothing: a team that ships on time and changes nobody's day has then reached its goal. \
      Say what customers will do or have, and keep the work as an initiative. Milestones may name work: that is what \
      they are for.
      """,
    wrong: [
      Example(
        "okrs/2026-q1/onboarding.yaml", replacing: "title: New teams host their first meeting without help",
        with: "title: ↓Launch the guided tour for new teams"),
      Example(
        "okrs/2026-q1/onboarding.yaml", replacing: "title: Raise onboarding completion from 41 % to 55 %",
        with: "title: ↓Roll out the tour to 55 % of new workspaces"),
    ],
    right: [
      Example(
        "okrs/2026-q1/onboarding.yaml", replacing: "title: New teams host their first meeting without help",
        with: "title: Building trust in the first meeting takes a minute")
    ])

  func check(_ strategy: Strategy, _ report: inout Report) {
    strategy.forEachOpenObjectives { objectives, okrs in
      for i in objectives.indices {
        if let title = objectives[i].title, let verb = outputVerb(in: title.value) {
          report.add(
            .output("an objective", verb), about: strategy.okrs.all[okrs], at: title.range, in: strategy,
            help: ["Say what is different for customers when it has worked."])
        }
        let keyResults = objectives[i].keyResults
        for k in keyResults.indices where keyResults[k].type?.value != .milestone {
          guard let title = keyResults[k].title, let verb = outputVerb(in: title.value) else { continue }
          report.add(
            .output("a key result", verb), about: strategy.okrs.all[okrs], at: title.range, in: strategy,
            help: ["Say which metric moves, or use 'type: milestone'."])
        }
      }
    }
  }

  private func outputVerb(in title: String) -> String? {
    guard let first = title.utf8.first else { return nil }
    return verbs[WordScan.lowercase(first)]?.first { WordScan.begins(title, with: $0) }
  }
}

/// By their first letter.
private let verbs = Dictionary(
  grouping: [
    "launch", "build", "ship", "implement", "release", "deliver", "write", "create", "develop", "deploy", "publish",
    "design", "refactor", "rewrite", "migrate", "add", "produce", "finish", "prepare", "organise", "organize",
    "install", "roll out", "set up", "carry out",
  ], by: { $0.utf8.first ?? 0 })

extension String {
  fileprivate static func output(_ place: String, _ verb: String) -> String {
    "\(place) that begins with '\(verb)' names work, not its effect"
  }
}
