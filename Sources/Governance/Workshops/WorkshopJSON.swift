package import Presentation
package import StrategyModel
import StrategyStore

/// A workshop as JSON: its file, and what follows from it.
package struct WorkshopJSON {
  package let workshop: Workshop
  package let circle: WorkshopParticipants
  package let path: String
  package let text: [UInt8]
  package let evidence: [String: CandidateEvidence]

  package init(
    workshop: Workshop, circle: WorkshopParticipants, path: String, text: [UInt8], evidence: [String: CandidateEvidence]
  ) {
    (self.workshop, self.circle, self.path, self.text, self.evidence) = (workshop, circle, path, text, evidence)
  }

  package var value: JSONValue {
    [
      "formatVersion": "1.0", "path": .string(path), "workshop": EntityJSON(text, kind: .workshop).value,
      "people": .array(circle.members.map(person)),
      "missingDisciplines": .array(circle.missing.map { .string($0.rawValue) }),
      "candidates": .array(workshop.candidates.map(candidate)),
      "sprint": .array(workshop.sprint.enumerated().map { task($0.offset + 1, $0.element) }),
    ]
  }

  private func person(_ member: WorkshopParticipants.Member) -> JSONValue {
    [
      "id": .string(member.handle), "name": .orNull(member.name), "discipline": .orNull(member.discipline?.rawValue),
    ]
  }

  private func candidate(_ candidate: Candidate) -> JSONValue {
    let all = CandidateQuestion.allCases
    return [
      "id": .orNull(candidate.id?.value), "flaws": .array(candidate.flaws.map(JSONValue.string)),
      "unanswered": .array(candidate.unanswered(all).map { .string($0.rawValue) }),
      "failed": .array(candidate.failed(all).map { .string($0.rawValue) }), "evidence": data(on: candidate),
    ]
  }

  private func data(on candidate: Candidate) -> JSONValue {
    guard let id = candidate.id?.value, let found = evidence[id] else { return .null }
    return ["words": .string(found.words), "leads": found.leads.map { .flag($0) } ?? .null]
  }

  private func task(_ number: Int, _ task: SprintTask) -> JSONValue {
    let end = workshop.heldOn.flatMap { task.lastDay(ofSprintFrom: $0.value) }
    return [
      "number": .number(Double(number)), "week": (task.week?.value.value).map { .number(Double($0)) } ?? .null,
      "task": .orNull(task.task?.value), "lastDay": .orNull(end?.description),
      "done": .flag(task.done?.value ?? false),
    ]
  }
}
