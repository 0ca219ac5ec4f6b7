import Diagnostics
import StrictYAML

struct MergeConflict: SyntaxRule {
  let family = SyntaxFamily.mergeConflict
  let card = Card(
    id: "NS103", name: "merge-conflict", severity: .error,
    summary: "A file still contains the markers of a merge conflict.",
    rationale: """
      Two branches changed the same lines and nobody has decided between them, so the strategy says two things at \
      once. Until the markers are gone, our side is read, and nothing is reported as missing.
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
