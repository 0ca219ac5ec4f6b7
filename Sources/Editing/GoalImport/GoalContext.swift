import Presentation

/// What a heading says about the goals below it: `Growth team: OKRs for Q1 2026`.
struct GoalContext {
  /// The words that name a team of the strategy, or that say that they name one.
  private(set) var team: String?
  private(set) var cycle: String?
  /// What is left; it may be the name of a team that the strategy does not know.
  private(set) var rest = ""

  init(_ text: String, _ names: NameBook) {
    var text = text.withoutEmphasis
    if let match = names.cycle(text), match.isExact {
      cycle = text
      return
    }
    if let found = PeriodWords.found(in: text) { (cycle, text) = (found.words, found.rest) }
    if names.team(text.trimmed)?.isExact == true {
      team = text.trimmed
      return
    }
    let words = text.split { !$0.isLetter && !$0.isNumber && $0 != "-" && $0 != "&" && $0 != "'" }.map(String.init)
    let named = words.filter { !GoalContext.noise.contains($0.lowercased()) && $0.contains(where: \.isLetter) }
    let isMarked = words.contains { ["team", "squad", "department"].contains($0.lowercased()) }
    rest = named.joined(separator: " ")
    if !rest.isEmpty, isMarked || names.team(rest) != nil { team = rest }
  }

  /// Words of headings that name neither.
  private static let noise: Set = [
    "okr", "okrs", "goals", "goal", "objectives", "objective", "key", "results", "result", "and", "for", "of", "the",
    "in",
    "team", "squad", "department", "quarter", "quarterly", "year", "cycle", "our", "draft", "final", "fy", "s", "-",
    "&",
    "teams", "strategy", "plan", "planning",
  ]
}
