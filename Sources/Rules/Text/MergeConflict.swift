import Diagnostics
import StrictYAML

struct MergeConflict: SyntaxRule {
  let family = SyntaxFamily.mergeConflict
  let card = Card(
    id: "NS103", name: "merge-conflict", severity: .error,
    summary: "A file still holds the marks of a merge conflict.",
    rationale: """
      Two branches changed the same lines and nobody has decided between them, so the strategy says two things at once. \
      Until the marks are gone the nearer side is read, and nothing is said about what may be missing.
      """,
    wrong: [
      Example(
        "teams/growth.yaml", replacing: "name: Growth",
        with: "↓<<<<<<< HEAD\nname: Growth\n=======\nname: Reach\n>>>>>>> proposal/rename-growth"),
      Example("teams/growth.yaml", replacing: "name: Growth", with: "name: Growth\n↓======="),
    ],
    right: [
      Example("teams/growth.yaml", replacing: "name: Growth", with: "name: Reach")
    ])
}
