import Diagnostics
import StrategyModel
import StrictYAML

struct DuplicateItemID: Rule {
  let card = Card(
    id: "NS119", name: "duplicate-item-id", severity: .error,
    summary: "Two items of a list have the same name.",
    rationale: """
      Check-ins and history follow a key result by its id through the whole file; with two of them, one inherits the \
      other's numbers. The same applies to objectives, candidates, and two edges to one metric. Rename or remove one.
      """,
    wrong: [
      Example(
        "okrs/2026-q1/onboarding.yaml", replacing: "      - id: activation",
        with: """
                - id: ↓completion
                  title: No week falls below an activation rate of 30 %
                  metric: activation-rate
                  type: maintain
                  lower: 30
                  owner: ada
                - id: activation
          """),
      Example(
        "metrics/activation-rate.yaml", replacing: "    as: component",
        with: "    as: component\n  - metric: ↓weekly-hosted-meetings\n    as: component"),
      Example(
        "northstar.yaml", replacing: "because: Every hosted meeting is equally deep",
        with: "because: Every hosted meeting is equally deep\n  - dimension: ↓depth\n    because: See above"),
    ],
    right: [
      Example(
        "okrs/2026-q1/onboarding.yaml", replacing: "- id: first-meeting-obvious", with: "- id: completion")
    ])

  func check(_ strategy: Strategy, _ report: inout Report) {
    let okrs = strategy.okrs.all
    for i in okrs.indices { checkOKRs(okrs[i], strategy, &report) }
    let metrics = strategy.metrics.all
    for i in metrics.indices where metrics[i].drives.count > 1 {
      let targets = metrics[i].drives.map { $0.metric?.name }
      report.add(repeated: targets, "edge to", strategy, metrics[i].file, { metrics[i].subject })
    }
    for workshop in strategy.workshops.all {
      report.add(
        repeated: workshop.candidates.map { $0.id?.name }, "candidate", strategy, workshop.file, { workshop.subject })
    }
    for review in strategy.reviews.all { checkReview(review, strategy, &report) }
    if let settings = strategy.settings { checkSettings(settings, strategy, &report) }
  }

  private func checkOKRs(_ okrs: borrowing TeamOKRs, _ strategy: Strategy, _ report: inout Report) {
    let objectives = okrs.objectives
    guard mayRepeat(objectives) else { return }
    report.add(repeated: objectives.map { $0.id?.name }, "objective", strategy, okrs.file, { okrs.subject })
    let keyResults = objectives.flatMap { $0.keyResults.map { $0.id?.name } }
    report.add(repeated: keyResults, "key result", strategy, okrs.file, { okrs.subject })
  }

  private func checkReview(_ review: Review, _ strategy: Strategy, _ report: inout Report) {
    let lists: [(String, [Name?])] = [
      ("question", review.questions.map { $0.question?.name }),
      ("evidence of", review.evidence.map { $0.what?.name }),
      ("dissent of", review.dissent.map { $0.person?.name }),
      ("mapping of", review.mapping.map { $0.from.map { Name($0.text, at: $0.range) } }),
    ]
    for (noun, names) in lists {
      report.add(repeated: names, noun, strategy, review.file, { review.subject })
    }
  }

  private func checkSettings(_ settings: StrategySettings, _ strategy: Strategy, _ report: inout Report) {
    let dimensions = settings.omittedDimensions.map { $0.dimension.map { Name($0.value.rawValue, at: $0.range) } }
    report.add(repeated: dimensions, "dimension", strategy, settings.file, { settings.subject })
    report.add(repeated: settings.rules.map { $0.rule?.name }, "rule", strategy, settings.file, { settings.subject })
  }
}

private typealias Name = Located<String>

extension Identifier {
  fileprivate var name: Name { Name(value, at: range) }
}

extension Reference {
  fileprivate var name: Name { Name(id, at: range) }
}

extension Located<String> {
  fileprivate var name: Name { self }
}

extension Report {
  /// Reports every name that an earlier item of the list has.
  fileprivate mutating func add(
    repeated names: [Name?], _ noun: String, _ strategy: Strategy, _ file: FileIndex, _ subject: () -> String
  ) {
    guard names.count > 1 else { return }
    var first: [String: ByteRange] = [:]
    for case let name? in names {
      guard let earlier = first.updateValue(name.range, forKey: name.value) else { continue }
      first[name.value] = earlier
      add(
        .duplicate(noun, name.value), at: strategy.location(file, name.range), subject: subject(),
        notes: [Note("first used here", at: strategy.location(file, earlier))],
        help: ["Rename or remove one of them."])
    }
  }
}

/// Whether two objectives, or two key results of any of them, may have the same id. Compares fingerprints, since every
/// team has a file for every cycle, and hardly any has such a pair.
private func mayRepeat(_ objectives: [Objective]) -> Bool {
  var seen: [UInt64] = []
  seen.reserveCapacity(24)
  for o in objectives.indices {
    if let id = objectives[o].id, !seen.insert(id.value.fingerprint ^ 1) { return true }
    for k in objectives[o].keyResults.indices {
      if let id = objectives[o].keyResults[k].id, !seen.insert(id.value.fingerprint) { return true }
    }
  }
  return false
}

extension [UInt64] {
  /// False when it may already be there; does not search a long list.
  fileprivate mutating func insert(_ value: UInt64) -> Bool {
    guard count < 64, !contains(value) else { return false }
    append(value)
    return true
  }
}

extension String {
  /// Source: Fowler, Noll, Vo, the hash FNV-1a.
  fileprivate var fingerprint: UInt64 {
    utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
}

extension String {
  fileprivate static func duplicate(_ noun: String, _ name: String) -> String {
    "duplicate \(noun) '\(name.excerpt(40))'"
  }
}
