import Diagnostics
internal import Presentation
import StrategyModel
import StrictYAML

struct UnknownRuleSetting: Rule {
  let card = Card(
    id: "NS120", name: "unknown-rule-setting", severity: .error,
    summary: "The settings name a rule, or a threshold or list of words of a rule, that does not exist.",
    rationale: """
      The author believes that a rule is off or that a limit has changed, but the check uses the standard. Correct the \
      name; 'explain --all' lists every rule with its thresholds.
      """,
    wrong: [
      Example(
        "northstar.yaml", replacing: "timezone: Europe/Berlin",
        with: "timezone: Europe/Berlin\nrules:\n  - rule: ↓unowned-inputs\n    severity: warning"),
      Example(
        "northstar.yaml", replacing: "timezone: Europe/Berlin",
        with: "timezone: Europe/Berlin\nrules:\n  - rule: unowned-input\n    settings: { ↓maximum: 4 }"),
      Example(
        "northstar.yaml", replacing: "timezone: Europe/Berlin",
        with: "timezone: Europe/Berlin\nrules:\n  - rule: unowned-input\n    words: [↓lever]"),
    ],
    right: [
      Example(
        "northstar.yaml", replacing: "timezone: Europe/Berlin",
        with: "timezone: Europe/Berlin\nrules:\n  - rule: unowned-input\n    severity: warning")
    ])

  func check(_ strategy: Strategy, _ report: inout Report) {
    guard let settings = strategy.settings else { return }
    for setting in settings.rules {
      guard let name = setting.rule else { continue }
      guard let rule = RuleCatalog.rule(name.value) else {
        let near = nearNames(to: name.value.lowercased(), among: RuleCatalog.names)
        report.add(
          .unknownRule(name.value), at: strategy.location(settings.file, name.range), subject: settings.subject,
          help: [near.isEmpty ? .listRules : .didYouMean(near)],
          fixes: near.count == 1 ? [.replace(name.range, with: near[0], .needsReview)] : [])
        continue
      }
      for (key, _) in setting.settings?.entries ?? [] {
        let known = rule.card.settings.map(\.name)
        guard !known.contains(key.value) else { continue }
        report.add(
          .unknownSetting(key.value, rule.card.name), at: strategy.location(settings.file, key.range),
          subject: settings.subject,
          help: [known.isEmpty ? .noSettings : "Write \(String.oneOf(known))."])
      }
      if rule.card.words == nil, let word = setting.words.first ?? setting.exceptions.first {
        report.add(
          .noWords(rule.card.name), at: strategy.location(settings.file, word.range), subject: settings.subject,
          help: [
            "Remove it, or name one of \(String.allOf(RuleCatalog.rules.filter { $0.card.words != nil }.map(\.card.name)))."
          ])
      }
      for word in setting.words + setting.exceptions where !word.value.utf8.contains(where: WordScan.isWord) {
        report.add(
          .noWord(word.value), at: strategy.location(settings.file, word.range), subject: settings.subject,
          help: ["Write words with letters or digits."])
      }
    }
  }
}

extension String {
  fileprivate static let listRules = "List all rules with 'northstar explain --all'."
  fileprivate static let noSettings = "Remove it: this rule has no thresholds."

  fileprivate static func unknownRule(_ name: String) -> String { "there is no rule '\(name.excerpt(40))'" }
  fileprivate static func unknownSetting(_ name: String, _ rule: String) -> String {
    "rule '\(rule)' has no setting '\(name.excerpt(20))'"
  }
  fileprivate static func noWords(_ rule: String) -> String { "rule '\(rule)' has no list of words" }
  fileprivate static func noWord(_ text: String) -> String { "'\(text.excerpt(20))' has no letter and no digit" }
}
