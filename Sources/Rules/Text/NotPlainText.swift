import Diagnostics
import StrictYAML

struct NotPlainText: SyntaxRule {
  let family = SyntaxFamily.notPlainText
  let card = Card(
    id: "NS104", name: "not-plain-text", severity: .error,
    summary: "A file is not UTF-8 text, or contains invisible characters.",
    rationale: """
      Other encodings and invisible characters look right in one editor and read differently in the next, so two \
      people can approve different texts. Save the file as UTF-8 without a byte order mark, and remove control \
      characters.
      """,
    wrong: [
      Example("teams/growth.yaml", replacing: "kind: team", with: "↓\u{FEFF}kind: team"),
      Example("teams/growth.yaml", replacing: "name: Growth", with: "name: Gro↓\u{07}wth"),
      Example("teams/growth.yaml", replacing: "name: Growth", with: "name: Gro↓\u{2028}wth"),
    ],
    right: [
      Example("teams/growth.yaml", replacing: "name: Growth", with: "name: Wachstum für alle – 成長")
    ])
}
