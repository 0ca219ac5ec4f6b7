import Diagnostics
internal import Presentation

/// A rule's card, for the reference page.
package struct CardMarkdown {
  package let text: String

  package init(_ card: Card) {
    var lines = [
      "### \(card.id) `\(card.name)`", "", "*\(card.severity.rawValue)* · \(card.summary)", "", card.rationale,
    ]
    if !card.settings.isEmpty || card.words != nil { lines.append("") }
    for setting in card.settings {
      lines.append("- `\(setting.name)` (default: \(setting.standard.plain)): \(setting.summary)")
    }
    for setting in card.wordSettings { lines.append("- `\(setting.key)` (a list): \(setting.summary)") }
    lines += CardMarkdown.examples("Wrong", card.wrong) + CardMarkdown.examples("Right", card.right)
    text = lines.joined(separator: "\n") + "\n"
  }

  private static func examples(_ title: String, _ examples: [Example]) -> [String] {
    examples.prefix(1).flatMap { example in
      example.files.flatMap { file in
        ["", "\(title), `\(file.path)`:", "", "```yaml", String(file.excerpt.dropLast()), "```"]
      }
    }
  }
}
