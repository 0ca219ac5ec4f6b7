package import StrategyModel

extension Strategy {
  /// The ids of the guardrails that are breached on a day, by the metric that they guard; empty when readings were not
  /// loaded.
  package func breachesByGuarded(on day: Day) -> [String: [String]] {
    var found: [String: [String]] = [:]
    for breach in breaches(on: day) {
      guard let id = metrics.all[breach.metric].id?.value else { continue }
      for guarded in metrics.all[breach.metric].guards { found[guarded.id, default: []].append(id) }
    }
    return found
  }
}
