package import Diagnostics
import Dispatch
package import StrategyModel
import Synchronization

/// The outcome of checking one strategy.
package struct Check: Sendable {
  /// Sorted by place, then rule; the same in every run.
  package let diagnostics: [Diagnostic]
  /// The number of faults suppressed by a waiver in force.
  package let waived: Int

  /// Runs every rule of the catalog under the strategy's own settings and waivers.
  package init(_ strategy: Strategy, today: Day, rules: [any Rule] = RuleCatalog.rules) {
    let settings = RuleSettings(strategy)
    let found = Check.onAllCores(rules, when: strategy.files.count > 500) { rule in
      guard var report = settings.report(of: rule.card, today: today) else { return [] }
      rule.check(strategy, &report)
      return report.diagnostics
    }
    let waivers = WaiversInForce(strategy, today: today)
    let kept = waivers.isEmpty ? found : found.filter { !waivers.cover($0) }
    waived = found.count - kept.count
    diagnostics = kept.sorted(by: Check.isBefore)
  }

  /// The outcome of several checks of the same strategy, each with other rules: they can run in parallel.
  package init(merging parts: [Check]) {
    diagnostics = parts.flatMap(\.diagnostics).sorted(by: Check.isBefore)
    waived = parts.reduce(0) { $0 + $1.waived }
  }

  /// The number of diagnostics of a severity.
  package func count(_ severity: Severity) -> Int {
    diagnostics.reduce(0) { $0 + ($1.severity == severity ? max(1, $1.more) : 0) }
  }

  /// What all rules find, in no order; for small strategies, starting threads is not worth it.
  private static func onAllCores(
    _ rules: [any Rule], when isLarge: Bool, _ run: @Sendable (any Rule) -> [Diagnostic]
  ) -> [Diagnostic] {
    guard isLarge else { return rules.flatMap(run) }
    let found = Mutex<[Diagnostic]>([])
    DispatchQueue.concurrentPerform(iterations: rules.count) { position in
      let diagnostics = run(rules[position])
      if !diagnostics.isEmpty { found.withLock { $0 += diagnostics } }
    }
    return found.withLock { $0 }
  }

  private static func isBefore(_ a: Diagnostic, _ b: Diagnostic) -> Bool {
    if a.location != b.location { return a.location < b.location }
    return (a.rule, a.message) < (b.rule, b.message)
  }
}

/// What `northstar.yaml` says about rules. A rule of its own reports mistakes in it.
struct RuleSettings {
  private var byRule: [RuleID: RuleSetting] = [:]

  init(_ strategy: Strategy) {
    for setting in strategy.settings?.rules ?? [] {
      if let name = setting.rule?.value, let rule = RuleCatalog.rule(name) { byRule[rule.card.id] = setting }
    }
  }

  private func severity(of card: Card) -> Severity? {
    switch byRule[card.id]?.severity?.value {
    case .off: nil
    case .note: .note
    case .warning: .warning
    case .error: .error
    case nil: card.severity
    }
  }

  /// An empty report of a rule; `nil` when the rule is off.
  func report(of card: Card, today: Day) -> Report? {
    severity(of: card).map { Report(card, severity: $0, own: Own(byRule[card.id]), today: today) }
  }

  /// What a strategy sets for one rule.
  struct Own {
    /// Thresholds by name.
    private(set) var values: [String: Double] = [:]
    /// In lower case, with one space between words; never empty ones.
    let words: [String]
    let exceptions: [String]

    init(_ setting: RuleSetting?) {
      words = Own.phrases(setting?.words ?? [])
      exceptions = Own.phrases(setting?.exceptions ?? [])
      for (key, value) in setting?.settings?.entries ?? [] { values[key.value] = value.value }
    }

    private static func phrases(_ texts: [Located<String>]) -> [String] {
      texts.map { $0.value.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ") }
        .filter { !$0.isEmpty }
    }
  }
}

/// Waivers in force on a day.
private struct WaiversInForce {
  private struct Key: Hashable {
    let rule: RuleID
    let subject: String
  }

  private var keys: Set<Key> = []
  var isEmpty: Bool { keys.isEmpty }

  init(_ strategy: Strategy, today: Day) {
    for waiver in strategy.waivers.all {
      guard let name = waiver.rule?.value, let rule = RuleCatalog.rule(name), let entity = waiver.entity,
        let expires = waiver.expires?.value, today <= expires
      else { continue }
      keys.insert(Key(rule: rule.card.id, subject: entity.text))
    }
  }

  func cover(_ diagnostic: Diagnostic) -> Bool {
    keys.contains(Key(rule: diagnostic.rule, subject: diagnostic.subject))
  }
}
