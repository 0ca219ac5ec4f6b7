import Diagnostics
import StrategyModel

struct UnknownReference: Rule {
  let card = Card(
    id: "NS201", name: "unknown-reference", severity: .error,
    summary: "A file names an entity that does not exist.",
    rationale: """
      A name that leads nowhere is mostly a slip of the pen, or something was removed while others still lean on it. \
      Nobody downstream can follow it: the roll-up ends there. Correct the name, or add the missing file.
      """,
    wrong: [
      Example(
        "teams/onboarding.yaml",
        """
        kind: team
        id: onboarding
        name: Onboarding
        lead: ↓adda
        members: [ada, grace]
        """)
    ],
    right: [
      Example(
        "teams/onboarding.yaml",
        """
        kind: team
        id: onboarding
        name: Onboarding
        lead: ada
        members: [ada, grace]
        """)
    ])

  func check(_ strategy: Strategy, _ report: inout Report) {
    for (position, file) in strategy.files.enumerated() {
      for use in file.references where !strategy.mayHave(use.kind, use.id) {
        let near = nearNames(to: use.id, among: strategy.ids(of: use.kind))
        report.add(
          .unknown(use.kind, use.id), at: strategy.location(FileIndex(position), use.range), subject: file.subject,
          help: near.isEmpty ? [.addFile(use.kind, use.id)] : [.didYouMean(near)],
          fixes: near.count == 1 ? [.replace(use.range, with: near[0], .needsReview)] : [])
      }
    }
  }
}

extension String {
  fileprivate static func unknown(_ kind: Kind, _ id: String) -> String {
    "there is no \(kind.word) '\(id)'"
  }

  fileprivate static func addFile(_ kind: Kind, _ id: String) -> String {
    "Correct the name, or add \(kind.path(of: id))."
  }
}
