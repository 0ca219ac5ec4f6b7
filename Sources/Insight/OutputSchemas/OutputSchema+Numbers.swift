import Numbers
import StrategyModel

extension OutputShape {
  /// A number, or `null` where there is none.
  fileprivate static var value: OutputShape { .orNull(.number) }

  fileprivate static var holder: OutputShape {
    ["team": .maybe, "person": .maybe, "from": .orNull(.day), "to": .orNull(.day)]
  }
}

extension OutputSchema {
  /// Readings, and what follows from them.
  static var numbers: [OutputSchema] {
    [
      explainedChange,
      OutputSchema(
        "beliefs",
        .answer(
          "1.0",
          [
            "rows": .list(belief), "brier": .list(["team": .maybe, "beliefs": .count, "score": .number]),
            "overall": .value.that("The Brier score of all teams together."),
          ])),
      OutputSchema("measure show", .anyOf([standings, readings])),
      OutputSchema(
        "measure versions",
        .rows([
          "period": .text, "segment": .maybe, "value": .value.that("Null when the value was withdrawn."),
          "knownOn": .day, "source": .text, "commit": .commit, "committed": .day, "by": .text, "reason": .maybe,
        ])),
      OutputSchema("report", .answer("2.1", report)),
      OutputSchema("test", .answer("2.0", ["metric": .text, "lead": .orNull(lead), "cohorts": .list(cohorts)])),
    ]
  }

  private static var standings: OutputShape {
    .rows([
      "metric": .text, "role": .maybe(MetricRole.self), "period": .maybe, "value": .value,
      "change": .value.that("The difference to the period before."),
      "onMonth": .value.that("The difference to the calendar month before."), "target": .value,
      "ofTarget": .value.that("The share of the target that is reached: 1 is all of it."), "signal": .maybe,
      "knownOn": .orNull(.day),
    ]).that("All metrics.")
  }

  private static var readings: OutputShape {
    .answer(
      "1.0",
      [
        "metric": .text, "segment": .text.that("Empty for the whole."), "unit": .maybe, "grain": .maybe(Grain.self),
        "readings": .list([
          "period": .text, "value": .number, "knownOn": .day, "source": .text, "signal": .maybe,
        ]),
        "target": .value, "shareOfTarget": .value,
        "limits": .orNull(["lower": .number, "mean": .number, "upper": .number]),
        "segments": .list(["segment": .text, "value": .number]),
      ]
    ).that("One metric.")
  }

  private static var belief: OutputShape {
    [
      "metric": .text, "moves": .text, "sign": .maybe(EdgeSign.self), "lagWeeks": .value, "confidence": .value,
      "stated": .orNull(.day), "commit": .orNull(.commit), "changed": .flag.that("Whether it changed since."),
      "reviewOn": .orNull(.day), "team": .maybe, "verdict": .choice(BeliefVerdict.self), "grain": .maybe(Grain.self),
      "bestLag": .orNull(.count).that("In periods of the grain."), "r": .value, "points": .orNull(.count),
    ]
  }

  private static var lead: OutputShape {
    let lag: OutputShape = [
      "lag": .count, "r": .value, "points": .count, "significanceBound": .value, "significant": .flag, "p": .value,
      "adjustedP": .value, "stable": .flag, "halves": .list(.value),
    ]
    return [
      "metric": .text, "against": .text, "grain": .choice(Grain.self), "detrend": .choice(Detrending.self),
      "averaged": .flag, "points": .count, "first": .maybe, "last": .maybe, "verdict": .choice(LeadTest.Verdict.self),
      "sentence": .text, "weakEvidence": .flag, "constant": .texts.that("The series that never change."),
      "spearman": .value, "best": .orNull(lag), "atZero": .orNull(lag), "lags": .list(lag),
    ]
  }

  private static var cohorts: OutputShape {
    [
      "group": .text, "against": .text, "sentence": .text, "count": .count, "againstCount": .count, "mean": .value,
      "againstMean": .value, "t": .value, "degreesOfFreedom": .value, "p": .value,
    ]
  }

  /// A change split along a formula, or by segment.
  private static var explainedChange: OutputSchema {
    let ends: OutputShape = ["from": .value, "to": .value, "change": .value]
    let part: OutputShape = [
      "metric": .text, "from": .value, "to": .value, "contribution": .value, "heldBy": .list(.holder),
    ]
    let mix: OutputShape = [
      "mix": .value, "rate": .value, "segments": .list(["segment": .text, "mix": .value, "rate": .value]),
    ]
    let metric: OutputShape = [
      "metric": .text, "unit": .maybe, "from": .text, "to": .text, "formula": .text,
      "method": .choice(Decomposition.Method.self), "measured": .orNull(ends), "calculated": ends, "residual": .value,
      "unexplained": .value, "dominant": .maybe, "parts": .list(part), "mix": .orNull(mix),
      "below": .list(.reference("metric")).that("The changes of the components that have formulas."),
    ]
    let segment: OutputShape = ["segment": .text, "from": .value, "to": .value, "contribution": .value]
    return OutputSchema(
      "explain-change",
      .anyOf([
        metric.with([
          "formatVersion": .choice(["1.0"]), "ownersFrom": .choice(["files", "history"]), "notes": .texts,
        ]),
        .answer(
          "1.0",
          [
            "metric": .text, "from": .text, "to": .text, "unit": .maybe,
            "method": .choice(["segments", "ratio and mix"]), "measured": ends, "segments": .list(segment),
            "mix": .value, "unexplained": .value, "heldBy": .list(.holder),
          ]
        ).that("When the change is split by segment."),
      ]), definitions: ["metric": metric])
  }
}

// MARK: The report

extension OutputSchema {
  private static var report: [String: OutputShape] {
    [
      "product": .text, "period": ["span": .choice(ReportSpan.self), "name": .text, "from": .day, "to": .day],
      "knownOn": .day, "northStars": .list(measured.with(["segments": .list(segment), "drivers": .orNull(drivers)])),
      "inputs": .list(measured),
      "guardrails": .list(
        measured.with(["atMost": .value, "atLeast": .value, "isBreached": .flag, "breachedSince": .maybe])),
      "goodhart": .orNull(["metric": .text, "isRaised": .flag, "isBetter": .flag, "worse": .texts]).that(
        "Whether the North Star rose at the cost of others."),
      "cycles": .texts, "keyResults": .list(keyResult),
      "results": .orNull(results).that("Of a cycle that is over or has scores."),
      "moved": .orNull(.list(moved)).that("Commitments that were changed; null without a history."),
      "handOvers": .orNull(.list(handOver)), "decisions": .orNull(.list(.decision)),
      "reviewsDue": .list(["subject": .text, "due": .day]),
    ]
  }

  private static var results: OutputShape {
    let objective: OutputShape = [
      "title": .text, "team": .text, "score": .orNull(.number), "scoreAsCommitted": .orNull(.number),
      "scoreAsAmended": .orNull(.number), "outcome": .maybe(CloseDecision.self), "because": .maybe,
    ]
    return [
      "unscored": .maybe.that("Why the cycle was closed without scores."), "score": .orNull(.number),
      "scoreAsCommitted": .orNull(.number), "scoreAsAmended": .orNull(.number),
      "known": .count.that("The key results with a score."), "keyResults": .count, "objectives": .list(objective),
      "retrospectives": .list(["team": .text, "text": .text]),
    ]
  }

  private static var measured: OutputShape {
    [
      "metric": .text, "name": .text, "unit": .maybe, "owner": .maybe, "period": .maybe, "value": .value,
      "changeOnWeek": .value, "changeOnMonth": .value, "changeOnYear": .value, "target": .value,
      "shareOfTarget": .value, "isBehind": .flag,
      "annotations": .list(["day": .day, "text": .text]),
    ]
  }

  private static var segment: OutputShape {
    ["segment": .text, "period": .maybe, "value": .value, "changeOnWeek": .value, "changeOnMonth": .value]
  }

  private static var drivers: OutputShape {
    [
      "from": .text, "to": .text, "change": .value, "method": .choice(Decomposition.Method.self), "unexplained": .value,
      "parts": .list(["metric": .text, "contribution": .value]),
    ]
  }

  private static var keyResult: OutputShape {
    [
      "cycle": .text, "team": .text, "keyResult": .text, "title": .text, "owner": .maybe, "status": .text,
      "progress": .value, "expected": .value, "confidence": .value, "lastCheckIn": .orNull(.day),
      "overdueDays": .orNull(.count), "isWeak": .flag,
    ]
  }

  private static var moved: OutputShape {
    ["day": .day, "what": .text, "from": .maybe, "to": .maybe, "effect": .text, "by": .text, "reason": .maybe]
  }

  private static var handOver: OutputShape {
    ["lever": .text, "from": .orNull(.holder), "to": .orNull(.holder), "since": .day, "recorded": .day]
  }
}
