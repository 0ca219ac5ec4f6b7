import Diagnostics
import StrategyModel

struct AmendmentWithoutReason: Rule {
  let card = Card(
    id: "NS623", name: "amendment-without-reason", severity: .warning,
    summary: "An amendment of a running cycle does not say why.",
    rationale: """
      Changing a goal that turned out wrong is honest work, and only its reason tells it from moving the goalposts. At \
      the close people compare both scores and ask; by then nobody remembers.
      """,
    wrong: [Example("okrs/2026-q1/onboarding.yaml", replacing: "owner: grace", with: amended("↓{ on: 2026-01-26", ""))],
    right: [
      Example(
        "okrs/2026-q1/onboarding.yaml", replacing: "owner: grace",
        with: amended("{ on: 2026-01-26", ", because: The tour came a week later"))
    ])

  func check(_ strategy: Strategy, _ report: inout Report) {
    strategy.forEachOpenKeyResults { keyResults, okrs in
      for i in keyResults.indices {
        for amendment in keyResults[i].amendments where amendment.because == nil {
          guard let id = keyResults[i].id, !strategy.mayHideFields(strategy.okrs.all[okrs].file) else { continue }
          report.add(
            "'\(id.value)' was amended without a reason", about: strategy.okrs.all[okrs], at: amendment.range,
            in: strategy, help: ["Add 'because:' with the reason."])
        }
      }
    }
  }
}

private func amended(_ day: String, _ because: String) -> String {
  """
  owner: grace
          amendments:
            - \(day), field: target, from: 60, to: 55, by: grace\(because) }
  """
}
