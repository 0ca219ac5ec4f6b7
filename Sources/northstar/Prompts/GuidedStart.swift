import Editing
import StrategyModel
import StrategyStore

/// Asks a person for the facts of a new strategy, with a suggestion for every answer.
struct GuidedStart {
  let console: Console

  /// Throws at the end of the input: nothing is written then.
  func answers(for place: StartingPlace, product: String?) throws(StrategyError) -> StartingAnswers {
    say("A few questions. Enter takes the answer in brackets, Ctrl-D stops and writes nothing.\n")
    let business = try business()
    let founder = Founder(in: console.git)
    let product = try ask("What is the product called?", product ?? place.name)
    var answers = StartingAnswers(business, product: product, person: founder)
    answers.coreValue = try ask("What do customers get out of it?", answers.coreValue)
    let suggested = answers.northStar
    let name = try ask("Which metric says that they got it, the North Star Metric?", suggested.name)
    if name != suggested.name { answers.choose(name, try definition(of: name, after: suggested)) }
    answers.team = try ask("What is the first team?", answers.team)
    answers.person.name = try ask("What is your name?", founder.name)
    let handle = Founder.handle(name: answers.person.name, email: founder.email)
    answers.person.handle = try ask("By which handle should other files refer to you?", handle, accepting: Self.handle)
    return answers
  }

  /// The template's definition does not apply to a different North Star, so each part is asked for.
  private func definition(of name: String, after metric: MetricDraft) throws(StrategyError) -> NorthStarDefinition {
    say("Now its definition; the values in brackets are those of '\(metric.name)'.")
    var definition = NorthStarDefinition(metric)
    definition.counts = try ask("What counts as '\(name)'?", definition.counts)
    definition.excludes = try ask("What does not count?", definition.excludes)
    definition.unit = try ask("In which unit?", definition.unit)
    definition.aggregation = try choice("How do single events become one value?", definition.aggregation)
    definition.grain = try choice("How long is the period of one value?", definition.grain)
    return definition
  }

  private func choice<Word: Choice>(_ question: String, _ suggestion: Word) throws(StrategyError) -> Word {
    let words = Word.allCases.map(\.rawValue)
    let answer = try ask("\(question) (\(words.joined(separator: ", ")))", suggestion.rawValue) { answer in
      words.contains(answer.lowercased())
        ? .accepted(answer.lowercased()) : .refused("Answer with one of: \(words.joined(separator: ", ")).")
    }
    return Word(rawValue: answer) ?? suggestion
  }

  private func business() throws(StrategyError) -> BusinessType {
    say("What kind of business is it?")
    for (number, line) in zip(1..., BusinessType.lines) { say("  \(number) \(line)") }
    let names = BusinessType.allCases.map(\.rawValue)
    let answer = try ask("A number or a name", "1") { answer in
      if let number = Int(answer), names.indices.contains(number - 1) { return .accepted(names[number - 1]) }
      return names.contains(answer.lowercased())
        ? .accepted(answer.lowercased()) : .refused("Answer with a number from 1 to \(names.count), or with a name.")
    }
    return BusinessType(rawValue: answer) ?? .saas
  }

  enum Judgement {
    case accepted(String)
    /// With the text to show before the question is asked again.
    case refused(String)
  }

  private static func handle(_ answer: String) -> Judgement {
    Identifier.isValid(answer)
      ? .accepted(answer) : .refused("A handle is made of lower-case letters, digits and single hyphens, like 'ada'.")
  }

  private func ask(
    _ question: String, _ suggestion: String, accepting judge: (String) -> Judgement = { .accepted($0) }
  ) throws(StrategyError) -> String {
    while true {
      let words = try console.answer(to: "\(question) [\(suggestion)] ")
      switch judge(words.isEmpty ? suggestion : words) {
      case .accepted(let answer): return answer
      case .refused(let reason): say(reason)
      }
    }
  }

  private func say(_ text: String) { console.note(text) }
}
