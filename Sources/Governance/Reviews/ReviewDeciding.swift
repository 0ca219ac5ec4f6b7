import Decisions
package import Editing
package import Git
import History
package import StrategyModel
import StrategyStore

/// A decision as given on the command line.
package struct DecisionRequest {
  package let review: String
  package let decision: ReviewDecision
  package let because: String
  package var answers: [String] = []
  package var decidedBy: [String] = []
  package var dissent: [String] = []
  package var next: String?
  /// A revision, or `now` for the branch's tip.
  package var judged: String?
  package var replacement: String?
  package var overlapUntil: String?
  package var mapping: [String] = []

  package init(
    review: String, decision: ReviewDecision, because: String, answers: [String] = [], decidedBy: [String] = [],
    dissent: [String] = [], next: String? = nil, judged: String? = nil, replacement: String? = nil,
    overlapUntil: String? = nil, mapping: [String] = []
  ) {
    (
      self.review, self.decision, self.because, self.answers, self.decidedBy, self.dissent, self.next, self.judged,
      self.replacement, self.overlapUntil, self.mapping
    ) = (review, decision, because, answers, decidedBy, dissent, next, judged, replacement, overlapUntil, mapping)
  }
}

/// Records a decision: the review's file and the consequences, in one commit.
package struct ReviewDeciding {
  package let request: DecisionRequest
  package let repository: Repository
  /// Whether others must still approve it before it counts.
  package let isProposal: Bool

  package init(request: DecisionRequest, repository: Repository, isProposal: Bool) {
    (self.request, self.repository, self.isProposal) = (request, repository, isProposal)
  }

  package func apply(to draft: inout StrategyDraft) throws -> CommitWording {
    let strategy = draft.strategy
    let review = try openReview(in: strategy)
    guard let subject = ReviewSubject(review, in: strategy) else {
      throw StrategyError(message: "the strategy no longer has '\(review.subjectName ?? "")'")
    }
    try requirePossible(subject, strategy)
    let snapshot = try snapshot(at: draft.tip, strategy)
    let judged = try judgedCommit(review, subject, snapshot, draft)
    let deciders = try Deciders(request.decidedBy, on: subject, snapshot, draft, repository)
    try deciders.requireEntitled(isProposal: isProposal, snapshot)
    let dissent = try request.dissent.map { text throws(StrategyError) in try DissentingVoice(text, in: strategy) }
    let next = try nextReview(subject, strategy, draft.today)
    let change = try replacement(of: subject, draft)
    var sheet = DecisionRecord(
      request.decision, request.because, deciders.people, on: draft.today, judged: judged.description)
    (sheet.answers, sheet.dissent, sheet.next, sheet.change) = (request.answers, dissent, next, change)
    let path = draft.innerPath(strategy.path(of: review.file))
    try sheet.write(to: &draft, path, review)
    try change?.apply(to: &draft)
    try ConsequencesOfBelief(subject, request.decision, next).apply(to: &draft)
    return wording(review, subject, deciders.people, dissent, judged, MeaningDigest(subject.judged(in: snapshot)), next)
  }

  private func openReview(in strategy: Strategy) throws(StrategyError) -> Review {
    guard let review = strategy.reviews[request.review] else {
      throw .unknown(request.review, among: Set(strategy.reviews.all.compactMap { $0.id?.value }), "review")
    }
    guard let decision = review.decision else { return review }
    throw StrategyError(
      message: "'\(request.review)' was already decided: \(decision.value.rawValue)",
      help: ["A decision is final. Open another review: \(run: .openReview(review.subjectName))."])
  }

  /// What the kind of subject allows.
  private func requirePossible(_ subject: ReviewSubject, _ strategy: Strategy) throws(StrategyError) {
    switch (subject, request.decision) {
    case (.northStar, .retire):
      throw StrategyError(
        message: "a strategy needs a North Star",
        help: ["Decide 'replace' with \(give: .with), or 'defer' with \(give: .next) until there is another."])
    case (.cycle, .replace), (.belief, .replace):
      throw StrategyError(
        .badRequest, message: "only a metric can be replaced, not \(subject.name)",
        help: ["Decide 'refine' or 'retire'."])
    case (_, .replace) where request.replacement == nil:
      throw StrategyError(
        .badRequest, message: "'replace' needs the metric that replaces it", help: ["Give \(give: .with)."])
    default: return
    }
  }

  private func snapshot(at commit: Commit, _ strategy: Strategy) throws -> Snapshot {
    try LoadedMeaning(.revision(commit, in: repository, label: commit.id.short), in: strategy.folder).snapshot
  }

  /// The commit whose meaning was judged; the meaning must not have changed since.
  private func judgedCommit(
    _ review: Review, _ subject: ReviewSubject, _ now: Snapshot, _ draft: StrategyDraft
  ) throws -> ObjectID {
    let named = request.judged ?? review.judged?.value ?? "now"
    guard named != "now" else { return draft.tip.id }
    let commit = try repository.resolve(named)
    let changes = subject.changes(from: try snapshot(at: commit, draft.strategy), to: now)
    guard !changes.isEmpty else { return commit.id }
    throw StrategyError(
      .refused, message: "\(subject.name) has changed since the judged commit \(commit.id.short)",
      help: changes.flatMap { ChangeReport.text($0) }.map { Remedy($0) } + [
        "Review its current state, then decide with \(give: .judged, "now")."
      ])
  }

  private func nextReview(_ subject: ReviewSubject, _ strategy: Strategy, _ today: Day) throws(StrategyError) -> Day? {
    guard let text = request.next else {
      let isBelief = if case .belief = subject { request.decision != .retire } else { false }
      guard request.decision != .defer, !isBelief else {
        throw StrategyError(
          .badRequest, message: "it needs the day of the next review", help: ["Give \(give: .next)."])
      }
      return subject.nextReview(after: request.decision, on: today, in: strategy)
    }
    return try Day(argument: text, after: today)
  }

  private func replacement(of subject: ReviewSubject, _ draft: StrategyDraft) throws -> MetricSwitch? {
    guard request.decision == .replace, let new = request.replacement else { return nil }
    return try MetricSwitch(
      of: subject, by: new, until: request.overlapUntil, mapping: request.mapping, in: draft.strategy, on: draft.today)
  }

  private func wording(
    _ review: Review, _ subject: ReviewSubject, _ deciders: [String], _ dissent: [DissentingVoice], _ judged: ObjectID,
    _ digest: MeaningDigest, _ next: Day?
  ) -> CommitWording {
    var trailers = [
      (DecisionTrailer.review, request.review), (DecisionTrailer.decision, request.decision.rawValue),
      (DecisionTrailer.subject, subject.name),
    ]
    trailers += deciders.map { (DecisionTrailer.decidedBy, $0) }
    trailers += dissent.map { (DecisionTrailer.dissent, "\($0.person): \($0.because)") }
    trailers += [(DecisionTrailer.judged, judged.description), (DecisionTrailer.digest, digest.description)]
    if let next { trailers.append((DecisionTrailer.nextReview, next.description)) }
    return CommitWording(
      topic: nil, what: subject.line(for: request.decision, replacement: request.replacement, next: next),
      reasons: [request.because], trailers: trailers)
  }
}
