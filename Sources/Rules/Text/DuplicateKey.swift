import Diagnostics
import StrictYAML

struct DuplicateKey: SyntaxRule {
  let family = SyntaxFamily.duplicateKey
  let card = Card(
    id: "NS105", name: "duplicate-key", severity: .error,
    summary: "A key stands twice in one mapping.",
    rationale: """
      Some readers take the first value, some the last, and a reviewer sees only the one that changed. A merge of two \
      branches that both added the field often leaves it behind. Keep one of them.
      """,
    wrong: [
      Example(
        "metrics/weekly-hosted-meetings.yaml", replacing: "target: 12000", with: "target: 12000\n↓target: 15000")
    ],
    right: [
      Example("metrics/weekly-hosted-meetings.yaml", replacing: "target: 12000", with: "target: 15000")
    ])
}
