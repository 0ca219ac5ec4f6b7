import Diagnostics
import StrictYAML

struct FileTooLargeOrDeep: SyntaxRule {
  let family = SyntaxFamily.tooLargeOrDeep
  let card = Card(
    id: "NS106", name: "file-too-large-or-deep", severity: .error,
    summary: "A file is larger than 64 MiB or nested deeper than 64 levels.",
    rationale: """
      No strategy needs such a file; it is usually an export that was saved in the wrong folder. It is not read, so \
      that one file cannot stop the check of all others. Split it, or move it out of the strategy.
      """,
    wrong: [
      Example(
        "teams/growth.yaml", replacing: "started: 2025-01-06",
        with: "started: 2025-01-06\nmeta: " + String(repeating: "[", count: 63) + "↓[1]"
          + String(repeating: "]", count: 63))
    ],
    right: [
      Example("teams/growth.yaml", replacing: "started: 2025-01-06", with: "started: 2025-01-06\nmeta: [[[1]]]")
    ])
}
