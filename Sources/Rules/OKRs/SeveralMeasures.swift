import Diagnostics
import StrategyModel

struct SeveralMeasures: Rule {
  let card = Card(
    id: "NS520", name: "several-measures", severity: .warning,
    summary: "A key result's title has two measures.",
    rationale: """
      A key result has one progress and one score. When one of two measures is reached and the other is not, the team \
      argues about the grade, and mostly the better one counts. Make a key result of each.
      """,
    wrong: [
      Example(
        "okrs/2026-q1/onboarding.yaml", replacing: "title: Raise onboarding completion from 41 % to 55 %",
        with: "title: ↓55 % of new workspaces finish the tour and 40 % host a meeting")
    ],
    right: [
      Example(
        "okrs/2026-q1/onboarding.yaml", replacing: "title: Raise onboarding completion from 41 % to 55 %",
        with: "title: Raise completion by 14 % and within budget, in teams of between 6 and 12 people")
    ])

  func check(_ strategy: Strategy, _ report: inout Report) {
    strategy.forEachOpenKeyResults { keyResults, okrs in
      for k in keyResults.indices {
        guard let title = keyResults[k].title, let pair = MeasuresInTitle.pair(in: title.value) else { continue }
        report.add(
          .several(pair.first, pair.second), about: strategy.okrs.all[okrs], at: title.range, in: strategy,
          help: ["Make a key result of each, or move the second to the notes."])
      }
    }
  }
}

extension String {
  fileprivate static func several(_ first: String, _ second: String) -> String {
    "the title has two measures, '\(first.excerpt(20))' and '\(second.excerpt(20))'"
  }
}
