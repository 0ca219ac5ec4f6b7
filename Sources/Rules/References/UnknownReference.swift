import Diagnostics
internal import Presentation
import StrategyModel

struct UnknownReference: Rule {
  let card = Card(
    id: "NS201", name: "unknown-reference", severity: .error,
    summary: "A file names an entity that does not exist.",
    rationale: """
      A name that leads nowhere is usually a typing error, or something was removed while others still depend on it. \
      The roll-up ends there, for everybody downstream. Correct the name, or add the missing file.
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
    var isKnown: [Bool] = []
    for position in strategy.files.indices {
      let references = strategy.files[position].references
      isKnown.removeAll(keepingCapacity: true)
      for i in references.indices {
        let known = references.earlierUse(of: i).map { isKnown[$0] }
        isKnown.append(known ?? strategy.mayHave(references[i].kind, references[i].id))
        if isKnown[i], let objective = references[i].objective {
          add(missing: objective, of: references[i], FileIndex(position), strategy, &report)
        }
        if !isKnown[i] { add(references[i], FileIndex(position), strategy, &suggestions, &report) }
      }
    }
  }

  private func add(
    missing objective: String, of use: ReferenceUse, _ file: FileIndex, _ strategy: Strategy, _ report: inout Report
  ) {
    guard let okrs = strategy.okrs[use.id], !strategy.mayHideFields(okrs.file) else { return }
    let ids = okrs.objectives.compactMap { $0.id?.value }
    guard !ids.contains(objective) else { return }
    let near = nearNames(to: objective, among: ids)
    report.add(
      "'\(use.id)' has no objective '\(objective.excerpt(30))'", at: strategy.location(file, use.range),
      subject: strategy.files[Int(file.value)].subject,
      help: near.isEmpty ? ["Name one of its objectives: \(String.oneOf(Array(ids.prefix(4))))."] : [.didYouMean(near)])
  }

  private func add(
    _ use: ReferenceUse, _ file: FileIndex, _ strategy: Strategy, _ suggestions: inout Suggestions,
    _ report: inout Report
  ) {
    let near = suggestions.near(use)
    report.add(
      .unknown(use.kind, use.id), at: strategy.location(file, use.range),
      subject: strategy.files[Int(file.value)].subject,
      help: near.isEmpty ? [.addFile(use.kind, use.id)] : [.didYouMean(near)],
      fixes: near.count == 1 ? [.replace(use.range, with: use.replacement(near[0]), .needsReview)] : [])
  }
}

extension [ReferenceUse] {
  /// The last earlier use of the same name among the few before it. Check-ins name the same people over and over, and
  /// comparing two names is faster than looking one up.
  fileprivate func earlierUse(of position: Int) -> Int? {
    var other = position - 1
    while other >= 0, other >= position - 4 {
      if self[other].kind == self[position].kind, self[other].id == self[position].id { return other }
      other -= 1
    }
    return nil
  }
}

/// Near names of unknown ids. Each name is searched for once, and the search stops after a number of comparisons: a
/// strategy with that many unknown names has lost a folder.
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
    (isWrittenWithKind ? "\(kind.rawValue)/\(other)" : other) + (objective.map { "/\($0)" } ?? "")
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
