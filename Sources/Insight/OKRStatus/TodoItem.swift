import Decisions
import Diagnostics
import Editing
import Git
package import Governance
package import History
import Numbers
package import Presentation
package import StrategyModel
package import StrategyStore

/// Something that a person owes.
package struct TodoItem {
  package let what: String
  package let subject: String
  /// `nil` where there is no due day.
  package let due: Day?
  let state: String
  /// What settles it.
  let operation: Operation

  package static let columns = ["what", "subject", "due", "state", "command"]

  package static let commands: Set<String> = ["command"]

  /// - Parameter words: names an operation.
  package func cells(_ words: (Operation) -> String) -> [Cell] {
    [.text(what), .text(subject), .text(due?.description), .text(state), .text(words(operation))]
  }
}

extension TodoItem {
  /// How many days in advance a duty is listed.
  private static let horizon = 7
  private static let reviewHorizon = 30

  /// The check-ins of a person's key results, overdue ones first.
  package static func checkIns(of person: String, in strategy: Strategy, on today: Day) -> [TodoItem] {
    strategy.okrs.all.indices.flatMap { i -> [TodoItem] in
      let state = strategy.commitments.okrStates[i]
      let okrs = strategy.okrs.all[i]
      guard state == .active || state == .grading, let team = okrs.team?.id, let cycleID = okrs.cycle?.id,
        okrs.mentions(person)
      else { return [] }
      let numbers = strategy.numbers(ofOKRs: i, on: today)
      return numbers.objectives.flatMap { objective in
        objective.keyResults.compactMap { keyResult -> TodoItem? in
          let own = okrs.objectives[objective.position].keyResults[keyResult.position]
          guard own.owner?.id == person, let id = own.id?.value, let due = keyResult.due, let cycle = numbers.cycle,
            due <= cycle.ends, due - today <= horizon
          else { return nil }
          return TodoItem(
            what: "check-in", subject: "\(team)/\(id)", due: due,
            state: keyResult.overdue.map { "\(counted($0, "day")) late" } ?? (due <= today ? "due" : "soon"),
            operation: .checkIn(keyResult: CheckInPlace.name(of: id, team, cycleID, in: strategy), value: nil))
        }
      }
    }
  }

  /// The due reviews that a person may decide.
  package static func reviews(
    of person: String, in strategy: Strategy, _ snapshot: Snapshot, on today: Day
  ) -> [TodoItem] {
    let policy = ApprovalPolicy(snapshot, on: today, proposers: [])
    return ReviewCalendar(strategy).all.filter { $0.day - today <= reviewHorizon }.compactMap { due in
      guard let subject = ReviewSubject(due.name, in: strategy),
        DecisionRight(on: subject, under: policy).people.contains(person)
      else { return nil }
      let open = strategy.reviews.all.first { $0.decision == nil && $0.subjectName == due.name }?.id?.value
      let late = today - due.day
      return TodoItem(
        what: "review", subject: due.name, due: due.day,
        state: late > 0 ? "\(counted(late, "day")) late" : late == 0 ? "due" : "soon",
        operation: open.map { .decideReview($0, replacement: nil) } ?? .openReview(due.name))
    }
  }

  /// The open proposals that wait for a person's approval.
  package static func approvals(of person: String, for target: TargetBranch) throws -> [TodoItem] {
    try target.openProposals().compactMap { id, tip in
      let proposal = try BranchedProposal(id, at: try target.repository.commit(tip), for: target)
      let asked = proposal.state.lines.filter { !$0.isMet && $0.candidates.contains(person) }
      guard !asked.isEmpty else { return nil }
      return TodoItem(
        what: "approval", subject: "proposal/\(id)", due: nil, state: "asked as \(asked[0].requirement.role)",
        operation: .approveProposal(id))
    }
  }
}

extension TeamOKRs {
  fileprivate func mentions(_ person: String) -> Bool {
    objectives.contains { $0.keyResults.contains { $0.owner?.id == person } }
  }
}
