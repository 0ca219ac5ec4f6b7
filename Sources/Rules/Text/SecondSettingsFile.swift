import Diagnostics
import StrategyModel
import StrictYAML

struct SecondSettingsFile: Rule {
  let card = Card(
    id: "NS118", name: "second-settings-file", severity: .error,
    summary: "A strategy has more than one file of kind 'strategy'.",
    rationale: """
      Only one file can say which metric is the North Star and which rules apply. A second one looks as if it did, and \
      does nothing. Keep what you need in northstar.yaml; another strategy needs a folder of its own.
      """,
    wrong: [
      Example(
        "teams/settings.yaml",
        """
        ↓kind: strategy
        id: huddle-mobile
        product: Huddle for phones
        north_star: weekly-hosted-meetings
        """)
    ],
    right: [
      Example("northstar.yaml", replacing: "product: Huddle", with: "product: Huddle for everyone")
    ])

  func check(_ strategy: Strategy, _ report: inout Report) {
    guard strategy.settingsFiles.all.count > 1, let settings = strategy.settings else { return }
    for other in strategy.settingsFiles.all where other.file != settings.file {
      report.add(
        .second(strategy.settingsPath), at: strategy.start(of: other.file), subject: other.subject,
        notes: [Note("this one is used", at: strategy.start(of: settings.file))],
        help: ["Move what you need to '\(strategy.settingsPath)' and remove this file."])
    }
  }
}

extension String {
  fileprivate static func second(_ path: String) -> String { "a second settings file besides '\(path)'" }
}
