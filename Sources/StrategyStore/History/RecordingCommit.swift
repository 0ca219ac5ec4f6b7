import Decisions
package import Git
package import History
package import Presentation
package import StrategyModel

/// The commit that proves something, and the decision that it carries.
package struct RecordingCommit {
  package let id: ObjectID
  package let day: Day
  package let author: String
  let subject: String
  /// `replaced (review 2025-north-star)`; `nil` when the commit names no decision.
  package let decision: String?
  /// The handles that the decision names.
  let decidedBy: [String]
  /// The paragraphs between subject and trailers.
  private let paragraphs: [String]

  package init(_ ordinal: Int, on line: MainlineCommits) throws {
    let commit = try line.commit(ordinal)
    let trailers = Trailers(commit.message)
    id = commit.id
    day = line.day(ordinal)
    author = commit.author.name
    subject = commit.subject
    decidedBy = trailers[DecisionTrailer.decidedBy]
    paragraphs = RecordingCommit.paragraphs(commit.message, without: trailers)
    let records =
      trailers[DecisionTrailer.review].map { "review \($0)" }
      + trailers[DecisionTrailer.proposal].map { "proposal \($0)" }
    let word = trailers[DecisionTrailer.decision].first.map { DecisionTrailer.outcomes[$0] ?? $0 }
    decision =
      word.map { records.isEmpty ? $0 : "\($0) (\(records.joined(separator: ", ")))" }
      ?? (records.isEmpty ? nil : records.joined(separator: ", "))
  }

  /// Why a commitment was changed, on one line, as far as the commit says so: its body, else its subject. Text that
  /// northstar itself writes there about a change is not a reason.
  package func reason(of change: GoalpostChange) -> String? {
    let topic = "\(change.formerOKRs): "
    let cycle = String(change.formerOKRs.prefix { $0 != "/" })
    let given = paragraphs.filter { paragraph in
      !paragraph.hasPrefix(topic) && !paragraph.hasPrefix(subject.withoutEllipsis)
        && paragraph != LateObjective.remark(in: cycle)
    }
    if !given.isEmpty { return given.joined(separator: " ") }
    let isOurs = subject.hasPrefix(topic) || paragraphs.contains { $0.hasPrefix(topic) }
    return isOurs || subject.isEmpty ? nil : subject
  }

  /// Why a metric's readings were changed, on one line, as far as the commit says so: its body, else its subject. What
  /// northstar itself writes there about readings is not a reason.
  package func reason(ofReadings metric: String) -> String? {
    let ours = ["\(metric): ", "readings: ", "Left out", "And ", "Not read: ", "Read as "]
    let given = paragraphs.filter { paragraph in
      !ours.contains { paragraph.hasPrefix($0) } && !paragraph.contains(" and is now ")
        && !paragraph.hasSuffix(" more corrections.") && !paragraph.hasPrefix(subject.withoutEllipsis)
    }
    if !given.isEmpty { return given.joined(separator: " ") }
    return subject.isEmpty || ours.prefix(2).contains { subject.hasPrefix($0) } ? nil : subject
  }

  private static func paragraphs(_ message: String, without trailers: Trailers) -> [String] {
    var blocks: [String] = []
    var isOpen = false
    for line in message.split(separator: "\n", omittingEmptySubsequences: false).dropFirst() {
      let words = line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      if words.isEmpty {
        isOpen = false
      } else if isOpen, let last = blocks.popLast() {
        blocks.append("\(last) \(words)")
      } else {
        blocks.append(words)
        isOpen = true
      }
    }
    if !trailers.all.isEmpty, !blocks.isEmpty { blocks.removeLast() }
    return blocks
  }

  package var json: JSONValue {
    [
      "commit": .string(id.description), "recorded": .string(day.description), "author": .string(author),
      "subject": .string(subject), "decision": .orNull(decision),
      "decidedBy": .array(decidedBy.map(JSONValue.string)),
    ]
  }

  /// `4f0c2d1 of 2026-03-02, "Hand over activation"`
  package var text: String { "\(id.short) of \(day), \"\(subject.visible)\"" }

  /// `4f0c2d1  2026-03-02  Ada Okafor  Hand over activation`
  package var headline: String { "\(id.short)  \(day)  \(author.visible)  \(subject.visible)" }
}

extension Trailers {
  /// Whether the commit names a decision, or the record of one.
  package var nameDecision: Bool {
    [DecisionTrailer.decision, DecisionTrailer.review, DecisionTrailer.proposal].contains { !self[$0].isEmpty }
  }
}

extension String {
  /// A line that was cut, without the ellipsis.
  fileprivate var withoutEllipsis: Substring { hasSuffix("…") ? dropLast() : self[...] }
}
