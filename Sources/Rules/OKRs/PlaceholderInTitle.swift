import Diagnostics
import StrategyModel

struct PlaceholderInTitle: Rule {
  let card = Card(
    id: "NS517", name: "placeholder-in-title", severity: .warning,
    summary: "A goal of a cycle under way still has a placeholder in its title, such as TBD, ??? or X %.",
    rationale: """
      The cycle has begun and nobody knows what was promised: whoever depends on the goal guesses, and at the close the \
      team grades itself by a number that it writes then. Say what is promised, or remove the goal. Drafts are left \
      alone: goals are being written there.
      """,
    words: "What holds the place of something that is still to be decided.",
    wrong: [
      Example(
        "okrs/2026-q1/onboarding.yaml", replacing: "title: Raise the activation rate from 34 % to 40 %",
        with: "title: ↓Raise the activation rate to X %"),
      Example(
        "okrs/2026-q1/onboarding.yaml", replacing: "title: New teams host their first meeting without help",
        with: "title: ↓TBD -- something about the first meeting"),
    ],
    right: [
      Example(
        "okrs/2026-q1/onboarding.yaml", replacing: "title: New teams host their first meeting without help",
        with: "title: What do teams on an Xbox or with an N26 account want from us?")
    ])

  func check(_ strategy: Strategy, _ report: inout Report) {
    strategy.forEachObjectives(when: { $0 == .active || $0 == .grading }) { objectives, okrs in
      for i in objectives.indices {
        if let title = objectives[i].title { check(title, "objective", strategy, okrs, &report) }
        let keyResults = objectives[i].keyResults
        for k in keyResults.indices {
          if let title = keyResults[k].title { check(title, "key result", strategy, okrs, &report) }
        }
      }
    }
  }

  private func check(
    _ title: Located<String>, _ noun: String, _ strategy: Strategy, _ okrs: Int, _ report: inout Report
  ) {
    guard let placeholder = Placeholder.first(in: title.value) ?? further(in: title.value, report),
      !report.excepts(title.value)
    else { return }
    report.add(
      .placeholder(noun, placeholder), about: strategy.okrs.all[okrs], at: title.range, in: strategy,
      help: ["Say what is promised, or remove the \(noun) until that is known."])
  }

  private func further(in title: String, _ report: Report) -> String? {
    guard !report.words.isEmpty else { return nil }
    let title = title.lowercased()
    return report.words.first { WordScan.contains($0, in: title) }
  }
}

extension String {
  fileprivate static func placeholder(_ noun: String, _ text: String) -> String {
    "the title of this \(noun) has the placeholder '\(text.excerpt(20))'"
  }
}
