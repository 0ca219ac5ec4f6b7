import Editing
import Numbers
import Presentation
import StrategyStore

/// Asks a person for everything that a cycle needs before it can be closed.
struct CloseQuestions {
  let console: Console

  /// Throws at the end of the input: nothing is written then.
  func complete(_ answers: CloseAnswers, for scores: CycleScores) throws(StrategyError) -> CloseAnswers {
    var answers = answers
    console.note("Enter takes the score in brackets, Ctrl-D stops and writes nothing.")
    // A given score may need a reason, so the gaps are computed again.
    while let gap = scores.gaps(with: answers).first { try fill(gap, &answers) }
    return answers
  }

  private func fill(_ gap: CloseGap, _ answers: inout CloseAnswers) throws(StrategyError) {
    switch gap.what {
    case .score(let computed):
      console.note("")
      console.note("\(gap.name): \(gap.title.visible)")
      answers.set(CloseAnswers.Grade(score: try score(computed)), for: gap.name)
    case .scoreReason(let score, let expected):
      let why = expected.map { "which is not \($0.short)" } ?? "and it was committed"
      let reason = try words("  why \(score.plain), \(why)? ")
      answers.set(CloseAnswers.Grade(score: score, reason: reason), for: gap.name)
    case .outcome, .outcomeReason:
      console.note("")
      console.note("\(gap.name): \(gap.title.visible)")
      let decision = try ask("  keep, modify or abandon? ") { text throws(StrategyError) in
        try CloseAnswers.decision(text.lowercased())
      }
      answers.set(CloseAnswers.Fate(decision: decision, reason: try words("  why? ")), for: gap.name)
    case .retrospective:
      console.note("")
      answers.set(retrospective: try words("What has \(gap.name) learned? "), for: gap.name)
    }
  }

  private func score(_ computed: ScorePair) throws(StrategyError) -> Double {
    guard let amended = try? computed.amended.get() else {
      return try ask("  score, 0 to 1: ") { text throws(StrategyError) in try CloseAnswers.score(text) }
    }
    let suggestion = ScoreBand.rounded(amended)
    let committed = (try? computed.committed.get())?.short ?? "unknown"
    console.note("  \(amended.short) as amended, \(committed) as committed")
    return try ask("  score [\(suggestion.plain)]: ", or: suggestion) { text throws(StrategyError) in
      try CloseAnswers.score(text)
    }
  }

  private func words(_ question: String) throws(StrategyError) -> String {
    try ask(question) { text throws(StrategyError) in text }
  }

  /// Asks until the answer can be read.
  private func ask<Value>(
    _ question: String, or standard: Value? = nil, _ read: (String) throws(StrategyError) -> Value
  ) throws(StrategyError) -> Value {
    while true {
      let text = try console.answer(to: question)
      if text.isEmpty {
        if let standard { return standard }
        continue
      }
      do { return try read(text) } catch { console.note("  \(error.message)") }
    }
  }
}
