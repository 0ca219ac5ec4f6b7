import Diagnostics
import Pictures
import StrategyModel

extension OutputSchema {
  /// Findings, and the rules behind them.
  static var checks: [OutputSchema] {
    let point: OutputShape = [
      "line": .count.that("From 1."), "column": .count.that("In characters, from 1."),
      "utf16Column": .count.that("In UTF-16 code units, from 1."), "byte": .count.that("From 0."),
    ]
    let site: OutputShape = ["path": .text, "start": point, "end": point.that("Not included.")]
    let edit: OutputShape = ["start": point, "end": point.that("Not included."), "replacement": .text]
    let finding: OutputShape = [
      "rule": .text.that("Its id, such as NS301."), "ruleName": .text, "severity": .choice(Severity.self),
      "message": .text, "subject": .text, "location": site,
      "notes": .list(["message": .text, "location": .optional(site)]), "help": .texts,
      "fixes": .list(["title": .text, "safety": .choice(Fix.Safety.self), "edits": .list(edit)]),
    ]
    let setting: OutputShape = ["name": .text, "standard": .number, "summary": .text]
    let files: OutputShape = .list(.list(["path": .text, "text": .text]))
    let rule: OutputShape = [
      "id": .text, "name": .text, "severity": .choice(Severity.self), "summary": .text, "rationale": .text,
      "settings": .list(setting),
      "words": .optional(.text.that("What the rule's list of words has, which a strategy may extend.")),
      "wrong": files.that("Examples, each of one or more files."), "right": files,
    ]
    return [
      OutputSchema(
        "check",
        .answer(
          JSONFormat.version,
          [
            "tool": ["name": .text, "version": .text],
            "summary": ["files": .count, "errors": .count, "warnings": .count, "notes": .count, "waived": .count],
            "diagnostics": .list(finding),
          ])),
      OutputSchema(
        "explain",
        .anyOf([
          ["formatVersion": .choice(["1.1"]), "rules": .list(rule)],
          .open(["$schema": .text]).that("The JSON Schema of a kind of file or of a field, draft-07."),
        ])),
    ]
  }

  /// Entities as their files have them.
  static var structure: [OutputSchema] {
    [
      OutputSchema("list", .answer("2.0", ["rows": .anyOf(lists.map(OutputShape.list))])),
      OutputSchema(
        "show",
        .answer(
          "1.0",
          ["kind": .choice(Kind.self), "id": .text, "path": .text, "entity": .file("schema/<kind>.json")])),
      OutputSchema(
        "tree",
        .answer(
          "1.0",
          [
            "title": .text,
            "nodes": .list([
              "id": .text, "name": .text, "role": .choice(TreePicture.Node.Role.self), "detail": .maybe,
              "owner": .maybe, "state": .maybe, "value": .orNull(.number), "unit": .maybe, "period": .maybe,
              "breach": .maybe,
            ]),
            "edges": .list([
              "from": .text.that("The id of the lower node."), "to": .text.that("The id of the upper node."),
              "kind": .choice(TreePicture.Edge.Kind.words), "sign": .maybe,
            ]),
          ])),
      OutputSchema("review list", .rows(review)),
      OutputSchema("review show", .answer("1.0", ["path": .text, "review": .file("schema/review.json")])),
    ]
  }

  /// The rows of every list.
  private static var lists: [OutputShape] {
    commitmentLists + [
      .object(review),
      [
        "id": .maybe, "name": .maybe, "role": .maybe(MetricRole.self), "dimension": .maybe(Dimension.self),
        "lifecycle": .maybe(Lifecycle.self), "team": .maybe, "person": .maybe, "since": .orNull(.day),
        "drives": .texts.that("The ids of the metrics that it is believed to move."),
      ],
      [
        "id": .maybe, "name": .maybe, "discipline": .maybe(Discipline.self), "title": .maybe,
        "joined": .orNull(.day), "left": .orNull(.day),
      ],
      [
        "id": .maybe, "name": .maybe, "parent": .maybe, "lead": .maybe, "members": .count.that("How many there are."),
        "ended": .orNull(.day), "mergedInto": .maybe,
      ],
      [
        "id": .maybe, "name": .maybe, "starts": .orNull(.day), "ends": .orNull(.day), "state": .maybe(CycleState.self),
      ],
      [
        "id": .maybe, "name": .maybe, "team": .maybe, "input": .maybe, "state": .maybe(InitiativeState.self),
        "started": .orNull(.day), "ended": .orNull(.day),
      ],
      [
        "id": .maybe, "title": .maybe, "heldOn": .orNull(.day), "candidates": .count.that("How many there are."),
        "choice": .maybe,
      ],
      [
        "id": .maybe, "state": .maybe(ProposalState.self), "by": .maybe, "opened": .orNull(.day),
        "closed": .orNull(.day), "title": .maybe,
      ],
      ["id": .maybe, "rule": .maybe, "entity": .maybe, "approvedBy": .maybe, "expires": .orNull(.day)],
    ]
  }

  private static var commitmentLists: [OutputShape] {
    [
      ["cycle": .maybe, "team": .maybe, "objectives": .count, "keyResults": .count],
      [
        "cycle": .maybe, "team": .maybe, "id": .maybe, "input": .maybe.that("The input, or the guardrail it guards."),
        "ambition": .maybe(Ambition.self), "title": .maybe,
      ],
      [
        "cycle": .maybe, "team": .maybe, "id": .maybe, "metric": .maybe, "type": .maybe(KeyResultType.self),
        "baseline": .orNull(.number), "target": .orNull(.number), "owner": .maybe, "score": .orNull(.number),
        "title": .maybe,
      ],
      [
        "cycle": .maybe, "team": .maybe, "on": .orNull(.day), "keyResult": .maybe, "value": .orNull(.number),
        "confidence": .orNull(.number), "by": .maybe, "note": .maybe,
      ],
    ]
  }

  private static var review: [String: OutputShape] {
    [
      "id": .maybe, "subject": .maybe, "heldOn": .orNull(.day), "decision": .maybe(ReviewDecision.self),
      "decidedBy": .texts, "nextReview": .orNull(.day),
    ]
  }
}

extension OutputShape {
  /// Text, or `null` where there is none.
  static var maybe: OutputShape { .orNull(.text) }

  static func maybe<Values: CaseIterable & RawRepresentable>(_ values: Values.Type) -> OutputShape
  where Values.RawValue == String {
    .orNull(.choice(values))
  }

  /// What a file holds, under the file's own keys.
  static func file(_ schema: String) -> OutputShape {
    .orNull(.open([:])).that("The file's fields with the keys that it has there; \(schema) describes a right file.")
  }
}
