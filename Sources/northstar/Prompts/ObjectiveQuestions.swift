import Editing
import StrategyModel
import StrategyStore

/// Asks a person for an objective and its key results.
struct ObjectiveQuestions {
  let console: Console
  let strategy: Strategy
  let team: String

  struct Answers {
    let title: String
    let input: String
    let keyResults: [KeyResultShorthand]
  }

  /// Throws at the end of the input: nothing is written then.
  func answers() throws(StrategyError) -> Answers {
    console.note("Ctrl-D stops and writes nothing.")
    let title = try ask("What should be true at the end, without numbers? ") { text throws(StrategyError) in text }
    let inputs = ownInputs
    console.note("Inputs: \(inputs.joined(separator: ", "))")
    let input = try ask("Which input does it move? ") { text throws(StrategyError) in
      guard strategy.metrics.contains(text) else { throw .unknown(text, among: inputs, "metric") }
      return text
    }
    console.note("Key results, one per line; an empty line ends them. For example:")
    let example = NewObjective.example(for: team, input, in: strategy)
    console.note(example)
    return Answers(title: title, input: input, keyResults: try keyResults(like: example))
  }

  private func keyResults(like example: String) throws(StrategyError) -> [KeyResultShorthand] {
    var all: [KeyResultShorthand] = []
    while true {
      guard let line = try line("  \(all.count + 1): ") else {
        if !all.isEmpty { return all }
        console.note("  An objective needs at least one key result.")
        continue
      }
      do {
        let new = try KeyResultShorthand(line, like: example)
        try new.requireUnit(in: strategy)
        guard !all.contains(where: { $0.id == new.id }) else {
          console.note("  '\(new.id)' is the id of another of these key results.")
          continue
        }
        all.append(new)
      } catch { say(error) }
    }
  }

  /// The team's own inputs first.
  private var ownInputs: [String] {
    let inputs = strategy.metrics.all.filter { $0.role?.value == .input && $0.lifecycle?.value == .active }
    let own = inputs.filter { $0.owner?.team?.id == team }
    return (own + inputs.filter { $0.owner?.team?.id != team }).compactMap { $0.id?.value }
  }

  private func ask(
    _ question: String, _ read: (String) throws(StrategyError) -> String
  ) throws(StrategyError) -> String {
    while true {
      guard let line = try line(question) else { continue }
      do { return try read(line) } catch { say(error) }
    }
  }

  private func say(_ error: StrategyError) {
    console.note("  \(error.message)")
    for line in error.help { console.note("  \(console.commands.words(line))") }
  }

  /// `nil` when it is empty.
  private func line(_ question: String) throws(StrategyError) -> String? {
    let words = try console.answer(to: question)
    return words.isEmpty ? nil : words
  }
}
