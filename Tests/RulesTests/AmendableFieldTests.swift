import StrategyModel
import Testing

@testable import Rules

/// What is part of a promise can be amended, compared and put back, for each field of a key result.
@Suite struct AmendableFieldTests {
  private let text = """
    kind: okrs
    team: onboarding
    cycle: 2026-q1
    objectives:
      - id: first
        title: First
        ambition: committed
        key_results:
          - id: one
            title: One
            metric: m
            segment: large
            type: increase
            baseline: 1
            target: 2
            target_until: 2026-02-01
            stretch: 3
            lower: 0
            upper: 4
            unit: pages
            owner: ada
            since: 2026-01-10
            due: 2026-03-01
            weight: 2
    """

  @Test func everyAmendableFieldHasItsText() throws {
    let file = StrategyFile(path: "okrs/2026-q1/onboarding.yaml", in: "", text: Array((text + "\n").utf8))
    let strategy = Strategy(folder: "", files: [file])
    let keyResult = try #require(strategy.okrs.all.first?.objectives.first?.keyResults.first)
    #expect(KeyResult.amendable.count >= 15)
    for field in KeyResult.amendable { #expect(keyResult.text(of: field) != nil, "\(field)") }
  }
}
