import Decisions
import Presentation
import StrategyStore

/// A plan as a pull request's comment.
package struct PlanMarkdown {
  private let plan: Plan

  package init(_ plan: Plan) { self.plan = plan }

  package var text: String {
    let changes = ChangeReport.markdown(plan.changes, from: plan.old, to: plan.new)
    guard !plan.changes.isEmpty else { return changes }
    return ([changes] + [effects, approvals].compactMap(\.self) + ["**\(Markdown.escaped(plan.summary))**\n"])
      .joined(separator: "\n")
  }

  private var effects: String? {
    guard !plan.effects.isEmpty else { return nil }
    let lines =
      ["### What it does", ""]
      + plan.effects.map { effect in
        "- \(effect.kind.title): \(Markdown.escaped(effect.subject)), \(Markdown.escaped(effect.sentence))"
      }
    return lines.joined(separator: "\n") + "\n"
  }

  private var approvals: String? {
    guard !plan.requirements.isEmpty else { return nil }
    let lines =
      ["### Needs approval of", "", "| who | as | because |", "| --- | --- | --- |"]
      + plan.requirements.map { requirement in
        let because =
          requirement.reasons.map(\.sentence) + requirement.barred.map { "not \($0.person), who \($0.reason)" }
        let cells = [requirement.who, requirement.role].map(Markdown.escaped)
        return "| \(cells.joined(separator: " | ")) | \(because.map(Markdown.escaped).joined(separator: "<br>")) |"
      }
    return lines.joined(separator: "\n") + "\n"
  }
}
