import Numbers
package import Presentation
import StrategyModel

extension StatusReport {
  package var json: JSONValue {
    [
      "formatVersion": "1.1", "day": .string(today.description), "teams": .array(teams.map(json)),
    ]
  }

  private func json(_ team: Team) -> JSONValue {
    let cycle = team.numbers.cycle
    let objectives = strategy.okrs.all[team.okrs].objectives
    return [
      "cycle": .string(team.cycle), "state": .orNull(cycle?.state?.rawValue), "team": .string(team.team),
      "expected": .orNull(cycle?.expected), "shared": .flag(team.isShared),
      "objectives": .array(team.numbers.objectives.map { json($0, objectives, team.okrs) }),
    ]
  }

  private func json(_ numbers: ObjectiveNumbers, _ objectives: [Objective], _ okrs: Int) -> JSONValue {
    let own = objectives[numbers.position]
    let path = strategy.rollUp(okrs: okrs, objective: numbers.position)
    return [
      "id": .orNull(own.id?.value), "title": .orNull(own.title?.value), "progress": .orNull(numbers.progress.value),
      "known": .number(Double(numbers.progress.known)),
      "weakest": .orNull(numbers.weakest.flatMap { own.keyResults[numbers.keyResults[$0].position].id?.value }),
      "score": .orNull(numbers.score), "scoreAsCommitted": .orNull(numbers.committedScore.value),
      "scoreAsAmended": .orNull(numbers.amendedScore.value), "outcome": .orNull(own.outcome?.decision?.value.rawValue),
      "serves": .orNull(own.service?.rawValue), "path": .array(path?.steps.map { .string($0.name) } ?? []),
      "reaches": .flag(path?.isComplete ?? false), "lags": .flag(path?.isLagging ?? false),
      "parent": .orNull(own.parent?.name), "sharedWith": .array(own.sharedWith.map { .string($0.id) }),
      "keyResults": .array(numbers.keyResults.map { json($0, own.keyResults[$0.position]) }),
    ]
  }

  private func json(_ numbers: KeyResultNumbers, _ keyResult: KeyResult) -> JSONValue {
    let progress = try? numbers.progress.get()
    return [
      "id": .orNull(keyResult.id?.value), "title": .orNull(keyResult.title?.value),
      "type": .orNull(numbers.promise.type?.rawValue), "metric": .orNull(numbers.promise.metric),
      "unit": .orNull(strategy.unit(of: keyResult)),
      "owner": .orNull(keyResult.owner?.id), "value": .orNull(numbers.current), "progress": .orNull(progress?.shown),
      "rawProgress": .orNull(progress?.raw), "problem": .orNull(numbers.flaw?.rawValue),
      "confidence": .orNull(numbers.confidence), "status": .string(numbers.status.rawValue),
      "trendingOff": .flag(numbers.isTrendingOff), "achievedAtCost": .flag(numbers.isAtCost),
      "breaches": .array(numbers.breaches.map(JSONValue.string)), "pace": .orNull(numbers.pace?.ratio),
      "forecast": .orNull(numbers.pace?.forecast), "lastCheckIn": .orNull(numbers.lastDay?.description),
      "due": .orNull(numbers.due?.description), "overdueDays": .orNull(numbers.overdue.map { Double($0) }),
      "score": .orNull(numbers.score), "scoreAsCommitted": .orNull(try? numbers.computed.committed.get()),
      "scoreAsAmended": .orNull(try? numbers.computed.amended.get()),
    ]
  }
}

extension KeyResultNumbers {
  /// Why there is no number; `nil` when there is one.
  var flaw: Unmeasurable? { if case .failure(let flaw) = progress { flaw } else { nil } }
}

extension Strategy {
  /// The unit of a key result's numbers: its own, or else its metric's.
  fileprivate func unit(of keyResult: KeyResult) -> String? {
    keyResult.unit?.value
      ?? metrics.position(of: keyResult.metric).flatMap { metrics.all[$0].definition?.unit?.value }
  }
}
