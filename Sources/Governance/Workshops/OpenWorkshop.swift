package import Editing
package import StrategyModel
package import StrategyStore
import StrictYAML

/// An existing workshop, with the path of its file.
package struct OpenWorkshop {
  package let workshop: Workshop
  let id: String
  /// Below the strategy's folder.
  let path: String

  package init(_ id: String, in draft: StrategyDraft) throws(StrategyError) {
    workshop = try draft.strategy.workshop(id)
    self.id = id
    path = draft.innerPath(draft.strategy.path(of: workshop.file))
  }

  /// The position of a candidate; throws with similar names.
  package func position(of candidate: String) throws(StrategyError) -> Int {
    let ids = workshop.candidates.map { $0.id?.value ?? "" }
    guard let position = ids.firstIndex(of: candidate) else { throw .unknown(candidate, among: ids, "candidate") }
    return position
  }

  /// Throws when the choice has already been made.
  package func requireUndecided() throws(StrategyError) {
    guard let chosen = workshop.choice?.candidate?.value else { return }
    throw StrategyError(
      message: "the workshop '\(id)' has already chosen '\(chosen)'",
      help: [
        "A choice is final. Hold a review to replace it: \(run: .openReview("north-star")).",
        "Or hold another workshop: \(run: .newWorkshop).",
      ])
  }

  package func add(_ candidate: NewCandidate, to draft: inout StrategyDraft) throws -> CommitWording {
    try requireUndecided()
    guard !workshop.candidates.contains(where: { $0.id?.value == candidate.id }) else {
      throw StrategyError(
        message: "'\(candidate.id)' is already a candidate",
        help: ["Answer its questions with \(run: .scoreCandidate(workshop: id, candidate: candidate.id))."])
    }
    if hasEmptyList(in: draft) {
      // An empty list is written in brackets, which does not suit an item.
      try draft.edit(path, [.remove([.key("candidates")])])
    }
    try draft.edit(
      path,
      [
        keys(in: draft).contains("candidates")
          ? .append([.key("candidates")], candidate.value)
          : .insert([], .init("candidates", .sequence([candidate.value])), place(in: draft))
      ])
    return CommitWording(
      topic: id, what: "add the candidate \(candidate.id)", advice: candidate.remarks.remedies)
  }

  private func hasEmptyList(in draft: StrategyDraft) -> Bool {
    let document = Document(parsing: draft.text(of: path) ?? [])
    guard let root = document.root,
      let list = document.entries(of: root).first(where: { document.string(of: $0.key) == "candidates" })?.value
    else { return false }
    return document[list].kind == .sequence && Array(document.items(of: list)).isEmpty
  }

  /// The place of a field of the workshop: before the first field that usually follows it.
  private func place(in draft: StrategyDraft) -> Change.Position {
    let present = keys(in: draft)
    return ["choice", "sprint", "meta"].first(where: present.contains).map { .before($0) } ?? .end
  }

  func keys(in draft: StrategyDraft) -> Set<String> {
    let document = Document(parsing: draft.text(of: path) ?? [])
    return document.root.map { root in Set(document.entries(of: root).map { document.string(of: $0.key) }) } ?? []
  }

  package func score(
    _ candidate: String, _ answers: CandidateAnswers, _ evidence: CandidateEvidence?, in draft: inout StrategyDraft
  ) throws -> CommitWording {
    try requireUndecided()
    let position = try position(of: candidate)
    try answers.write(to: &draft, path, candidate: position)
    let changed = try draft.changed().workshop(id).candidates
    return CommitWording(
      topic: id, what: "score \(candidate)",
      advice: changed.indices.contains(position)
        ? (changed[position].verdict + (evidence?.remarks(on: changed[position]) ?? [])).remedies : [])
  }

  /// Marks a task of the sprint.
  ///
  /// - Parameter number: from 1, as `workshop show` prints them.
  package func mark(_ number: Int, done: Bool, in draft: inout StrategyDraft) throws -> CommitWording {
    guard workshop.sprint.indices.contains(number - 1) else {
      let last = workshop.sprint.count
      throw StrategyError(
        .badRequest, message: "the sprint of '\(id)' has no task \(number)",
        help: [last == 0 ? "It has no tasks: add some below 'sprint:'." : "Its tasks are 1 to \(last)."])
    }
    let task = workshop.sprint[number - 1]
    let place: [PathStep] = [.key("sprint"), .index(number - 1)]
    let isDone = task.done?.value ?? false
    if isDone != done {
      let text = done ? "true" : "false"
      try draft.edit(
        path,
        [task.done == nil ? .insert(place, .init("done", .scalar(text)), .end) : .set(place + [.key("done")], text)])
    }
    let rest = workshop.sprint.count { $0.done?.value != true } + (isDone == done ? 0 : done ? -1 : 1)
    return CommitWording(
      topic: id, what: "\(done ? "did" : "open again") task \(number): \(task.task?.value ?? "")",
      advice: [rest == 0 ? "The sprint is done." : "\(rest == 1 ? "1 task is" : "\(rest) tasks are") left."])
  }
}

extension Strategy {
  /// A workshop by its id; throws with similar names.
  package func workshop(_ id: String) throws(StrategyError) -> Workshop {
    guard let workshop = workshops[id] else { throw .unknown(id, among: ids(of: .workshop), "workshop") }
    return workshop
  }
}

extension Candidate {
  /// The candidate's state, in a sentence or two.
  var verdict: [String] {
    let name = id?.value ?? ""
    let open = unanswered(CandidateQuestion.allCases).map(\.short)
    let failed = (failed(CandidateQuestion.filters) + failed(CandidateQuestion.tests)).map(\.short)
    if !failed.isEmpty { return ["'\(name)' fails: \(failed.joined(separator: ", "))."] + flaws }
    return [open.isEmpty ? "'\(name)' passes." : "Not answered yet: \(open.joined(separator: ", "))."] + flaws
  }

  package var flaws: [String] { CandidateFlaws(self).remarks }
}
