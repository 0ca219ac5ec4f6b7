import Diagnostics
import Git
package import History
package import Presentation
import StrategyModel
package import StrategyStore

/// The present and former owners of a lever.
package struct WhoAnswer {
  package let timeline: OwnershipTimeline
  package let ownership: OwnershipHistory
  package let asked: AskedDay
  package let showsAll: Bool
  package let line: MainlineCommits
  /// The limits of the history.
  package let limits: [String]

  package init(
    timeline: OwnershipTimeline, ownership: OwnershipHistory, asked: AskedDay, showsAll: Bool, line: MainlineCommits,
    limits: [String]
  ) {
    (self.timeline, self.ownership, self.asked, self.showsAll, self.line, self.limits) = (
      timeline, ownership, asked, showsAll, line, limits
    )
  }

  private var day: Day { asked.day }

  /// Without a day in the question, the file's owner counts, even if the first day is in the future.
  private var tenure: Tenure? { asked.isOfTheFact ? timeline.tenure(on: day) : timeline.records.last }

  private var doubts: [OwnershipDoubt] { ownership.doubts(about: timeline.lever, on: day) }

  package func text() throws -> String {
    let subject = "\(timeline.lever)\(asked.isNamed ? " on \(day)" : "")"
    var lines: [String] = []
    if let tenure, tenure.isOwned {
      let proof = try RecordingCommit(tenure.ordinal, on: line)
      lines.append("\(subject): \(tenure.owner), \(span(tenure))")
      lines.append("  recorded  \(proof.text), by \(proof.author.visible)")
      if let decision = proof.decision { lines.append("  decision  \(decision.visible)") }
    } else {
      lines.append("\(subject): nobody\(try reason())")
    }
    lines += doubts.map { "  note      \($0.sentence)" }
    if showsAll {
      lines += try [""] + timeline.tenures.reversed().map(row)
      lines += replaced.map { "  note      \($0)" }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Since when, and who until then if that is in the future.
  private func span(_ tenure: Tenure) -> String {
    guard tenure.from > day else { return "since \(tenure.from) (\(counted(tenure.days(until: day), "day")))" }
    return "from \(tenure.from) on; until then \(timeline.tenure(on: day)?.owner ?? "nobody")"
  }

  private func reason() throws -> String {
    guard let last = tenure ?? timeline.tenures.first else { return "" }
    if tenure == nil { return ": the record begins with \(last.from)" }
    let proof = try RecordingCommit(last.ordinal, on: line)
    return last.isInUse ? ": it has had no owner since \(proof.text)" : ": it has not been in use since \(proof.text)"
  }

  private func row(_ tenure: Tenure) throws -> String {
    let proof = try RecordingCommit(tenure.ordinal, on: line)
    let span = tenure.to.map { "\(tenure.from) – \($0)" } ?? "since \(tenure.from)       "
    let left = ownership.leaving(in: tenure, upTo: day).map { "  \($0.words)" } ?? ""
    return "  \(span)  \(tenure.owner.padded(28))  \(proof.id.short)\(proof.decision.map { "  \($0)" } ?? "")\(left)"
  }

  /// Records of owners that a later record declares never true.
  private var replaced: [String] {
    timeline.records.filter { $0.isOverridden && $0.isOwned }.map { record in
      "\(line.id(record.ordinal).short) gave it to \(record.holder) from \(record.from) on; a later record replaced that"
    }
  }

  /// The owner on the day, or all owners.
  package var listing: Listing {
    let rows = (showsAll ? timeline.tenures : [tenure].compactMap(\.self)).filter(\.isOwned)
    return Listing(["lever", "team", "person", "from", "to", "days", "commit", "note"], rows) { tenure in
      [
        .text(tenure.lever), .text(tenure.team), .text(tenure.person), .text(tenure.from.description),
        .text(tenure.to?.description), .count(tenure.days(upTo: day)),
        .commit(line.id(tenure.ordinal).description), .text(ownership.leaving(in: tenure, upTo: day)?.words),
      ]
    }
  }

  package func json() throws -> JSONValue {
    let notes = limits + doubts.map(\.sentence) + (showsAll ? replaced : [])
    var object: [String: JSONValue] = [
      "formatVersion": "1.0", "lever": .string(timeline.lever), "day": .string(day.description),
      "owner": try tenure.flatMap { tenure in
        tenure.isOwned ? try tenure.json(on: line, today: day, days: tenure.days(until: day)) : nil
      } ?? .null,
      "notes": .array(notes.map(JSONValue.string)),
    ]
    if showsAll { object["history"] = .array(try timeline.tenures.map { try $0.json(on: line, today: day) }) }
    return .object(object)
  }
}

extension Tenure {
  /// `team onboarding (ada)`
  var owner: String {
    guard isOwned else { return isInUse ? "nobody" : "not in use" }
    return [team.map { "team \($0)" }, person.map { team == nil ? $0 : "(\($0))" }].compactMap(\.self)
      .joined(separator: " ")
  }

  /// - Parameter days: where they are not counted up to `today`.
  func json(on line: MainlineCommits, today: Day, days: Int? = nil) throws -> JSONValue {
    guard case .object(var object) = try RecordingCommit(ordinal, on: line).json else { return .null }
    object["lever"] = .string(lever)
    object["team"] = .orNull(team)
    object["person"] = .orNull(person)
    object["from"] = .string(from.description)
    object["to"] = .orNull(to?.description)
    object["days"] = .number(Double(days ?? self.days(upTo: today)))
    return .object(object)
  }
}
