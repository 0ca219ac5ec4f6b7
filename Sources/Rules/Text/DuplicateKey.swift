import Diagnostics
import StrictYAML

struct DuplicateKey: SyntaxRule {
  let family = SyntaxFamily.duplicateKey
  let card = Card(
    id: "NS105", name: "duplicate-key", severity: .error,
    summary: "A key is used twice in one mapping.",
    rationale: """
      Some readers take the first value, some the last, and a reviewer sees only the one that changed. It is often \
      left behind by a merge of two branches that both added the field. Keep one of them.
      """,
    wrong: [
      Example(
        "metrics/weekly-hosted-meetings.yaml", replacing: "target: 12000", with: "target: 12000\n↓target: 15000")
    ],
    right: [
      Example("metrics/weekly-hosted-meetings.yaml", replacing: "target: 12000", with: "target: 15000")
    ])
}
