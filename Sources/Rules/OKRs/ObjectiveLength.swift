import Diagnostics
import StrategyModel

struct ObjectiveLength: Rule {
  let card = Card(
    id: "NS512", name: "objective-length", severity: .warning,
    summary: "An objective's title is too short to say what should be true, or too long to be remembered.",
    rationale: """
      "Better onboarding" means something else to everyone who reads it; nobody reads a title of thirty words. Write \
      one sentence that a colleague can repeat at lunch.
      """,
    settings: [
      Setting("minimum", 4, "The fewest words that are allowed."),
      Setting("maximum", 18, "The most words that are allowed."),
    ],
    wrong: [
      Example(
        "okrs/2026-q1/onboarding.yaml", replacing: "title: New teams host their first meeting without help",
        with: "title: ↓Better onboarding")
    ],
    right: [
      Example(
        "okrs/2026-q1/onboarding.yaml", replacing: "title: New teams host their first meeting without help",
        with: "title: Nobody needs our help")
    ])

  func check(_ strategy: Strategy, _ report: inout Report) {
    let minimum = report.count("minimum")
    let maximum = report.count("maximum")
    strategy.forEachOpenObjectives { objectives, okrs in
      for i in objectives.indices {
        guard let title = objectives[i].title, let id = objectives[i].id, let count = wordCount(title.value),
          count < minimum || count > maximum
        else { continue }
        report.add(
          .length(id.value, count), about: strategy.okrs.all[okrs], at: title.range, in: strategy,
          help: [count < minimum ? .longer : .shorter])
      }
    }
  }

  /// `nil` for scripts that put no spaces between words.
  private func wordCount(_ text: String) -> Int? {
    var count = 0
    var insideWord = false
    var isASCII = true
    let bytes = text.utf8.span
    for position in bytes.indices {
      let byte = bytes[position]
      if byte > 0x7F { isASCII = false }
      let isSpace = byte == 0x20 || byte == 0x0A || byte == 0x09
      if !isSpace, !insideWord { count += 1 }
      insideWord = !isSpace
    }
    return count <= 1 && !isASCII ? nil : count
  }
}

extension String {
  fileprivate static func length(_ objective: String, _ count: Int) -> String {
    "the title of '\(objective)' has \(counted(count, "word"))"
  }

  fileprivate static var longer: String { "Say in one sentence what will be true, and for whom." }
  fileprivate static var shorter: String { "Keep what a colleague would repeat, and move the rest to 'why:'." }
}
