import Diagnostics
import Rules
import StrategyModel
import StrictYAML
import Testing

/// What the passing of time may and may not do.
@Suite struct TimeTests {
  /// A revision without errors stays without errors, except for overdue reviews, which let every commit pass: no hook
  /// refuses a change because of the date.
  @Test(arguments: [1, 10, 100, 400, 4000])
  func noDayThatPassesBringsAnError(_ days: Int) {
    for card in RuleCatalog.rules.map(\.card) {
      for example in card.wrong + card.right {
        let strategy = SmallStrategy.loaded(with: example)
        let now = errors(of: strategy, on: SmallStrategy.today)
        #expect(errors(of: strategy, on: SmallStrategy.today + days).subtracting(now) == [], "\(card.name)")
      }
    }
  }

  @Test func whatIsNeverTouchedIsAskedFor() {
    let rules = Set(Check(SmallStrategy.loaded(), today: SmallStrategy.today + 800).diagnostics.map(\.rule.code))
    #expect(rules == ["NS414", "NS604", "NS701"])
  }

  private func errors(of strategy: Strategy, on day: Day) -> Set<String> {
    Set(
      Check(strategy, today: day).diagnostics.filter {
        $0.severity == .error && !RuleCatalog.deadlines.contains($0.rule)
      }
      .map { "\($0.rule) \($0.location.path) \($0.location.range.lower)" })
  }
}
