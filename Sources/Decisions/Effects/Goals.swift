import Diagnostics
import History
internal import Presentation
import StrategyModel

/// What a change means for objectives, key results and grades.
struct Goals {
  private let redefined: [String: Redefinition]
  private let base: Strategy
  private let head: Strategy
  /// Key results that the change gives new numbers, by `okrs/<cycle>/<team>` and id.
  private let rebased: Set<[String]>

  init(_ changes: [EntityChange], _ redefined: [String: Redefinition], _ base: Strategy, _ head: Strategy) {
    self.redefined = redefined
    self.base = base
    self.head = head
    rebased = Set(
      changes.filter { $0.key.kind == .okrs }.flatMap { change in
        change.fields.compactMap { field -> [String]? in
          guard field.bears(.number, in: .okrs) else { return nil }
          return [change.key.description, FieldPath(field.path).keyResult ?? ""]
        }
      })
  }

  var effects: [Effect] { meaningLost + orphaned + gradedOnOld }

  /// Numbers that were set with the old definition and not set again.
  private var meaningLost: [Effect] {
    guard !redefined.isEmpty else { return [] }
    return head.openKeyResults.compactMap { place in
      guard let metric = place.keyResult.metric?.id, let redefinition = redefined[metric],
        let id = place.keyResult.id?.value, place.keyResult.score == nil,
        base.okrs.contains(place.okrs.id?.value ?? ""), !rebased.contains([place.subject, id])
      else { return nil }
      return Effect(
        kind: .meaningLost, subject: place.subject,
        sentence: "\(id): \(place.keyResult.numbers) on the old meaning; \(redefinition.reason)")
    }
  }

  private var orphaned: [Effect] {
    let before = rollingUp(base)
    let after = rollingUp(head)
    return after.compactMap { goal, rollsUp in
      guard !rollsUp, before[goal] == true, goal.count == 2 else { return nil }
      return Effect(kind: .orphaned, subject: goal[0], sentence: "\(goal[1]) no longer reaches the North Star")
    }
  }

  /// Whether each objective that binds rolls up, by `okrs/<cycle>/<team>` and id.
  private func rollingUp(_ strategy: Strategy) -> [[String]: Bool] {
    var found: [[String]: Bool] = [:]
    for goal in strategy.commitments.goals {
      let okrs = strategy.okrs.all[goal.okrs]
      let objective = okrs.objectives[goal.objective]
      guard let id = objective.id?.value else { continue }
      found[[okrs.subject, id]] = strategy.rollUp(okrs: goal.okrs, objective: goal.objective)?.isComplete ?? false
    }
    return found
  }

  /// Grades stay as they were given; people who compare them must know.
  private var gradedOnOld: [Effect] {
    guard !redefined.isEmpty else { return [] }
    return base.okrs.all.flatMap { okrs in
      okrs.objectives.flatMap { objective in
        objective.keyResults.compactMap { keyResult -> Effect? in
          guard let score = keyResult.score?.value, let metric = keyResult.metric?.id,
            let redefinition = redefined[metric], let id = keyResult.id?.value
          else { return nil }
          return Effect(
            kind: .gradedOnOld, subject: okrs.subject,
            sentence: "\(id) was graded \(score.plain) before; \(redefinition.reason)")
        }
      }
    }
  }
}

extension KeyResult {
  /// The promised numbers, as a clause.
  fileprivate var numbers: String {
    let named = [("baseline", baseline), ("target", target), ("lower end", lower), ("upper end", upper)]
      .compactMap { name, value in value.map { "\(name) \($0.value.plain)" } }
    let list = named.joined(separator: " and ")
    return named.isEmpty ? "it was promised" : "\(list) \(named.count == 1 ? "was" : "were") set"
  }
}

extension Share {
  fileprivate var plain: String { value.plain }
}
