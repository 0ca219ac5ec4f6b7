import Diagnostics
import StrategyModel
import StrictYAML

struct DuplicateItemID: Rule {
  let card = Card(
    id: "NS119", name: "duplicate-item-id", severity: .error,
    summary: "Two items of a list have the name by which they are told apart.",
    rationale: """
      Check-ins and history follow a key result by its id through the whole file; with two of them, one inherits the \
      other's numbers. The same holds for objectives, candidates, and two edges to one metric. Rename or remove one.
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
    var names: [Name?] = []
    for o in objectives.indices { names.append(objectives[o].id?.name) }
    report.add(repeated: names, "objective", strategy, okrs.file, { okrs.subject })
    names.removeAll(keepingCapacity: true)
    for o in objectives.indices {
      for k in objectives[o].keyResults.indices { names.append(objectives[o].keyResults[k].id?.name) }
    }
    report.add(repeated: names, "key result", strategy, okrs.file, { okrs.subject })
  }

  private func checkReview(_ review: Review, _ strategy: Strategy, _ report: inout Report) {
    let lists: [(String, [Name?])] = [
      ("question", review.questions.map { $0.question?.name }),
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
  /// Reports every name that another item of the list has before.
  fileprivate mutating func add(
    repeated names: [Name?], _ noun: String, _ strategy: Strategy, _ file: FileIndex, _ subject: () -> String
  ) {
    guard mayRepeat(names) else { return }
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

/// Quick for the short lists that nearly all are; a long one may.
private func mayRepeat(_ names: [Name?]) -> Bool {
  guard names.count <= 16 else { return true }
  for later in names.indices {
    for earlier in 0..<later {
      if let name = names[later]?.value, name == names[earlier]?.value { return true }
    }
  }
  return false
}

extension String {
  fileprivate static func duplicate(_ noun: String, _ name: String) -> String {
    "duplicate \(noun) '\(name.excerpt(40))'"
  }
}
