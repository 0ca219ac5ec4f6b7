import Decisions
import StrategyModel

extension OutputSchema {
  static var proposals: [OutputSchema] {
    let reason: OutputShape = ["entity": .text, "field": .maybe, "text": .text]
    let requirement: OutputShape = [
      "subjects": .texts, "role": .text, "count": .count.that("How many people have to approve."), "people": .texts,
      "side": .maybe(Requirement.Side.self), "barred": .list(["person": .text, "reason": .text]),
      "reasons": .list(reason),
    ]
    return [
      OutputSchema(
        "propose plan",
        .answer(
          "1.0",
          [
            "old": .text, "new": .text, "target": .text, "digest": .text, "class": .choice(ChangeClass.self),
            "summary": .text, "changes": .list(.change),
            "effects": .list(["kind": .choice(Effect.Kind.self), "subject": .text, "sentence": .text]),
            "approvals": .list(requirement), "proposers": .texts, "unknownAuthors": .texts,
          ])),
      OutputSchema("propose show", .answer("1.0", ["proposal": proposal])),
      OutputSchema(
        "propose list",
        .rows([
          "id": .text, "state": .text, "days": .count.that("Since it was opened."), "by": .texts,
          "missing": .texts.that("The approvals that are missing."), "title": .text,
        ])),
      OutputSchema(
        "propose conflicts",
        .answer(
          "1.1",
          [
            "proposals": .texts, "blocked": .list(["id": .text, "reasons": .texts]),
            "pairs": .list([
              "first": .text, "second": .text, "outcome": .choice(["clean", "textual", "semantic"]), "reasons": .texts,
            ]),
          ])),
    ]
  }

  private static var proposal: OutputShape {
    let requirement: OutputShape = [
      "role": .text, "count": .count, "people": .texts, "approvedBy": .texts, "missing": .count, "candidates": .texts,
      "because": .texts,
    ]
    return [
      "id": .text, "title": .text, "state": .text, "ageInDays": .count, "branch": .text, "tip": .commit,
      "base": .commit, "target": .text, "by": .texts, "unknownAuthors": .texts, "why": .maybe, "digest": .text,
      "changes": .list(.change), "requirements": .list(requirement),
      "requests": .texts.that("The people who requested changes."),
      "void": .list(["person": .text, "commit": .commit, "reason": .text]).that("Approvals that no longer count."),
    ]
  }

  /// Reviews and workshops.
  static var decisions: [OutputSchema] {
    let cell = OutputShape.anyOf([.maybe, .number, .flag, .texts])
    let section: OutputShape = [
      "what": .text, "title": .text, "says": .texts, "lacks": .texts.that("What could not be determined, and why."),
      "tables": .list(["columns": .texts, "rows": .list(.list(cell))]),
    ]
    return [
      OutputSchema(
        "review due",
        .rows([
          "subject": .text, "what": .maybe, "due": .day,
          "days": .count.that("Until then; negative where it is overdue."),
          "state": .orNull(.choice(["overdue", "soon"])), "last": .orNull(.day).that("When the last review was held."),
          "decision": .maybe(ReviewDecision.self), "review": .maybe,
        ])),
      OutputSchema(
        "review evidence",
        .answer(
          "2.0",
          ["subject": .text, "day": .day, "since": .day, "lastReview": .maybe, "sections": .list(section)])),
      OutputSchema("workshop show", .answer("1.0", workshop)),
    ]
  }

  private static var workshop: [String: OutputShape] {
    let candidate: OutputShape = [
      "id": .maybe, "flaws": .texts, "unanswered": .texts, "failed": .texts,
      "evidence": .orNull(["words": .text, "leads": .orNull(.flag)]),
    ]
    let task: OutputShape = [
      "number": .count, "week": .orNull(.count), "task": .maybe, "lastDay": .orNull(.day), "done": .flag,
    ]
    return [
      "path": .text, "workshop": .file("schema/workshop.json"),
      "people": .list(["id": .text, "name": .maybe, "discipline": .maybe(Discipline.self)]),
      "missingDisciplines": .list(.choice(Discipline.self)), "candidates": .list(candidate), "sprint": .list(task),
    ]
  }
}
