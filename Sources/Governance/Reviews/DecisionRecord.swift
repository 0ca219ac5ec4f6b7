import Editing
import Presentation
import StrategyModel
import StrategyStore
import StrictYAML

/// A decision as a review's file records it.
struct DecisionRecord {
  let decision: ReviewDecision
  let because: String
  let deciders: [String]
  let day: Day
  let judged: String
  /// `question=answer`; a question by its number, its beginning or in full.
  var answers: [String] = []
  var dissent: [DissentingVoice] = []
  var next: Day?
  var change: MetricSwitch?

  init(_ decision: ReviewDecision, _ because: String, _ deciders: [String], on day: Day, judged: String) {
    (self.decision, self.because, self.deciders, self.day, self.judged) = (decision, because, deciders, day, judged)
  }

  /// Writes it into the file and leaves everything else unchanged.
  func write(to draft: inout StrategyDraft, _ path: String, _ review: Review) throws(StrategyError) {
    for answer in answers { try draft.edit(path, [change(for: answer, review)]) }
    if review.heldOn != nil, review.heldOn?.value != day {
      try draft.edit(path, [.set([.key("held_on")], day.description)])
    }
    if review.judged != nil, review.judged?.value != judged {
      try draft.edit(path, [.set([.key("judged")], judged)])
    }
    let keys = Self.keys(of: Document(parsing: draft.text(of: path) ?? []))
    for entry in entries {
      if !keys.contains(entry.key) || !["held_on", "judged"].contains(entry.key) {
        let stale: [Change] = keys.contains(entry.key) ? [.remove([.key(entry.key)])] : []
        try draft.edit(path, stale + [.insert([], entry, .end)])
      }
    }
  }

  private var entries: [YAMLValue.Entry] {
    var entries: [YAMLValue.Entry] = [
      .init("held_on", .scalar(day.description)), .init("judged", .scalar(judged)),
      .init("decision", .scalar(decision.rawValue)), .init("because", .scalar(because, .folded)),
      .init("decided_by", .sequence(deciders.map(YAMLValue.scalar), .flow)),
    ]
    if !dissent.isEmpty { entries.append(.init("dissent", .sequence(dissent.map(\.value)))) }
    entries += change?.entries ?? []
    if let next { entries.append(.init("next_review", .scalar(next.description))) }
    return entries
  }

  private func change(for answer: String, _ review: Review) throws(StrategyError) -> Change {
    let parts = answer.split(separator: "=", maxSplits: 1).map { $0.trimmed }
    guard parts.count == 2, !parts[1].isEmpty else {
      throw StrategyError(
        .badRequest, message: "'\(answer.visible)' is not an answer (expected '3=Yes, by two months')")
    }
    let questions = review.questions.map { $0.question?.value ?? "" }
    let fitting = questions.indices.filter { position in
      String(position + 1) == parts[0] || questions[position].lowercased().hasPrefix(parts[0].lowercased())
    }
    guard fitting.count == 1, let position = fitting.first else {
      let list = questions.enumerated().map { "\($0.offset + 1)  \($0.element.visible)" }
      throw StrategyError(
        .badRequest,
        message: "'\(parts[0].visible)' matches \(fitting.isEmpty ? "none" : "several") of the review's questions",
        help: list.remedies)
    }
    let place: [PathStep] = [.key("questions"), .index(position)]
    return review.questions[position].answer == nil
      ? .insert(place, YAMLValue.Entry("answer", .scalar(parts[1])), .end)
      : .set(place + [.key("answer")], parts[1])
  }

  private static func keys(of document: Document) -> Set<String> {
    document.root.map { root in Set(document.entries(of: root).map { document.string(of: $0.key) }) } ?? []
  }
}
