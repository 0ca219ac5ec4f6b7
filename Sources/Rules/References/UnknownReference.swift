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
        """),
      Example(
        "reviews/2026-north-star.yaml", replacing: "subject: metric/weekly-hosted-meetings",
        with: "subject: ↓metric/weekly-meetings"),
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
    var suggestions = Suggestions(strategy)
    for position in strategy.files.indices {
      for use in strategy.files[position].references where !strategy.mayHave(use.kind, use.id) {
        let near = suggestions.near(use)
        report.add(
          .unknown(use.kind, use.id), at: strategy.location(FileIndex(position), use.range),
          subject: strategy.files[position].subject,
          help: near.isEmpty ? [.addFile(use.kind, use.id)] : [.didYouMean(near)],
          fixes: near.count == 1 ? [.replace(use.range, with: use.replacement(near[0]), .needsReview)] : [])
      }
    }
  }
}

/// Near names of unknown ids. A name is looked for once, and after so many comparisons no more: who has that many
/// unknown names has lost a folder.
private struct Suggestions {
  private let strategy: Strategy
  private var comparisons = 2_000_000
  private var known: [Kind: [String]] = [:]
  private var found: [Kind: [String: [String]]] = [:]

  init(_ strategy: Strategy) { self.strategy = strategy }

  mutating func near(_ use: ReferenceUse) -> [String] {
    if let near = found[use.kind]?[use.id] { return near }
    let ids = known[use.kind] ?? strategy.ids(of: use.kind)
    known[use.kind] = ids
    guard comparisons >= ids.count else { return [] }
    comparisons -= ids.count
    let near = nearNames(to: use.id, among: ids)
    found[use.kind, default: [:]][use.id] = near
    return near
  }
}

extension ReferenceUse {
  /// The text that names another id in this place.
  fileprivate func replacement(_ other: String) -> String {
    isWrittenWithKind ? "\(kind.rawValue)/\(other)" : other
  }
}

extension String {
  fileprivate static func unknown(_ kind: Kind, _ id: String) -> String {
    "there \(kind == .okrs || kind == .checkins ? "are" : "is") no \(kind.word) '\(id)'"
  }

  fileprivate static func addFile(_ kind: Kind, _ id: String) -> String {
    "Correct the name, or add '\(kind.path(of: id))'."
  }
}
