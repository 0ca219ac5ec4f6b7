import Numbers
import StrategyModel

extension OutputSchema {
  /// Goals, duties and work.
  static var goals: [OutputSchema] {
    let work: OutputShape = [
      "input": .text, "team": .maybe, "objectives": .count, "initiatives": .texts, "commits": .count,
      "authors": .texts, "last": .orNull(.day),
    ]
    let finding: OutputShape = [
      "kind": .choice(WorkFinding.Kind.self), "name": .text.that("Empty where trailers name nothing."),
      "commits": .count, "message": .text, "help": .text,
    ]
    return [
      OutputSchema("cycle show", .answer("1.0", cycle)),
      OutputSchema("okr import", .answer("1.0", imported)),
      OutputSchema("okr status", .answer("1.1", status)),
      OutputSchema(
        "okr tree",
        .rows([
          "objective": .text, "title": .maybe, "serves": .maybe(Service.self), "path": .texts,
          "reaches": .flag.that("Whether the path leads to the North Star."),
          "lags": .flag.that("Whether it promises a result, which follows the North Star."), "parent": .maybe,
          "sharedWith": .texts, "because": .maybe.that("How it helps what it supports."),
        ])),
      OutputSchema(
        "okr todo",
        .rows([
          "what": .choice(["check-in", "review", "approval"]), "subject": .text, "due": .orNull(.day), "state": .text,
          "command": .text.that("What settles it."),
        ])),
      OutputSchema(
        "work",
        .answer(
          "1.0",
          [
            "since": .day, "repositories": .texts, "commits": .count, "inputs": .list(work),
            "findings": .list(finding), "otherStrategies": .map(.count).that("Commits by the strategy they name."),
          ])),
    ]
  }

  private static var status: [String: OutputShape] {
    let objective: OutputShape = [
      "id": .maybe, "title": .maybe, "progress": .orNull(.number),
      "known": .count.that("The key results whose progress is known."), "weakest": .maybe, "score": .orNull(.number),
      "scoreAsCommitted": .orNull(.number), "scoreAsAmended": .orNull(.number), "outcome": .maybe(CloseDecision.self),
      "serves": .maybe(Service.self), "path": .texts, "reaches": .flag, "lags": .flag, "parent": .maybe,
      "sharedWith": .texts, "keyResults": .list(keyResult),
    ]
    let team: OutputShape = [
      "cycle": .text, "state": .maybe(CycleState.self), "team": .text, "expected": .orNull(.number),
      "shared": .flag.that("Whether another team wrote the goals and shares them."), "objectives": .list(objective),
    ]
    return ["day": .day, "teams": .list(team)]
  }

  private static var imported: [String: OutputShape] {
    let guessed = OutputShape.texts.that("The names of the fields that are guesses.")
    let doubts = OutputShape.texts.that("Clauses about what could not be taken as it is written.")
    let value = OutputShape.maybe.that("A number, or the word that files have in its place.")
    let keyResult: OutputShape = [
      "line": .count, "id": .text, "title": .text, "type": .choice(KeyResultType.self), "metric": .maybe,
      "segment": .maybe, "baseline": value, "target": value, "targetUntil": .orNull(.day), "stretch": .maybe,
      "lower": .maybe, "upper": .maybe, "unit": .maybe, "owner": .maybe, "due": .orNull(.day), "weight": .maybe,
      "score": .maybe, "links": .texts, "notes": .texts, "guessed": guessed, "doubts": doubts,
    ]
    let objective: OutputShape = [
      "line": .count, "id": .text, "title": .text, "ambition": .choice(Ambition.self), "why": .maybe, "input": .maybe,
      "guards": .maybe, "supports": .texts.that("An input or an objective, a colon, and how it helps."),
      "proposedInput": .maybe.that("What its words suggest; it is not written."), "parent": .maybe,
      "due": .orNull(.day), "links": .texts, "notes": .texts, "guessed": guessed, "doubts": doubts,
      "known": .flag.that("Whether the team has it already."), "keyResults": .list(keyResult),
    ]
    let file: OutputShape = [
      "cycle": .text, "team": .text, "isNew": .flag, "guessed": guessed, "objectives": .list(objective),
    ]
    return [
      "files": .list(file), "notPlaced": .list(["line": .count, "text": .text, "reason": .text]),
      "known": .count.that("Key results that the strategy has already."), "remarks": .texts,
    ]
  }

  private static var keyResult: OutputShape {
    [
      "id": .maybe, "title": .maybe, "type": .maybe(KeyResultType.self), "metric": .maybe, "unit": .maybe,
      "owner": .maybe,
      "value": .orNull(.number), "progress": .orNull(.number), "rawProgress": .orNull(.number),
      "problem": .maybe(Unmeasurable.self), "confidence": .orNull(.number), "status": .choice(KeyResultStatus.self),
      "trendingOff": .flag, "achievedAtCost": .flag, "breaches": .texts, "pace": .orNull(.number),
      "forecast": .orNull(.number), "lastCheckIn": .orNull(.day), "due": .orNull(.day),
      "overdueDays": .orNull(.count), "score": .orNull(.number), "scoreAsCommitted": .orNull(.number),
      "scoreAsAmended": .orNull(.number),
    ]
  }

  private static var cycle: [String: OutputShape] {
    let band: OutputShape = [
      "band": .choice(ConfidenceBand.self), "checkIns": .count, "confidence": .number, "score": .number,
      "cameTrue": .number,
    ]
    let calibration: OutputShape = ["checkIns": .count, "brier": .orNull(.number), "bands": .list(band)]
    let part: OutputShape = [
      "ambition": .choice(Ambition.self), "keyResults": .count, "average": .number, "reads": .maybe(Aim.self),
    ]
    let team: OutputShape = [
      "team": .text.that("A team's id, or 'all teams'."), "keyResults": .count, "known": .count,
      "average": .orNull(.number), "reads": .maybe, "ambitions": .list(part), "green": .count, "yellow": .count,
      "red": .count, "cycle": calibration, "year": calibration,
    ]
    let amendment: OutputShape = [
      "team": .text, "keyResult": .text, "field": .maybe, "from": .maybe, "to": .maybe, "by": .maybe,
      "on": .orNull(.day), "daysLeft": .orNull(.count), "because": .maybe,
    ]
    return [
      "cycle": .text, "scoreAsCommitted": .orNull(.number), "scoreAsAmended": .orNull(.number),
      "score": .orNull(.number), "keyResults": .count,
      "known": ["scoreAsCommitted": .count, "scoreAsAmended": .count, "score": .count], "teams": .list(team),
      "amendments": .list(amendment),
      "okrs": OutputShape.object(status).with(["formatVersion": .choice(["1.1"])]),
    ]
  }
}
