import Diagnostics
internal import Presentation
import StrategyModel

struct WaiverForUnknownRule: Rule {
  let card = Card(
    id: "NS711", name: "waiver-for-unknown-rule", severity: .error,
    summary: "A waiver names a rule that does not exist.",
    rationale: """
      It waives nothing, so the fault that it was written for is still reported, or a colleague believes that a rule \
      is waived when it never was. Write the rule's id or name.
      """,
    wrong: [Example([ExampleFile.waiver(rule: "rule: ↓no-guardrails")])],
    right: [Example(ExampleFile.waived(rule: "rule: NS306"))])

  func check(_ strategy: Strategy, _ report: inout Report) {
    for waiver in strategy.waivers.all {
      guard let rule = waiver.rule, RuleCatalog.rule(rule.value) == nil else { continue }
      let near = nearNames(to: rule.value.lowercased(), among: RuleCatalog.names)
      report.add(
        .unknown(rule.value), about: waiver, at: rule.range, in: strategy,
        help: [near.isEmpty ? "List all rules with 'northstar explain --all'." : .didYouMean(near)],
        fixes: near.count == 1 ? [.replace(rule.range, with: near[0], .needsReview)] : [])
    }
  }
}

extension String {
  fileprivate static func unknown(_ rule: String) -> String { "there is no rule '\(rule.excerpt(40))' to waive" }
}
