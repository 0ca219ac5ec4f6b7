import Decisions
import Governance
import History
import StrategyModel

extension OutputShape {
  /// The commit that shows something.
  static var proof: OutputShape {
    [
      "commit": .commit, "recorded": .day.that("When it landed on the main branch."), "author": .text,
      "subject": .text, "decision": .maybe.that("The decision that the commit names, and its record."),
      "decidedBy": .texts,
    ]
  }

  /// A change of an entity's meaning.
  static var change: OutputShape {
    let range = OutputShape.orNull(.list(.count)).that("Bytes of the file: the first, and the first behind it.")
    let field: OutputShape = [
      "field": .text, "old": .maybe.that("As it was written."), "new": .maybe.that("As it is written."),
      "oldRange": range, "newRange": range,
      "class": .choice(ChangeClass.self), "reason": .text,
    ]
    return [
      "entity": .text.that("Its kind and its id."),
      "change": .choice(["added", "removed", "changed", "renamed", "moved"]), "class": .choice(ChangeClass.self),
      "reason": .text, "approval": .maybe.that("Who has to approve it."), "fields": .list(field),
    ]
  }

  /// A change with its commit.
  fileprivate static var event: OutputShape {
    guard case .object(let change) = change else { return change }
    return proof.with(change).with(["path": .text])
  }

  static var decision: OutputShape {
    [
      "day": .day, "record": .maybe.that("The kind and the id of the record."), "subjects": .texts, "outcome": .text,
      "decidedBy": .texts, "dissent": .list(["person": .text, "because": .maybe]), "because": .maybe,
      "nextReview": .maybe.that("A day, as it was written."), "commit": .commit,
    ]
  }

  /// A period in which somebody owned a lever, or nobody did.
  static var tenure: OutputShape {
    proof.with([
      "lever": .text, "team": .maybe, "person": .maybe, "from": .day, "to": .orNull(.day).that("The last day."),
      "days": .count,
    ])
  }
}

extension OutputSchema {
  /// Changes of meaning.
  static var histories: [OutputSchema] {
    let field = OutputShape.proof.with(["field": .text, "value": .text.that("As it is written in the file.")])
    return [
      OutputSchema("blame", .answer("1.0", ["entity": .text, "fields": .list(field)])),
      OutputSchema("changes", .answer("1.0", ["since": .text, "events": .list(.event)])),
      OutputSchema("diff", .answer("1.0", ["old": .text, "new": .text, "changes": .list(.change)])),
      OutputSchema("log", .answer("1.0", ["entity": .text, "field": .maybe, "events": .list(.event)])),
      OutputSchema(
        "goalposts",
        .rows([
          "day": .day, "left": .count.that("The days until the end of the cycle."), "okrs": .text, "item": .maybe,
          "field": .text, "from": .maybe.that("As it was written."), "to": .maybe.that("As it is written."),
          "goal": .choice(GoalpostChange.Help.self), "who": .text,
          "commit": .commit, "reason": .maybe,
        ])),
    ]
  }

  /// Who owned what, and who decided.
  static var ownership: [OutputSchema] {
    let stretch: OutputShape = [
      "lever": .text, "team": .maybe, "person": .maybe, "from": .day, "to": .orNull(.day), "days": .count,
      "recorded": .day, "commit": .commit, "notes": .texts,
    ]
    let finding: OutputShape = [
      "finding": .choice(AuditFinding.Kind.self), "subject": .text, "team": .maybe, "from": .day, "to": .day,
      "commit": .orNull(.commit), "message": .text,
    ]
    return [
      OutputSchema(
        "audit", .answer("1.0", ["from": .day, "to": .day, "intervals": .list(.tenure), "findings": .list(finding)])),
      OutputSchema("decisions", .answer("2.0", ["decisions": .list(.decision)])),
      OutputSchema(
        "owners",
        .answer(
          "1.0",
          [
            "day": .day,
            "rows": .anyOf([
              .list(.tenure.with(["notes": .texts])), .list(stretch).that("When the whole history is asked for."),
            ]),
          ])),
      OutputSchema(
        "who",
        .answer(
          "1.0",
          [
            "lever": .text, "day": .day, "owner": .orNull(.tenure),
            "history": .optional(.list(.tenure).that("When the whole history is asked for.")),
          ])),
    ]
  }
}
