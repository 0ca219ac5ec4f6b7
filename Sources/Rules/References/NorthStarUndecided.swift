import Diagnostics
import StrategyModel
import StrictYAML

struct NorthStarUndecided: Rule {
  let card = Card(
    id: "NS222", name: "north-star-undecided", severity: .note,
    summary: "The North Star is still being sought, so the roll-up to it is not checked.",
    rationale: """
      A company may own inputs and set goals before it has chosen its North Star. Everything else is checked; whether the \
      inputs lead to it cannot be. The day in 'north_star_until' keeps the search from lasting for ever.
      """,
    wrong: [Example(replacing: ExampleChange.sought("↓undecided\nnorth_star_until: 2026-03-31"))],
    right: [Example("northstar.yaml", replacing: "game: productivity", with: "game: attention")])

  func check(_ strategy: Strategy, _ report: inout Report) {
    guard let settings = strategy.settings, let search = settings.search,
      let until = settings.northStarUntil?.value, until >= report.today
    else { return }
    report.add(
      "the North Star is undecided until \(until): the roll-up to it is unchecked", about: settings, at: search.range,
      in: strategy)
  }
}
