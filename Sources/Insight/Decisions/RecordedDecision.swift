import Decisions
package import Git
package import History
package import Presentation
package import StrategyModel
package import StrategyStore

/// A decision that landed: a review's, or how a proposal ended.
package struct RecordedDecision {
  /// Somebody who disagreed.
  package struct Dissent {
    package let person: String
    /// `nil` when no reason was given.
    let because: String?
  }

  package let day: Day
  /// `review/2026-north-star`, `proposal/count-long-meetings`; `nil` for a commit without a record.
  package let record: EntityKey?
  /// What it was about.
  package let subjects: [String]
  /// In the past tense: `kept`, `replaced`, `landed`, `rejected`, …
  package let outcome: String
  package let decidedBy: [String]
  package let dissent: [Dissent]
  package let because: String?
  let next: String?
  package let commit: ObjectID

  /// Everybody who took part in it.
  package var people: Set<String> { Set(decidedBy + dissent.map(\.person)) }
}

extension RecordedDecision {
  /// All outcomes.
  package static let outcomes =
    (ReviewDecision.allCases.map(\.rawValue) + [DecisionTrailer.choose, "land", "reject", "withdraw", "start", "close"])
    .map { DecisionTrailer.outcomes[$0] ?? $0 }

  /// All decisions of a history, the newest first.
  package static func all(in read: StrategyHistory) throws -> [RecordedDecision] {
    var found: [(landing: Int, decision: RecordedDecision)] = try read.events.compactMap { event in
      try RecordedDecision(event, on: read.line).map { (read.line.landing(event.ordinal), $0) }
    }
    let known = Set(found.map(\.decision.commit))
    for ordinal in 0..<read.line.count where !known.contains(read.line.id(ordinal)) {
      if let decision = try RecordedDecision(commit: ordinal, on: read.line) { found.append((ordinal, decision)) }
    }
    return found.enumerated().sorted { a, b in
      (a.element.landing, a.offset) > (b.element.landing, b.offset)
    }.map(\.element.decision)
  }

  /// `nil` for an event that decides nothing.
  private init?(_ event: HistoryEvent, on line: MainlineCommits) throws {
    guard let new = event.change.new else { return nil }
    switch event.change.key.kind {
    case .review:
      guard event.change.fields.contains(where: { $0.path == "decision" }), let word = new["decision"] else {
        return nil
      }
      outcome = DecisionTrailer.outcomes[word] ?? word
      subjects = [new["subject"].map { subject in new["influence_on"].map { "\(subject)->\($0)" } ?? subject } ?? ""]
      decidedBy = new.list("decided_by")
    case .proposal:
      guard event.change.fields.contains(where: { $0.path == "state" }), let state = new["state"], state != "open"
      else { return nil }
      outcome = state
      subjects = new.list("touches")
      let approvers = new.list("approved_by")
      decidedBy =
        try approvers.isEmpty ? Trailers(line.commit(event.ordinal).message)[DecisionTrailer.decidedBy] : approvers
    default: return nil
    }
    (day, commit, record) = (line.day(event.ordinal), line.id(event.ordinal), event.change.key)
    dissent = new.items("dissent").map { Dissent(person: $0, because: new["dissent[\($0)].because"]) }
    (because, next) = (new["because"], new["next_review"])
  }

  /// `nil` for a commit without the trailers of a decision.
  private init?(commit ordinal: Int, on line: MainlineCommits) throws {
    let commit = try line.commit(ordinal)
    guard commit.message.contains(DecisionTrailer.decision) else { return nil }
    let trailers = Trailers(commit.message)
    guard let word = trailers[DecisionTrailer.decision].first else { return nil }
    outcome = DecisionTrailer.outcomes[word] ?? word
    subjects = trailers[DecisionTrailer.subject]
    decidedBy = trailers[DecisionTrailer.decidedBy]
    dissent = trailers[DecisionTrailer.dissent].map(Dissent.init)
    record =
      trailers[DecisionTrailer.review].first.map { EntityKey(.review, $0) }
      ?? trailers[DecisionTrailer.proposal].first.map { EntityKey(.proposal, $0) }
      ?? trailers[DecisionTrailer.workshop].first.map { EntityKey(.workshop, $0) }
    (because, next) = (commit.subject, trailers[DecisionTrailer.nextReview].first)
    (day, self.commit) = (line.day(ordinal), commit.id)
  }
}

extension RecordedDecision.Dissent {
  /// A trailer's value: `omar: It is noise`.
  fileprivate init(_ text: String) {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let reason = parts.count == 2 ? parts[1].drop { $0 == " " } : ""
    self.init(person: String(parts[0]), because: reason.isEmpty ? nil : String(reason))
  }

  fileprivate var json: JSONValue { ["person": .string(person), "because": .orNull(because)] }
}

extension RecordedDecision {
  package var json: JSONValue {
    [
      "day": .string(day.description), "record": .orNull(record?.description),
      "subjects": .array(subjects.map(JSONValue.string)), "outcome": .string(outcome),
      "decidedBy": .array(decidedBy.map(JSONValue.string)), "dissent": .array(dissent.map(\.json)),
      "because": .orNull(because), "nextReview": .orNull(next), "commit": .string(commit.description),
    ]
  }
}
