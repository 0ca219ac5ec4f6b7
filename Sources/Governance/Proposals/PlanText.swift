import Decisions
import History
import Presentation
import StrategyModel
import StrategyStore

/// A plan for people at a terminal.
package struct PlanText {
  private let plan: Plan

  package init(_ plan: Plan) { self.plan = plan }

  package var text: String {
    guard !plan.changes.isEmpty else { return plan.summary + "\n" }
    let sections = [plan.changes.flatMap(lines), effectLines, approvalLines, [plan.summary]]
    return sections.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") + "\n" }.joined(separator: "\n")
  }

  /// `+ ~ -`, as in infrastructure plans, and the fields of changed entities.
  private func lines(_ change: EntityChange) -> [String] {
    var lines = ChangeReport.text(change)
    lines[0] = "\(change.sign) \(change.planTitle)  [\(change.judgement.level.rawValue): \(change.judgement.reason)]"
    return lines.map { "  \($0)" }
  }

  private var effectLines: [String] {
    guard !plan.effects.isEmpty else { return [] }
    return ["What it does:"]
      + Effect.Kind.allCases.flatMap { kind -> [String] in
        let effects = plan.effects.filter { $0.kind == kind }
        return effects.isEmpty
          ? [] : ["  \(kind.title)"] + effects.map { "    \($0.subject.visible)  \($0.sentence.visible)" }
      }
  }

  private var approvalLines: [String] {
    guard !plan.requirements.isEmpty else { return [] }
    return ["Needs approval of:"] + plan.requirements.flatMap(lines)
  }

  private func lines(_ requirement: Requirement) -> [String] {
    let subjects = requirement.subjects.map { $0.description.visible }.joined(separator: ", ")
    return ["  \(requirement.who.visible): \(requirement.role.visible)  (\(subjects))"]
      + requirement.sentences.map { "      because \($0.visible)" }
      + requirement.barred.map { "      not \($0.person.visible), who \($0.reason.visible)" }
  }
}

extension EntityChange {
  var sign: String {
    switch what {
    case .added: "+"
    case .removed: "-"
    case .changed, .renamed, .moved: "~"
    }
  }

  fileprivate var planTitle: String {
    if case .renamed(let former) = what { return "\(key), formerly \(former)".visible }
    return key.description.visible
  }
}

extension Requirement {
  /// The reasons; those that differ only in the field of one list item are joined into one.
  fileprivate var sentences: [String] {
    var sentences: [String] = []
    for reason in reasons {
      let item = reason.field.flatMap { field in field.lastIndex(of: "]").map { String(field[...$0]) } }
      let fellows = reasons.count { other in
        other.entity == reason.entity && other.text == reason.text
          && item.map { other.field?.hasPrefix($0) ?? false } ?? false
      }
      let whole = Reason(entity: reason.entity, field: item, text: reason.text).sentence
      let sentence = fellows > 1 ? whole : reason.sentence
      if sentences.last != sentence { sentences.append(sentence) }
    }
    return sentences
  }
}
