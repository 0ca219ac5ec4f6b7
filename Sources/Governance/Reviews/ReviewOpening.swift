package import Decisions
package import Editing
import Git
import StrategyModel
import StrategyStore

/// Opens a review: a record with the questions to answer and decide.
package struct ReviewOpening {
  /// The subject as typed.
  package let subject: String
  package let id: String?
  /// What history and readings say about the subject at the draft's tip.
  let evidence: (ReviewSubject, StrategyDraft) throws -> [(what: String, says: String)]

  package init(
    subject: String, id: String?,
    evidence: @escaping (ReviewSubject, StrategyDraft) throws -> [(what: String, says: String)]
  ) {
    (self.subject, self.id, self.evidence) = (subject, id, evidence)
  }

  package func apply(to draft: inout StrategyDraft) throws -> CommitWording {
    let strategy = draft.strategy
    let subject = try ReviewSubject.named(subject, in: strategy)
    try requireNoneOpen(of: subject, in: strategy)
    let id = try name(for: subject, in: draft)
    let last = subject.lastReview(in: strategy)
    let findings = try evidence(subject, draft)
    let sheet = ReviewTemplate(
      id: id, subject: subject, day: draft.today, judged: draft.tip.id.description, last: last,
      evidence: findings.filter { !$0.says.isEmpty })
    draft.write(Array(sheet.text.utf8), to: "reviews/\(id).yaml")
    return CommitWording(topic: "review", what: "open \(id)", reasons: ["Judges \(subject.name)."])
  }

  private func requireNoneOpen(of subject: ReviewSubject, in strategy: Strategy) throws(StrategyError) {
    let open = strategy.reviews.all.first { $0.decision == nil && $0.subjectName == subject.name }
    guard let open, let id = open.id?.value else { return }
    throw StrategyError(
      message: "the review '\(id)' of \(subject.name) is already open",
      help: ["Answer it, then decide with \(run: .decideReview(id, replacement: nil))."])
  }

  /// The year and the subject; with the month, then the day, if the name is taken.
  private func name(for subject: ReviewSubject, in draft: StrategyDraft) throws(StrategyError) -> String {
    if let id {
      try Identifier.require(id, "a review")
      try draft.requireFree("reviews/\(id).yaml")
      return id
    }
    let day = draft.today.description
    // A cycle's name already begins with its year.
    let dates = [day.prefix(4), day.prefix(7), day[...]].map(String.init)
    let names = dates.map { subject.stem.hasPrefix($0) ? subject.stem : "\($0)-\(subject.stem)" }
    for name in names where Identifier.isValid(name) && !draft.strategy.reviews.contains(name) {
      if (try? draft.requireFree("reviews/\(name).yaml")) != nil { return name }
    }
    throw StrategyError(
      message: "every id for a review of \(subject.name) today is taken", help: ["Give \(give: .id)."])
  }
}

extension ReviewSubject {
  /// The named subject, or an error with similar names.
  static func named(_ name: String, in strategy: Strategy) throws(StrategyError) -> ReviewSubject {
    guard let subject = ReviewSubject(name, in: strategy) else {
      throw .unknown(name, among: Set(ReviewSubject.names(in: strategy)), "metric, cycle or belief")
    }
    return subject
  }
}
