import Diagnostics
import StrategyModel

struct InputCount: Rule {
  let card = Card(
    id: "NS410", name: "input-count", severity: .warning,
    summary: "The North Star has too few inputs to steer by, or too many to look after.",
    rationale: """
      With one input the North Star merely has two names, and all teams crowd on it; with many, attention is spread so \
      thin that none of them moves. Three to five inputs are what most companies can handle.
      """,
    settings: [
      Setting("minimum", 2, "The fewest inputs that are allowed."),
      Setting("maximum", 5, "The most inputs that are allowed."),
    ],
    wrong: [Example(replacing: [("northstar.yaml", "north_star: w", "north_star: ↓w"), settings("maximum: 2")])],
    right: [Example(replacing: [settings("maximum: 3")])])

  func check(_ strategy: Strategy, _ report: inout Report) {
    guard let settings = strategy.settings, let northStar = settings.northStar, !strategy.mayHide(.metric) else {
      return
    }
    let count = strategy.activeInputs.count
    let minimum = report.count("minimum")
    let maximum = report.count("maximum")
    guard count < minimum || count > maximum else { return }
    report.add(
      .count(northStar.id, count), about: settings, at: northStar.range, in: strategy,
      help: [count < minimum ? .more(minimum) : .fewer(maximum)])
  }
}

private func settings(_ values: String) -> (path: String, old: String, new: String) {
  (
    "northstar.yaml", "timezone: Europe/Berlin",
    "timezone: Europe/Berlin\nrules:\n  - rule: input-count\n    settings: { \(values) }"
  )
}

extension String {
  fileprivate static func count(_ northStar: String, _ count: Int) -> String {
    "'\(northStar)' has \(count == 0 ? "no inputs" : counted(count, "input"))"
  }

  fileprivate static func more(_ minimum: Int) -> String {
    "Find at least \(minimum) levers that teams can move."
  }

  fileprivate static func fewer(_ maximum: Int) -> String {
    "Keep the \(maximum) that matter most, and make drivers of the others."
  }
}
