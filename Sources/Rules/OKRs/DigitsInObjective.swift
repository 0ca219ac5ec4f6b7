import Diagnostics
import StrategyModel

struct DigitsInObjective: Rule {
  let card = Card(
    id: "NS511", name: "digits-in-objective", severity: .warning,
    summary: "An objective's title contains a number.",
    rationale: """
      The objective says what should be true and why anyone should care; its key results say how much. A number in the \
      title turns the goal into one of its own measures, and both have to be amended when it changes.
      """,
    wrong: [
      Example(
        "okrs/2026-q1/onboarding.yaml", replacing: "title: New teams host their first meeting without help",
        with: "title: ↓Half of all new teams host 3 meetings a week")
    ],
    right: [
      Example(
        "okrs/2026-q1/onboarding.yaml", replacing: "title: New teams host their first meeting without help",
        with: "title: New B2B teams host their first meeting without help"),
      Example(
        "okrs/2026-q1/onboarding.yaml", replacing: "title: New teams host their first meeting without help",
        with: "title: Large teams (20 and more people) host their first meeting without help"),
      Example(
        "okrs/2026-q1/onboarding.yaml", replacing: "title: New teams host their first meeting without help",
        with: "title: Large teams [20 and more people] host their first meeting without help"),
    ])

  func check(_ strategy: Strategy, _ report: inout Report) {
    strategy.forEachOpenObjectives { objectives, okrs in
      for i in objectives.indices {
        guard let title = objectives[i].title, let id = objectives[i].id, hasNumber(title.value) else { continue }
        report.add(
          .number(id.value), about: strategy.okrs.all[okrs], at: title.range, in: strategy,
          help: ["Say it in words, and put the number into a key result."])
      }
    }
  }

  /// Whether a word begins with a digit. Skips brackets, which say whom it is about; `B2B` and `q3` are names.
  private func hasNumber(_ text: String) -> Bool {
    var insideWord = false
    var depth = 0
    let bytes = text.utf8.span
    for position in bytes.indices {
      let byte = bytes[position]
      if byte == UInt8(ascii: "(") || byte == UInt8(ascii: "[") { depth += 1 }
      if byte == UInt8(ascii: ")") || byte == UInt8(ascii: "]") { depth = max(0, depth - 1) }
      if (0x30...0x39).contains(byte), !insideWord, depth == 0 { return true }
      insideWord = WordScan.isWord(byte)
    }
    return false
  }
}

extension String {
  fileprivate static func number(_ objective: String) -> String { "the title of '\(objective)' contains a number" }
}
