import Diagnostics
import StrategyModel
import StrictYAML

struct NorthStarOverdue: Rule {
  let card = Card(
    id: "NS223", name: "north-star-overdue", severity: .warning,
    summary: "The North Star is undecided without a day until when, or after that day.",
    rationale: """
      Without a North Star two good ideas cannot be compared, and each team picks its own. Hold the workshop and choose, \
      or say until when the search lasts.
      """,
    wrong: [
      Example(replacing: ExampleChange.sought("↓undecided")),
      Example(replacing: ExampleChange.sought("↓undecided\nnorth_star_until: 2026-01-15")),
    ],
    right: [Example("northstar.yaml", replacing: "game: productivity", with: "game: attention")])

  func check(_ strategy: Strategy, _ report: inout Report) {
    guard let settings = strategy.settings, let search = settings.search, !strategy.mayHideFields(settings.file)
    else { return }
    guard let until = settings.northStarUntil?.value else {
      report.add(
        "the North Star is undecided, and it is not said until when", about: settings, at: search.range, in: strategy,
        help: ["Add 'north_star_until:' with the day by which it will be chosen."])
      return
    }
    guard until < report.today else { return }
    report.add(
      "the North Star was to be chosen by \(until)", about: settings, at: search.range, in: strategy,
      help: ["Choose it in a workshop, or name another day."])
  }
}
