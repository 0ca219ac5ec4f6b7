import Diagnostics
import StrategyModel

struct IncompleteReplacement: Rule {
  let card = Card(
    id: "NS705", name: "incomplete-replacement", severity: .warning,
    summary:
      "A North Star is to be replaced, and what becomes of its inputs, or for how long both are measured, is open.",
    rationale: """
      Teams learn from the mapping what their lever is worth under the new North Star; whoever is not in it finds out \
      when the quarter's goals no longer roll up. And without a time in which both are measured nobody can compare \
      before and after. It is asked for until the old metric is no longer the North Star.
      """,
    wrong: [
      Example([successor], replacing: [(review, "decision: keep", replacing("↓", overlap, mapping))]),
      Example([successor], replacing: [(review, "decision: keep", replacing("↓", "", mapping + last))]),
    ],
    right: [Example([successor], replacing: [(review, "decision: keep", replacing("", overlap, mapping + last))])])

  func check(_ strategy: Strategy, _ report: inout Report) {
    let last = strategy.lastDecisions
    for (position, review) in strategy.reviews.all.enumerated() where review.decision?.value == .replace {
      guard let subject = review.subject, subject.kind == .metric, last[subject.text] == position,
        let old = strategy.metrics.position(of: subject.id), strategy.graph.northStars.contains(old),
        let replacement = review.replacement, replacement.id != subject.id, !strategy.mayHideFields(review.file)
      else { continue }
      let missing = strategy.unmappedInputs(of: old, by: review)
      guard review.overlapUntil == nil || !missing.isEmpty else { continue }
      report.add(
        missing.isEmpty ? .noOverlap(subject.id) : .unmapped(missing, replacement.id), about: review,
        at: replacement.range, in: strategy, notes: missing.map { Note("'\($0)' is not in the mapping") },
        help: [.add(missing, review.overlapUntil == nil)])
    }
  }
}

extension Strategy {
  /// The inputs of a North Star that neither the mapping names nor the new one already has.
  fileprivate func unmappedInputs(of old: Int, by review: Review) -> [String] {
    let mapped = Set(review.mapping.compactMap { $0.from?.text })
    let new = metrics.position(of: review.replacement)
    return graph.down[old].compactMap { step in
      guard metrics.all[step.metric].role?.value == .input, metrics.all[step.metric].lifecycle?.value == .active,
        let id = metrics.all[step.metric].id?.value, !mapped.contains("metric/\(id)"),
        !graph.up[step.metric].contains(where: { $0.metric == new })
      else { return nil }
      return id
    }
  }
}

private let review = "reviews/2026-north-star.yaml"
private let overlap = "\noverlap_until: 2026-06-30"
private let mapping = "\nmapping:\n  - from: metric/activation-rate\n  - from: metric/new-workspaces"
private let last = "\n  - from: metric/meetings-per-workspace"

private func replacing(_ mark: String, _ overlap: String, _ mapping: String) -> String {
  "decision: replace\nreplacement: \(mark)decisions-kept\(overlap)\(mapping)"
}

private let successor: ExampleFile.File = (
  "metrics/decisions-kept.yaml",
  """
  kind: metric
  id: decisions-kept
  name: Decisions kept
  role: north-star
  lifecycle: draft
  definition:
    counts: Decisions of a meeting that are done a month later
  direction: increase
  """
)

extension String {
  fileprivate static func unmapped(_ inputs: [String], _ replacement: String) -> String {
    "\(counted(inputs.count, "input")) \(inputs.count == 1 ? "has" : "have") no place under '\(replacement)'"
  }

  fileprivate static func noOverlap(_ metric: String) -> String {
    "nothing says how long '\(metric)' is still measured"
  }

  fileprivate static func add(_ missing: [String], _ noOverlap: Bool) -> String {
    switch (missing.isEmpty, noOverlap) {
    case (true, _): "Add 'overlap_until:'."
    case (false, true): "Say in 'mapping:' what becomes of each, and add 'overlap_until:'."
    case (false, false): "Say in 'mapping:' what becomes of each."
    }
  }
}
