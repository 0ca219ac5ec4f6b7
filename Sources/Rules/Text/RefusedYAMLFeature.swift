import Diagnostics
import StrictYAML

struct RefusedYAMLFeature: SyntaxRule {
  let family = SyntaxFamily.refusedFeature
  let card = Card(
    id: "NS102", name: "refused-yaml-feature", severity: .error,
    summary: "A file uses a part of YAML that is not supported.",
    rationale: """
      With anchors, tags, merge keys and the like, a value is written in one place and used in another, or means \
      different things to different readers. A strategy is reviewed line by line: write each value where it is used.
      """,
    wrong: [
      Example("teams/growth.yaml", replacing: "members: [lin, omar]", with: "members: ↓&everyone [lin, omar]"),
      Example("teams/growth.yaml", replacing: "name: Growth", with: "name: ↓!!str Growth"),
      Example("teams/growth.yaml", replacing: "[lin, omar]", with: "↓[\n  lin, omar]"),
      Example("teams/growth.yaml", replacing: "started: 2025-01-06", with: "started: 2025-01-06\n↓---\nkind: team"),
    ],
    right: [
      Example("teams/growth.yaml", replacing: "[lin, omar]", with: "\n  - lin\n  - omar")
    ])
}
