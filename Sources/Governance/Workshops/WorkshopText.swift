import Presentation
package import StrategyModel

/// A workshop for people.
package struct WorkshopText {
  let workshop: Workshop
  let circle: WorkshopParticipants
  /// What readings say about candidates, by their ids.
  let evidence: [String: CandidateEvidence]

  package init(_ workshop: Workshop, in strategy: Strategy, evidence: [String: CandidateEvidence]) {
    (self.workshop, self.evidence) = (workshop, evidence)
    circle = WorkshopParticipants(workshop.participants.map(\.id), in: strategy)
  }

  package var text: String {
    (title + people + value + preMortem + candidates + choice + sprint).joined(separator: "\n") + "\n"
  }

  private var title: [String] {
    let held = workshop.heldOn.map { ", held on \($0.value)" } ?? ""
    let lead = workshop.facilitator.map { ", led by \($0.id)" } ?? ""
    return filled("\(workshop.title?.value ?? "") (\(workshop.id?.value ?? ""))\(held)\(lead)")
  }

  private var people: [String] {
    let width = (circle.members.map(\.handle.count).max() ?? 0) + 2
    return section(
      "People",
      circle.members.map { member in
        let words = member.discipline?.words ?? "?"
        return "  \(member.handle.visible.padded(width))\(words.padded(18))\(member.name?.visible ?? "")".withoutTail
      } + circle.remarks.flatMap { filled($0, indent: 2) })
  }

  private var value: [String] {
    let facts =
      [("core value", workshop.coreValue?.value)]
      + workshop.whys.enumerated().map { ("why \($0.offset + 1)", Optional($0.element.value)) }
      + [("aha moment", workshop.ahaMoment?.value), ("game", workshop.game?.value.rawValue)]
    return section(
      "Value",
      facts.flatMap { label, text in text.map { wrapped($0.visible, to: 78, first: "  " + label.padded(12)) } ?? [] })
  }

  private var preMortem: [String] {
    section("Pre-mortem", workshop.preMortem.flatMap { wrapped($0.value.visible, to: 78, first: "  - ") })
  }

  private var candidates: [String] {
    section(
      "Candidates",
      workshop.candidates.enumerated().flatMap { number, candidate in
        let name = "\(candidate.id?.value ?? ""): \(candidate.name?.value ?? "")"
        return wrapped(name.visible, to: 78, first: "  \(number + 1) ")
          + ["    filters  \(marks(CandidateQuestion.filters, candidate))"]
          + ["    tests    \(marks(CandidateQuestion.tests, candidate))"] + remarks(on: candidate)
      })
  }

  private func marks(_ questions: [CandidateQuestion], _ candidate: Candidate) -> String {
    questions.map { question in
      let mark = candidate.answer(to: question).map { $0 ? "yes" : "no" } ?? "?"
      return "\(question.short): \(mark)"
    }.joined(separator: "  ")
  }

  private func remarks(on candidate: Candidate) -> [String] {
    let data = candidate.id.flatMap { evidence[$0.value] }?.remarks(on: candidate) ?? []
    return (candidate.flaws + data + [candidate.note?.value].compactMap(\.self)).flatMap { filled($0, indent: 4) }
  }

  private var choice: [String] {
    guard let choice = workshop.choice else { return ["", "Nothing has been chosen yet."] }
    return section(
      "Choice",
      filled("\(choice.candidate?.value ?? ""): \(choice.because?.value ?? "")", indent: 2)
        + (choice.decidedBy.isEmpty
          ? [] : filled("Decided by \(choice.decidedBy.map(\.id).joined(separator: ", ")).", indent: 2))
        + choice.dissent.flatMap { filled("Against it \($0.person?.id ?? "?"): \($0.because?.value ?? "")", indent: 2) }
    )
  }

  private var sprint: [String] {
    section(
      "Sprint",
      workshop.sprint.enumerated().flatMap { number, task in
        let mark = task.done?.value == true ? "x" : " "
        let end = workshop.heldOn.flatMap { task.lastDay(ofSprintFrom: $0.value) }.map { " to \($0)" } ?? ""
        let week = "week \(task.week.map { String($0.value.value) } ?? "?")\(end)"
        let label = "\(number + 1)".padded(3) + week.padded(24)
        return wrapped((task.task?.value ?? "").visible, to: 78, first: "  [\(mark)] \(label)")
      })
  }

  private func section(_ title: String, _ lines: [String]) -> [String] { lines.isEmpty ? [] : ["", title] + lines }

  private func filled(_ text: String, indent: Int = 0) -> [String] {
    wrapped(text.visible, to: 78, first: String(repeating: " ", count: indent))
  }
}

extension String {
  fileprivate var withoutTail: String { String(reversed().drop { $0 == " " }.reversed()) }
}
