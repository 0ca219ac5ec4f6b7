import Presentation
package import StrategyModel
package import StrategyStore

/// The teams' answers when a cycle closes, by `team/key-result`, `team/objective` and `team`.
package struct CloseAnswers {
  package struct Grade {
    /// 0…1.
    package let score: Double
    package var reason: String?

    package init(score: Double, reason: String? = nil) {
      (self.score, self.reason) = (score, reason)
    }
  }

  package struct Fate {
    package let decision: CloseDecision
    package var reason: String?

    package init(decision: CloseDecision, reason: String? = nil) {
      (self.decision, self.reason) = (decision, reason)
    }
  }

  package private(set) var scores: [String: Grade] = [:]
  package private(set) var outcomes: [String: Fate] = [:]
  package private(set) var retrospectives: [String: String] = [:]

  package init(scores: [String: Grade] = [:], outcomes: [String: Fate] = [:], retrospectives: [String: String] = [:]) {
    (self.scores, self.outcomes, self.retrospectives) = (scores, outcomes, retrospectives)
  }

  /// - Parameter text: `onboarding/completion=0.7: The tour came late`
  package mutating func add(score text: String) throws(StrategyError) {
    let (name, value, reason) = try CloseAnswers.parts(text, like: "onboarding/completion=0.7: Why")
    scores[name] = Grade(score: try CloseAnswers.score(value), reason: reason)
  }

  /// - Parameter text: `onboarding/first-meeting=keep: Half way there`
  package mutating func add(outcome text: String) throws(StrategyError) {
    let (name, value, reason) = try CloseAnswers.parts(text, like: "onboarding/first-meeting=keep: Why")
    outcomes[name] = Fate(decision: try CloseAnswers.decision(value), reason: reason)
  }

  /// - Parameter text: `onboarding=What the team learned`
  package mutating func add(retrospective text: String) throws(StrategyError) {
    let parts = text.split(separator: "=", maxSplits: 1).map { $0.trimmed }
    guard parts.count == 2, !parts[1].isEmpty else {
      throw StrategyError(
        .badRequest, message: "'\(text.visible)' is not a retrospective (expected 'onboarding=We learned …')")
    }
    retrospectives[parts[0]] = parts[1]
  }

  /// Reads the lines of a sheet as `--sheet` prints it; lines without an answer are skipped.
  package mutating func add(sheet: String) throws(StrategyError) {
    for line in sheet.split(whereSeparator: \.isNewline) {
      let words = line.trimmed.split(separator: " ", maxSplits: 1).map { $0.trimmed }
      guard let first = words.first, !first.hasPrefix("#") else { continue }
      let rest = words.count == 2 ? words[1] : ""
      if rest.hasSuffix("=") { continue }
      switch first {
      case "score": try add(score: rest)
      case "outcome": try add(outcome: rest)
      case "retrospective": try add(retrospective: rest)
      default:
        throw StrategyError(
          .badRequest, message: "'\(line.trimmed.visible)' is not a line of a sheet",
          help: ["Begin the line with 'score', 'outcome', 'retrospective' or '#'."])
      }
    }
  }

  package mutating func set(_ grade: Grade, for name: String) { scores[name] = grade }
  package mutating func set(_ fate: Fate, for name: String) { outcomes[name] = fate }
  package mutating func set(retrospective: String, for team: String) { retrospectives[team] = retrospective }

  /// 0…1, with a point.
  package static func score(_ text: String) throws(StrategyError) -> Double {
    let score = try TypedNumber.value(text, of: nil)
    guard (0...1).contains(score) else {
      throw StrategyError(.badRequest, message: "'\(text.visible)' is not a score from 0 to 1")
    }
    return score
  }

  package static func decision(_ text: String) throws(StrategyError) -> CloseDecision {
    guard let decision = CloseDecision(rawValue: text) else {
      throw StrategyError(
        .badRequest, message: "'\(text.visible)' is not an outcome", help: ["Write keep, modify or abandon."])
    }
    return decision
  }

  private static func parts(
    _ text: String, like example: String
  ) throws(StrategyError) -> (name: String, value: String, reason: String?) {
    let parts = text.split(separator: "=", maxSplits: 1).map { $0.trimmed }
    guard parts.count == 2 else {
      throw StrategyError(.badRequest, message: "'\(text.visible)' is not an answer (expected one like '\(example)')")
    }
    let words = parts[1].split(separator: ":", maxSplits: 1).map { $0.trimmed }
    let reason = words.count == 2 && !words[1].isEmpty ? words[1] : nil
    return (parts[0], words.first ?? "", reason)
  }
}
