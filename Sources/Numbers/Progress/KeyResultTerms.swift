package import StrategyModel

/// What a key result promises, as far as it affects numbers.
package struct KeyResultTerms: Sendable, Hashable {
  package var type: KeyResultType?
  package var metric: String?
  package var baseline: Double?
  package var target: Double?
  /// Why there is no baseline or no target.
  package var baselineWord: UnknownBaseline?
  package var targetWord: OpenTarget?
  package var segment: String?
  package var lower: Double?
  package var upper: Double?
  /// `nil` counts as 1.
  package var weight: Double?

  package init(_ keyResults: [KeyResult], at i: Int) {
    type = keyResults[i].type?.value
    metric = keyResults[i].metric?.id
    baseline = keyResults[i].baseline?.value
    target = keyResults[i].target?.value
    baselineWord = keyResults[i].baselineWord?.value
    targetWord = keyResults[i].targetWord?.value
    segment = keyResults[i].segment?.value
    lower = keyResults[i].lower?.value
    upper = keyResults[i].upper?.value
    weight = keyResults[i].weight?.value
  }

  /// The promise of each key result of a file with every amendment in it undone, by id.
  static func all(in okrs: TeamOKRs) -> [String: KeyResultTerms] {
    var promises: [String: KeyResultTerms] = [:]
    for objective in okrs.objectives {
      for (position, keyResult) in objective.keyResults.enumerated() {
        guard let id = keyResult.id?.value else { continue }
        promises[id] = KeyResultTerms(objective.keyResults, at: position).undoing(keyResult.amendments)
      }
    }
    return promises
  }

  /// The promise on the day on which the cycle became active: the amendments undone, the last one first.
  ///
  /// When an amendment's `from` is not a valid value of its field, the field becomes empty: it is unknown, so it has no
  /// number.
  package func undoing(_ amendments: [Amendment]) -> KeyResultTerms {
    var promise = self
    for amendment in amendments.reversed() { promise.undo(amendment) }
    return promise
  }

  private mutating func undo(_ amendment: Amendment) {
    let from = amendment.from?.value
    let number = from.flatMap { try? Double.parse($0) }
    switch amendment.field?.value {
    case "type": type = from.flatMap { KeyResultType(rawValue: $0) }
    case "metric": metric = from
    case "baseline": (baseline, baselineWord) = (number, from.flatMap { UnknownBaseline(rawValue: $0) })
    case "target": (target, targetWord) = (number, from.flatMap { OpenTarget(rawValue: $0) })
    case "segment": segment = from
    case "lower": lower = number
    case "upper": upper = number
    case "weight": weight = number
    default: return
    }
  }
}
