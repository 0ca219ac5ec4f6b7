import History
import Numbers
package import Presentation
import StrategyModel

extension StrategyReport {
  package var json: JSONValue {
    [
      "formatVersion": "2.1", "product": .string(title),
      "period": [
        "span": .string(period.span.rawValue), "name": .string(period.name), "from": .string(period.first.description),
        "to": .string(period.last.description),
      ],
      "knownOn": .string(period.today.description), "notes": .array(notes.map(JSONValue.string)),
      "northStars": .array(
        numbers.stars.indices.map { place in
          numbers.stars[place].json([
            "segments": .array(numbers.segments[place].map { segmentJSON($0) }),
            "drivers": changes[place].map { driversJSON($0) } ?? .null,
          ])
        }),
      "inputs": .array(numbers.inputs.map { $0.json() }),
      "guardrails": .array(numbers.guardrails.map { guardrailJSON($0) }),
      "goodhart": goodhart.map { screenJSON($0) } ?? .null,
      "cycles": .array(keyResults.cycles.map(JSONValue.string)),
      "keyResults": .array(keyResults.all.map(\.json)),
      "results": results?.json ?? .null,
      "moved": moved.map { .array($0.all.map(\.json)) } ?? .null,
      "handOvers": handOvers.all.map { .array($0.map(\.json)) } ?? .null,
      "decisions": decisions.map { .array($0.map(\.json)) } ?? .null,
      "reviewsDue": .array(
        reviews.map { ["subject": .string($0.name), "due": .string($0.day.description)] as JSONValue }),
    ]
  }

  private func segmentJSON(_ segment: ReportedNumbers.Segment) -> JSONValue {
    let calendar = strategy.calendar
    let changes = segment.standing.changes(in: calendar)
    return [
      "segment": .string(segment.name), "period": .orNull(segment.standing.last.map { calendar.name(of: $0.period) }),
      "value": .orNull(segment.standing.last?.value), "changeOnWeek": .orNull(changes.week?.difference),
      "changeOnMonth": .orNull(changes.month?.difference),
    ]
  }

  private func driversJSON(_ change: ExplainedMetric) -> JSONValue {
    [
      "from": .string(change.from), "to": .string(change.to), "change": .orNull(change.ends.change),
      "method": .string(change.explanation.split.split.method.rawValue),
      "unexplained": .orNull(change.unexplained),
      "parts": .array(
        change.explanation.split.parts.map { part in
          ["metric": .string(part.metric), "contribution": .orNull(part.contribution)] as JSONValue
        }),
    ]
  }

  private func screenJSON(_ screen: GoodhartScreen) -> JSONValue {
    let id = { (metric: Int) in JSONValue.string(strategy.metrics.all[metric].id?.value ?? "?") }
    return [
      "metric": id(screen.metric), "isRaised": .flag(screen.isRaised), "isBetter": .flag(screen.isBetter),
      "worse": .array(screen.worse.map { id($0.metric) }),
    ]
  }

  private func guardrailJSON(_ guardrail: ReportedNumbers.Guardrail) -> JSONValue {
    let calendar = strategy.calendar
    let limit = { (isUpper: Bool) -> JSONValue in
      .orNull(guardrail.limits.first { if case .atMost = $0 { isUpper } else { !isUpper } }?.value)
    }
    return guardrail.metric.json([
      "atMost": limit(true), "atLeast": limit(false), "isBreached": .flag(guardrail.breach != nil),
      "breachedSince": .orNull(guardrail.breach.map { calendar.name(of: $0.since) }),
    ])
  }
}

extension ReportedMetric {
  fileprivate func json(_ more: [String: JSONValue] = [:]) -> JSONValue {
    let changes = changes
    let own: [String: JSONValue] = [
      "metric": .string(id), "name": .string(name), "unit": .orNull(unit), "owner": .orNull(owner),
      "period": .orNull(periodName), "value": .orNull(standing.last?.value),
      "changeOnWeek": .orNull(changes.week?.difference), "changeOnMonth": .orNull(changes.month?.difference),
      "changeOnYear": .orNull(changes.year?.difference), "target": .orNull(standing.target),
      "shareOfTarget": .orNull(standing.shareOfTarget), "isBehind": .flag(isBehind),
      "annotations": .array(
        annotations.map { ["day": .string($0.day.description), "text": .string($0.text)] as JSONValue }),
    ]
    return .object(own.merging(more) { $1 })
  }
}

extension WeakKeyResults.Entry {
  fileprivate var json: JSONValue {
    [
      "cycle": .string(cycle), "team": .string(team), "keyResult": .string(id), "title": .string(title),
      "owner": .orNull(owner), "status": .string(numbers.word), "progress": .orNull(progress),
      "expected": .orNull(expected), "confidence": .orNull(numbers.confidence),
      "lastCheckIn": .orNull(numbers.lastDay?.description),
      "overdueDays": .orNull(numbers.overdue.map(Double.init)), "isWeak": .flag(isWeak),
    ]
  }
}

extension HandOvers.Entry {
  fileprivate var json: JSONValue {
    [
      "lever": .string(lever), "from": before.map { holder($0).json } ?? .null,
      "to": after.isOwned ? holder(after).json : .null,
      "since": .string(after.from.description), "recorded": .string(after.recorded.description),
    ]
  }

  private func holder(_ tenure: Tenure) -> LeverHolders.Holder {
    LeverHolders.Holder(team: tenure.team, person: tenure.person, from: tenure.from, to: tenure.to)
  }
}
