import Decisions
import Diagnostics
import History
import Rules
import StrategyModel
import StrictYAML
import Testing

/// The effects of a change beyond its fields.
@Suite struct BlastRadiusTests {
  private static let completion = "metrics/onboarding-completion.yaml"
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let company: [Company.Edit]
    let edits: [Company.Edit]
    /// The kind and the sentence of each effect, except new faults.
    let effects: [String]

    init(_ name: String, in company: [Company.Edit] = [], _ edits: [Company.Edit], _ effects: [String]) {
      (testDescription, self.company, self.edits, self.effects) = (name, company, edits, effects)
    }
  }

  private static let unit = Company.Edit(completion, "unit: percent", "unit: share")
  private static let graded: [Company.Edit] = [
    .init("cycles/2026-q1.yaml", "state: active", "state: closed"),
    .init(Company.Edit.goals, "target: 55", "target: 55\n        score: 0.7"),
  ]
  private static let lost =
    "key-result-loses-meaning completion: baseline 41 and target 55 were set on the old meaning; onboarding-completion changes (definition.unit)"

  static let cases: [Case] = [
    Case("a name", [.init(completion, "name: Onboarding completion", "name: Tours")], []),
    Case("a source", [.init(completion, "table tours", "table tours_2")], []),
    Case("a unit", [unit], [lost]),
    Case("a unit, with the numbers set anew", [unit, .easierTarget], []),
    Case(
      "a unit, graded in a closed cycle", in: graded, [unit],
      ["graded-on-old-definition completion was graded 0.7 before; onboarding-completion changes (definition.unit)"]),
    Case(
      "a unit, of a key result that came with it", in: [.init(Company.Edit.goals, "", "")],
      [unit, .init(Company.Edit.goals, "", SmallStrategy.files[Company.Edit.goals] ?? "")], []),
    Case(
      "what another is computed out of",
      in: [.init("okrs/2026-q1/growth.yaml", "metric: new-workspaces", "metric: weekly-hosted-meetings")],
      [.init("metrics/new-workspaces.yaml", "aggregation: distinct", "aggregation: sum")],
      [
        "key-result-loses-meaning workspaces: baseline 900 and target 1200 were set on the old meaning; "
          + "weekly-hosted-meetings is computed from new-workspaces, which changes"
      ]),
    Case(
      "a metric retired", [.init(completion, "lifecycle: active", "lifecycle: retired")],
      [
        "key-result-loses-meaning completion: baseline 41 and target 55 were set on the old meaning; "
          + "onboarding-completion is retired"
      ]),
    Case(
      "an input cut off",
      [.init(Company.Edit.lever, "- metric: weekly-hosted-meetings", "- metric: recurring-revenue")],
      ["objective-orphaned first-meeting-obvious no longer reaches the North Star"]),
    Case(
      "an input cut off, of a closed cycle", in: [graded[0]],
      [.init(Company.Edit.lever, "- metric: weekly-hosted-meetings", "- metric: recurring-revenue")], []),
    Case(
      "a hand-over", [.handedToGrowth],
      [
        "lever-gained growth gains activation-rate from onboarding",
        "lever-lost onboarding loses activation-rate to growth",
      ]),
    Case(
      "a team's new name",
      [
        .init("teams/onboarding.yaml", "id: onboarding", "id: first-mile\nformerly: [onboarding]"),
        .init(Company.Edit.lever, "team: onboarding", "team: first-mile"),
      ], []),
    Case("a guardrail loosened", [.loosened], ["guardrail-loosened support-load may rise to 20, not 12"]),
    Case("a guardrail tightened", [.init(Company.Edit.guardrail, "at_most: 12", "at_most: 9")], []),
    Case(
      "a lower limit loosened", [.init("metrics/meeting-satisfaction.yaml", "at_least: 3.8", "at_least: 3.5")],
      ["guardrail-loosened meeting-satisfaction may fall to 3.5, not 3.8"]),
    Case(
      "a limit that is no number", [.init(Company.Edit.guardrail, "at_most: 12", "at_most: plenty")],
      ["guardrail-loosened support-load may rise to plenty, not 12"]),
    Case(
      "a guardrail that watches less",
      [.init(Company.Edit.guardrail, "[activation-rate, new-workspaces]", "[activation-rate]")],
      ["guardrail-loosened support-load no longer guards new-workspaces"]),
    Case("a guardrail that goes", [.init(Company.Edit.guardrail, "", "")], ["guardrail-loosened support-load is gone"]),
  ]

  @Test(arguments: cases)
  func theEffectsAre(_ example: Case) {
    let base = Company(example.company)
    let head = base.with(example.edits)
    let radius = BlastRadius(base.changes(by: example.edits), from: base.strategy, to: head.strategy)
    #expect(radius.effects.map { "\($0.kind.rawValue) \($0.sentence)" } == example.effects)
  }

  private func diagnostic(_ rule: RuleID, _ subject: String, _ message: String, line: UInt32 = 0) -> Diagnostic {
    Diagnostic(
      rule: rule, ruleName: "name", severity: .error, message: message,
      location: Location(path: "a.yaml", range: ByteRange(at: line)), subject: subject)
  }

  private func newFaults(_ base: [Diagnostic], _ head: [Diagnostic]) -> [String] {
    let empty = Company().strategy
    return BlastRadius([], from: empty, to: empty, faults: (base, head)).effects.map { "\($0.subject) \($0.sentence)" }
  }

  @Test func aFaultIsNewByRuleAndEntityNotByItsPlace() {
    let old = diagnostic("NS1", "metric/a", "is 3 days old")
    #expect(newFaults([old], [diagnostic("NS1", "metric/a", "is 3 days old", line: 90)]).isEmpty)
    #expect(newFaults([old], [diagnostic("NS1", "metric/a", "is 4 days old")]).isEmpty)
    #expect(newFaults([old], []).isEmpty)
    #expect(newFaults([old], [diagnostic("NS1", "metric/b", "x")]) == ["metric/b error NS1 name: x"])
    #expect(newFaults([old], [diagnostic("NS2", "metric/a", "x")]) == ["metric/a error NS2 name: x"])
    #expect(newFaults([old], [diagnostic("NS1", "metric/a", "x"), old]) == ["metric/a error NS1 name: x"])
  }
}
