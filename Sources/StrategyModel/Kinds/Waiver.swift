package import StrictYAML

/// One rule set aside for one entity until a day.
package struct Waiver: Entity {
  package var id: Identifier?
  package var rule: Located<String>?
  package var entity: EntityReference?
  package var because: Located<String>?
  package var approvedBy: Reference<Person>?
  package var granted: Located<Day>?
  package var expires: Located<Day>?
  package var range = ByteRange(at: 0)
  package var file = FileIndex.unknown

  package init() {}

  package static let kind = Kind.waiver
  package static let summary = "One rule set aside for one entity until a day."
  package static let coming: Consequence = .risky("it decides which faults are let pass", .steward)
  package static let going: Consequence = .risky("it decides which faults are let pass", .steward)

  package static let fields: [Field<Waiver>] = [
    kindField,
    .required("id", "The waiver's permanent name.", example: "depth-without-guardrail", changing: .identity(.steward)) {
      $0.id = $1
    },
    .required(
      "rule", "The rule's id or name.", example: "no-guardrail",
      changing: .risky("it decides which faults are let pass", .steward)
    ) { $0.rule = $1 },
    .required(
      "entity", "The entity that the rule is waived for.", example: "metric/meeting-depth",
      changing: .risky("it decides which faults are let pass", .steward)
    ) { $0.entity = $1 },
    .required("because", "Why.", changing: .risky("it decides which faults are let pass", .steward)) {
      $0.because = $1
    },
    .required(
      "approved_by", "Who approved the waiver.", example: "ada",
      changing: .risky("it decides which faults are let pass", .steward, .word)
    ) { $0.approvedBy = $1 },
    .optional(
      "granted", "The day it was granted.", example: "2026-02-01",
      changing: .risky("it decides which faults are let pass", .steward)
    ) { $0.granted = $1 },
    .required(
      "expires", "The last day on which it holds.", example: "2026-04-30",
      changing: .risky("it decides which faults are let pass", .steward)
    ) { $0.expires = $1 },
    metaField,
  ]
}
