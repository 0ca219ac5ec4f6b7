import Numbers
import StrategyModel

/// The part of a report that comes from readings.
struct ReportedNumbers {
  struct Segment {
    let name: String
    let standing: MetricStanding

    fileprivate var value: Double { standing.last?.value ?? 0 }
  }

  struct Guardrail {
    let metric: ReportedMetric
    let limits: [Breach.Limit]
    let guarded: [String]
    let breach: Breach?
  }

  /// Usually one; several only while one takes over from the other.
  let stars: [ReportedMetric]
  /// Of each North Star, the largest first.
  let segments: [[Segment]]
  /// By dimension, then in the order of the files.
  let inputs: [ReportedMetric]
  /// Those that are breached first.
  let guardrails: [Guardrail]
  let hasReadings: Bool

  init(_ strategy: Strategy, _ period: ReportPeriod) {
    let live = strategy.metrics.all.indices.filter { strategy.graph.isLive[$0] }
    let metrics = strategy.metrics.all
    hasReadings = !strategy.readings.isEmpty
    stars = strategy.graph.northStars.map { ReportedMetric($0, in: strategy, period) }
    segments = stars.map { star in
      let names = strategy.readings[star.id]?.segments.dropFirst() ?? []
      return names.map {
        Segment(name: $0, standing: MetricStanding(strategy.reported(star.id, segment: $0, period), target: nil))
      }.filter { !$0.standing.series.isEmpty }
        .sorted { ($1.value, $0.name) < ($0.value, $1.name) }
    }
    inputs = live.filter { metrics[$0].role?.value == .input }
      .sorted { (metrics[$0].dimensionRank, $0) < (metrics[$1].dimensionRank, $1) }
      .map { ReportedMetric($0, in: strategy, period) }
    let guardrails = live.filter { metrics[$0].role?.value == .guardrail }.map { position in
      Guardrail(
        metric: ReportedMetric(position, in: strategy, period), limits: metrics[position].threshold?.limits ?? [],
        guarded: metrics[position].guards.map { strategy.metrics[$0]?.name?.value ?? $0.id },
        breach: strategy.breach(of: position, period))
    }
    self.guardrails = guardrails.filter { $0.breach != nil } + guardrails.filter { $0.breach == nil }
  }
}

extension Strategy {
  /// The breach at the end of a report's days.
  fileprivate func breach(of metric: Int, _ period: ReportPeriod) -> Breach? {
    breach(of: metric, in: metrics.all[metric].id.map { reported($0.value, period) } ?? Series())
  }
}

extension Metric {
  fileprivate var dimensionRank: Int {
    dimension.flatMap { Dimension.allCases.firstIndex(of: $0.value) } ?? Dimension.allCases.count
  }
}
