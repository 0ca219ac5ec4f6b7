package import StrategyModel

/// A guardrail whose last reading is beyond its threshold.
package struct Breach: Sendable, Equatable {
  package enum Limit: Sendable, Equatable {
    case atMost(Double)
    case atLeast(Double)

    package var value: Double {
      switch self {
      case .atMost(let value), .atLeast(let value): value
      }
    }

    func isKept(by value: Double) -> Bool {
      switch self {
      case .atMost(let limit): value <= limit
      case .atLeast(let limit): value >= limit
      }
    }
  }

  /// The guardrail's position in `Strategy.metrics`.
  package let metric: Int
  /// The last measured period, and the first of the consecutive periods beyond the threshold that end there.
  package let period: Period
  package let since: Period
  package let value: Double
  package let limit: Limit
}

extension Threshold {
  package var limits: [Breach.Limit] {
    [atMost.map { .atMost($0.value) }, atLeast.map { .atLeast($0.value) }].compactMap(\.self)
  }

  /// The limit that a value exceeds.
  package func broken(by value: Double) -> Breach.Limit? { limits.first { !$0.isKept(by: value) } }
}

extension Strategy {
  /// The guardrails in use that are breached according to what was known at the end of a day, in the order of their
  /// files.
  package func breaches(on day: Day) -> [Breach] {
    guard !readings.isEmpty else { return [] }
    return metrics.all.indices.filter { graph.isLive[$0] && metrics.all[$0].role?.value == .guardrail }
      .compactMap { breach(of: $0, on: day) }
  }

  private func breach(of metric: Int, on day: Day) -> Breach? {
    metrics.all[metric].id.flatMap { breach(of: metric, in: series(of: $0.value, knownOn: day)) }
  }

  /// The breach, if the last of these values of a metric is beyond its threshold.
  package func breach(of metric: Int, in series: Series) -> Breach? {
    guard let threshold = metrics.all[metric].threshold else { return nil }
    guard let last = series.last, let limit = threshold.broken(by: last.value) else { return nil }
    let start = series.values.lastIndex { threshold.broken(by: $0) == nil }.map { $0 + 1 } ?? 0
    return Breach(metric: metric, period: last.period, since: series.periods[start], value: last.value, limit: limit)
  }
}
