import Diagnostics
import Git
import History
import StrategyModel

/// The commit that shows something, and the decision that it carries.
struct Proof {
  let id: ObjectID
  let day: Day
  let author: String
  let subject: String
  /// `replace (review 2025-north-star)`; `nil` when the commit names none.
  let decision: String?
  /// The handles that the decision names.
  let decidedBy: [String]

  init(_ ordinal: Int, on line: CommitLine) throws {
    let commit = try line.commit(ordinal)
    let trailers = Trailers(commit.message)
    id = commit.id
    day = line.day(ordinal)
    author = commit.author.name
    subject = commit.subject
    decidedBy = trailers[ProposalWord.person]
    let records =
      trailers[ReviewWord.review].map { "review \($0)" }
      + trailers[ProposalWord.proposal].map { "proposal \($0)" }
    let word = trailers[ProposalWord.decision].first
    decision =
      word.map { records.isEmpty ? $0 : "\($0) (\(records.joined(separator: ", ")))" }
      ?? (records.isEmpty ? nil : records.joined(separator: ", "))
  }

  var json: JSONValue {
    [
      "commit": .string(id.description), "recorded": .string(day.description), "author": .string(author),
      "subject": .string(subject), "decision": .orNull(decision),
      "decidedBy": .array(decidedBy.map(JSONValue.string)),
    ]
  }

  /// `4f0c2d1 of 2026-03-02, "Hand over activation"`
  var text: String { "\(id.short) of \(day), \"\(subject.visible)\"" }

  /// `4f0c2d1  2026-03-02  Ada Okafor  Hand over activation`
  var headline: String { "\(id.short)  \(day)  \(author.visible)  \(subject.visible)" }
}

extension Trailers {
  /// Whether the commit names a decision, or the record of one.
  var nameDecision: Bool {
    [ProposalWord.decision, ReviewWord.review, ProposalWord.proposal].contains { !self[$0].isEmpty }
  }
}
