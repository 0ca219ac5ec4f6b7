package import Diagnostics
package import History
package import StrategyModel

/// What a change means for goals, grades, levers and rules.
package struct BlastRadius: Sendable {
  /// By kind, then by subject.
  package let effects: [Effect]

  /// - Parameters:
  ///   - changes: from `base` to `head`.
  ///   - faults: the result of checking each of them.
  package init(
    _ changes: [EntityChange], from base: Strategy, to head: Strategy,
    faults: (base: [Diagnostic], head: [Diagnostic]) = ([], [])
  ) {
    let redefined = Redefinition.all(changes, in: base)
    let effects =
      Goals(changes, redefined, base, head).effects + Levers(changes).effects
      + changes.flatMap(\.loosenedGuardrails) + NewFaults(faults.base, faults.head).effects
    self.effects = effects.sorted { ($0.kind, $0.subject, $0.sentence) < ($1.kind, $1.subject, $1.sentence) }
  }

  package func effects(_ kind: Effect.Kind) -> [Effect] { effects.filter { $0.kind == kind } }
}

/// The faults that one state has and another does not: a fault is the same when rule and entity are, wherever it is.
private struct NewFaults {
  let effects: [Effect]

  private struct Fault: Hashable {
    let rule: RuleID
    let subject: String
  }

  init(_ base: [Diagnostic], _ head: [Diagnostic]) {
    var known = Dictionary(grouping: base) { Fault(rule: $0.rule, subject: $0.subject) }.mapValues { $0.map(\.message) }
    // When there are more of them than before, those with unchanged wording are the old ones.
    let unsaid = head.filter { diagnostic in
      let fault = Fault(rule: diagnostic.rule, subject: diagnostic.subject)
      guard let position = known[fault]?.firstIndex(of: diagnostic.message) else { return true }
      known[fault]?.remove(at: position)
      return false
    }
    let new = unsaid.filter { diagnostic in
      known[Fault(rule: diagnostic.rule, subject: diagnostic.subject)]?.popLast() == nil
    }
    effects = new.map { diagnostic in
      Effect(
        kind: .newFault, subject: diagnostic.subject,
        sentence: "\(diagnostic.severity.rawValue) \(diagnostic.rule) \(diagnostic.ruleName): \(diagnostic.message)")
    }
  }
}

/// Who gains and who loses a lever.
private struct Levers {
  let effects: [Effect]

  init(_ changes: [EntityChange]) {
    effects = changes.filter { $0.key.kind == .metric }.flatMap { change -> [Effect] in
      let (old, new) = (change.old?["owner.team"], change.new?["owner.team"])
      let isNewName = change.fields.contains { $0.path == "owner.team" && $0.isNewName }
      guard old != new, !isNewName else { return [] }
      let lever = change.key.id
      let gained = new.map { team in
        Effect(
          kind: .leverGained, subject: "team/\(team)",
          sentence: "\(team) gains \(lever)\(old.map { " from \($0)" } ?? "")")
      }
      let lost = old.map { team in
        Effect(
          kind: .leverLost, subject: "team/\(team)", sentence: "\(team) loses \(lever)\(new.map { " to \($0)" } ?? "")")
      }
      return [gained, lost].compactMap(\.self)
    }
  }
}

extension EntityChange {
  fileprivate var loosenedGuardrails: [Effect] {
    guard what != .removed else {
      guard old?["role"] == MetricRole.guardrail.rawValue else { return [] }
      return [Effect(kind: .guardrailLoosened, subject: key.description, sentence: "\(key.id) is gone")]
    }
    return loosenedLimits.map { field in
      Effect(
        kind: .guardrailLoosened, subject: key.description, sentence: "\(key.id) \(field.loosening)")
    }
  }
}

extension FieldChange {
  fileprivate var loosening: String {
    let (old, new) = (old?.value ?? "?", new?.value)
    switch (path, new) {
    case ("threshold.at_most", let new?): return "may rise to \(new), not \(old)"
    case ("threshold.at_least", let new?): return "may fall to \(new), not \(old)"
    case ("threshold.at_most", nil): return "may rise without a limit, where it was \(old)"
    case ("threshold.at_least", nil): return "may fall without a limit, where it was \(old)"
    case ("lifecycle", let new?): return "is \(new), no longer active"
    case ("role", let new?): return "is \(new), no longer a guardrail"
    default: return "no longer guards \(old)"
    }
  }
}
