import Diagnostics
import Rules

/// Every rule's card as JSON. Fields may be added within a major version; readers ignore unknown ones.
struct CardsJSON: Encodable {
  struct Rule: Encodable {
    let id: String
    let name: String
    let severity: String
    let summary: String
    let rationale: String
    let settings: [Setting]
    /// What the rule's list of words has; left out for a rule without one.
    let words: String?
    let wrong: [[File]]
    let right: [[File]]
  }

  struct Setting: Encodable {
    let name: String
    let standard: Double
    let summary: String
  }

  struct File: Encodable {
    let path: String
    let text: String
  }

  let formatVersion = "1.1"
  let rules: [Rule]

  init(_ cards: [Card]) {
    rules = cards.map { card in
      Rule(
        id: card.id.code, name: card.name, severity: card.severity.rawValue, summary: card.summary,
        rationale: card.rationale,
        settings: card.settings.map { Setting(name: $0.name, standard: $0.standard, summary: $0.summary) },
        words: card.words, wrong: card.wrong.map(CardsJSON.files), right: card.right.map(CardsJSON.files))
    }
  }

  private static func files(_ example: Example) -> [File] {
    example.files.map { File(path: $0.path, text: $0.text) }
  }
}
