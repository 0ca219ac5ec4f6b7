import StrategyStore

/// Asks a person one question after the other; Enter alone leaves a question open.
struct Interview {
  let console: Console

  func say(_ text: String) { console.note(text) }

  /// `nil` when the person has nothing to say. Throws at the end of the input: nothing is written then.
  func ask(_ question: String, suggesting suggestion: String? = nil) throws(StrategyError) -> String? {
    let words = try console.answer(to: "\(question)\(suggestion.map { " [\($0)]" } ?? "") ")
    return words.isEmpty ? suggestion : words
  }

  /// Answers one after the other, until one is empty or there are enough.
  func askAgain(upTo count: Int, _ question: (_ number: Int) -> String) throws(StrategyError) -> [String] {
    var answers: [String] = []
    while answers.count < count, let answer = try ask(question(answers.count + 1)) { answers.append(answer) }
    return answers
  }

  /// Asks until the answer is valid.
  func ask<Answer>(
    _ question: String, suggesting suggestion: String? = nil, accepting read: (String) -> Answer?, or help: String
  ) throws(StrategyError) -> Answer? {
    while let words = try ask(question, suggesting: suggestion) {
      if let answer = read(words) { return answer }
      say(help)
    }
    return nil
  }

  func askYesOrNo(_ question: String) throws(StrategyError) -> Bool? {
    let words = ["y": true, "yes": true, "true": true, "n": false, "no": false, "false": false]
    return try ask("\(question) (y/n)", accepting: { words[$0.lowercased()] }, or: "Answer with y or n.")
  }
}
