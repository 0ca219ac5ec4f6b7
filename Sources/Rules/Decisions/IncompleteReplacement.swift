import Diagnostics
import StrategyModel

struct IncompleteReplacement: Rule {
  let card = Card(
    id: "NS705", name: "incomplete-replacement", severity: .warning,
    summary:
      "A North Star is replaced, but its inputs or objectives are not mapped, or no overlap is set.",
    rationale: """
      The mapping tells teams what their lever is worth under the new North Star; a team that is not in it finds out \
      when the quarter's goals no longer roll up. And unless both are measured for a time, nobody can compare before \
      and after. Once the new metric is the North Star, its 'supersedes:' names the one it replaced, and no objective \
      aims at an input that the mapping drops.
      """,
    wrong: [
      Example([successor], replacing: [(review, "decision: keep", replacing("↓", overlap, mapping))]),
      Example([successor], replacing: [(review, "decision: keep", replacing("↓", "", mapping + last))]),
      Example([successor], replacing: [(review, "decision: keep", replacing("↓", overlap, ended + last))]),
    ],
    right: [
      Example([successor], replacing: [(review, "decision: keep", replacing("", overlap, kept + last))])
    ])

  func check(_ strategy: Strategy, _ report: inout Report) {
    let last = strategy.lastDecisions
    for (position, review) in strategy.reviews.all.enumerated() where review.decision?.value == .replace {
      guard let subject = review.subject, subject.kind == .metric, last[subject.text] == position,
        let old = strategy.metrics.position(of: subject.id), let replacement = review.replacement,
        replacement.id != subject.id, !strategy.mayHideFields(review.file)
      else { continue }
      let new = strategy.metrics.position(of: replacement)
      let succession = Succession(of: old, by: new, mapping: review.successors, in: strategy)
      if strategy.graph.northStars.contains(old) {
        plan(review, subject, replacement, succession, strategy, &report)
      } else if let new, strategy.graph.northStars.contains(new) {
        outcome(review, subject, strategy.metrics.all[new], succession, strategy, &report)
      }
    }
  }

  /// What is missing before the switch.
  private func plan(
    _ review: Review, _ subject: EntityReference, _ replacement: Reference<Metric>, _ succession: Succession,
    _ strategy: Strategy, _ report: inout Report
  ) {
    let (inputs, objectives) = (succession.unmappedInputs, succession.unmappedObjectives)
    let missing = inputs.isEmpty ? objectives : inputs
    guard review.overlapUntil == nil || !missing.isEmpty else { return }
    let noun = inputs.isEmpty ? "objective" : "input"
    report.add(
      missing.isEmpty ? .noOverlap(subject.id) : .unmapped(missing, noun, replacement.id), about: review,
      at: replacement.range, in: strategy, notes: missing.map { Note("'\($0)' is not in the mapping") },
      help: [.add(missing, review.overlapUntil == nil)])
  }

  /// What is missing after it.
  private func outcome(
    _ review: Review, _ subject: EntityReference, _ new: Metric, _ succession: Succession, _ strategy: Strategy,
    _ report: inout Report
  ) {
    if let id = new.id, new.supersedes?.id != subject.id, !strategy.mayHideFields(new.file) {
      report.add(
        .noLink(id.value, subject.id), about: new, at: id.range, in: strategy,
        help: ["Add 'supersedes: \(subject.id)'."])
    }
    guard let replacement = review.replacement else { return }
    let left = succession.unmappedObjectives
    guard !left.isEmpty else { return }
    report.add(
      .unmapped(left, "objective", replacement.id), about: review, at: replacement.range, in: strategy,
      notes: left.map { Note("'\($0)' is not in the mapping") }, help: [.add(left, false)])
  }
}

private let review = "reviews/2026-north-star.yaml"
private let overlap = "\noverlap_until: 2026-06-30"
private let mapping = "\nmapping:\n  - from: metric/activation-rate\n  - from: metric/new-workspaces"
private let ended = "\nmapping:\n  - from: metric/activation-rate\n  - from: metric/new-workspaces"
private let kept =
  "\nmapping:\n  - { from: metric/activation-rate, to: metric/activation-rate }"
  + "\n  - { from: metric/new-workspaces, to: metric/new-workspaces }"
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
  fileprivate static func noLink(_ new: String, _ old: String) -> String {
    "'\(new)' does not say that it replaced '\(old)'"
  }

  fileprivate static func unmapped(_ inputs: [String], _ noun: String, _ replacement: String) -> String {
    "\(counted(inputs.count, noun)) \(inputs.count == 1 ? "is" : "are") not mapped to '\(replacement)'"
  }

  fileprivate static func noOverlap(_ metric: String) -> String {
    "it is not decided how long '\(metric)' is still measured"
  }

  fileprivate static func add(_ missing: [String], _ noOverlap: Bool) -> String {
    switch (missing.isEmpty, noOverlap) {
    case (true, _): "Add 'overlap_until:'."
    case (false, true): "Say in 'mapping:' what becomes of each, and add 'overlap_until:'."
    case (false, false): "Say in 'mapping:' what becomes of each."
    }
  }
}
