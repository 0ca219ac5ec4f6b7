import Decisions
import Editing
import StrategyModel
import StrategyStore

/// What a decision on a belief does to its edge: sets a new review day, or removes it.
struct ConsequencesOfBelief {
  private let metric: String
  private let target: String
  private let edit: FieldEdit?

  init(_ subject: ReviewSubject, _ decision: ReviewDecision, _ next: Day?) {
    guard case .belief(let metric, let target) = subject else {
      (self.metric, self.target, edit) = ("", "", nil)
      return
    }
    (self.metric, self.target) = (metric, target)
    edit = decision == .retire ? .unset : next.map { .set($0.description) }
  }

  func apply(to draft: inout StrategyDraft) throws(StrategyError) {
    guard let edit else { return }
    let edge = "metric/\(metric).drives[\(target)]"
    if case .unset = edit {
      try SettingField(name: edge, edit: .unset).change(&draft)
    } else {
      try SettingField(name: "\(edge).review_on", edit: edit).change(&draft)
    }
  }
}
