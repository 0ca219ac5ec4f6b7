import Diagnostics
import Presentation
import Rules

/// A rule's card, for a terminal.
struct CardText {
  let text: String

  init(_ card: Card, width: Int) {
    var lines = ["\(card.id) \(card.name) (\(card.severity.rawValue))", ""]
    lines += wrapped(card.summary, to: width)
    lines.append("")
    lines += wrapped(card.rationale, to: width)
    if !card.settings.isEmpty {
      lines += ["", "Settings in northstar.yaml, under rules:"]
      for setting in card.settings {
        lines += wrapped(
          setting.summary, to: width, first: "  \(setting.name.padded(12))  \(setting.standard.plain)  ")
      }
    }
    if card.words != nil { lines += ["", "Lists in northstar.yaml, under rules:"] }
    for setting in card.wordSettings {
      lines += wrapped(setting.summary, to: width, first: "  \(setting.key.padded(12))  ")
    }
    lines += CardText.examples("Wrong (↓ marks the place and is not in the file):", card.wrong)
    lines += CardText.examples("Right:", card.right)
    text = lines.joined(separator: "\n") + "\n"
  }

  private static func examples(_ title: String, _ examples: [Example]) -> [String] {
    examples.prefix(1).flatMap { example in
      ["", title]
        + example.files.flatMap { file in
          ["", "  \(file.path)"] + file.excerpt.split(separator: "\n").map { "    \($0)" }
        }
    }
  }
}
