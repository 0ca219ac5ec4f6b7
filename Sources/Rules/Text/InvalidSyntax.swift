import Diagnostics
import StrictYAML

struct InvalidSyntax: SyntaxRule {
  let family = SyntaxFamily.mistake
  let card = Card(
    id: "NS101", name: "invalid-syntax", severity: .error,
    summary: "A file is not valid YAML.",
    rationale: """
      What cannot be read is not checked, and other tools may read it as something else. The rest of the file and all \
      other files are still checked, so that one run shows every mistake.
      """,
    wrong: [
      Example("teams/growth.yaml", replacing: "name: Growth", with: "name: ↓\"Growth"),
      Example("teams/growth.yaml", replacing: "name: Growth", with: "↓name:Growth"),
      Example("teams/growth.yaml", replacing: "[lin, omar]", with: "↓[lin, omar"),
      Example("teams/growth.yaml", replacing: "name: Growth", with: "name: Growth↓: the second team"),
    ],
    right: [
      Example("teams/growth.yaml", replacing: "name: Growth", with: "name: 'Growth: the second team'")
    ])
}
