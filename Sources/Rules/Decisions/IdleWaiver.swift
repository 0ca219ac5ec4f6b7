import Diagnostics
import StrategyModel

struct IdleWaiver: Rule {
  let card = Card(
    id: "NS719", name: "idle-waiver", severity: .warning,
    summary: "A waiver has no effect: the rule finds no fault in the entity that it names.",
    rationale: """
      Either the fault is fixed, and the waiver would hide the next one; or it names the wrong entity, and the fault \
      is still reported. Remove it, or name the entity that the rule reports: for missing scores, the team's OKRs, not \
      the cycle.
      """,
    wrong: [
      Example([ExampleFile.waiver(rule: "rule: no-guardrail", entity: "entity: ↓metric/activation-rate")])
    ],
    right: [Example(ExampleFile.waived())])

  func check(_ strategy: Strategy, _ report: inout Report) {
    for waiver in strategy.waivers.all {
      guard let name = waiver.rule?.value, let rule = RuleCatalog.rule(name), let entity = waiver.entity,
        let expires = waiver.expires?.value, report.today <= expires, let id = waiver.id
      else { continue }
      let found = subjects(of: rule, strategy, report.today)
      // What was not read may be what is waived.
      let needsReadings = rule.card.id.description.hasPrefix("NS8") && strategy.readings.isEmpty
      guard !found.contains(entity.text), !needsReadings else { continue }
      let help = found.isEmpty ? String.remove : .name(found.sorted().prefix(4).map { "'\($0)'" })
      report.add(.idle(id.value), about: waiver, at: entity.range, in: strategy, help: [help])
    }
  }

  /// The subjects of the rule's findings.
  private func subjects(of rule: any Rule, _ strategy: Strategy, _ today: Day) -> Set<String> {
    guard rule.card.id != card.id, var report = RuleSettings(strategy).report(of: rule.card, today: today) else {
      return []
    }
    rule.check(strategy, &report)
    return Set(report.diagnostics.map(\.subject))
  }
}

extension String {
  fileprivate static func idle(_ waiver: String) -> String { "waiver '\(waiver)' has no effect" }
  fileprivate static let remove = "Remove it: the rule finds nothing."
  fileprivate static func name(_ subjects: [String]) -> String {
    "Name what the rule reports: \(subjects.joined(separator: ", "))."
  }
}
