import Decisions
import History
package import Presentation
import StrategyModel
import StrategyStore

/// A plan for programs. New fields may be added within a major version; no field is removed or changes its meaning.
package enum PlanJSON {
  package static func json(_ plan: Plan) -> JSONValue {
    [
      "formatVersion": "1.0", "old": .string(plan.old), "new": .string(plan.new), "target": .string(plan.target),
      "digest": .string(plan.digest.description), "class": .string(plan.level.rawValue),
      "summary": .string(plan.summary), "changes": .array(plan.changes.map(ChangeReport.json)),
      "effects": .array(plan.effects.map(json)), "approvals": .array(plan.requirements.map(json)),
      "proposers": strings(plan.proposers.people.sorted()), "unknownAuthors": strings(plan.proposers.strangers),
    ]
  }

  private static func json(_ effect: Effect) -> JSONValue {
    ["kind": .string(effect.kind.rawValue), "subject": .string(effect.subject), "sentence": .string(effect.sentence)]
  }

  static func json(_ requirement: Requirement) -> JSONValue {
    [
      "subjects": strings(requirement.subjects.map(\.description)), "role": .string(requirement.role),
      "count": .number(Double(requirement.count)), "people": strings(requirement.people),
      "side": .orNull(requirement.side?.rawValue),
      "barred": .array(
        requirement.barred.map { ["person": .string($0.person), "reason": .string($0.reason)] }),
      "reasons": .array(requirement.reasons.map(json)),
    ]
  }

  private static func json(_ reason: Requirement.Reason) -> JSONValue {
    ["entity": .string(reason.entity.description), "field": .orNull(reason.field), "text": .string(reason.text)]
  }

  private static func strings(_ texts: [String]) -> JSONValue { .array(texts.map { .string($0) }) }
}
