package import StrategyModel

extension Strategy {
  /// The values of a metric, a period each, as they were known at the end of a day; of one segment, or of the whole.
  ///
  /// The row known last counts, and of those known on one day the later row. The whole is what was measured as such;
  /// only where a metric is a sum is a period without it the sum of its segments: a rate is never summed.
  package func series(of metric: String, knownOn day: Day? = nil, segment: String = "") -> Series {
    guard let position = readings.position(of: metric) else { return Series() }
    let isSum = metrics.position(of: metric).map { metrics.all[$0].definition?.aggregation?.value == .sum } ?? false
    return readings.sheets[position].series(knownOn: day, segment: segment, summingSegments: isSum)
  }
}

extension ReadingSheet {
  package func series(knownOn day: Day? = nil, segment: String = "", summingSegments: Bool = false) -> Series {
    guard let wanted = segments.firstIndex(of: segment) else { return Series() }
    let whole = series(knownOn: day, segment: Int32(wanted))
    guard summingSegments, segment.isEmpty, segments.count > 1 else { return whole }
    let parts = segments.indices.dropFirst().map { series(knownOn: day, segment: Int32($0)) }
    return whole.filled(fromSumOf: parts)
  }

  private func series(knownOn day: Day?, segment: Int32) -> Series {
    Series(rows.filter { row in row.segment == segment && day.map { row.knownOn <= $0 } ?? true })
  }
}

extension Series {
  fileprivate func filled(fromSumOf parts: [Series]) -> Series {
    var sums: [Period: (sum: Double, parts: Int)] = [:]
    for part in parts {
      for (period, value) in zip(part.periods, part.values) {
        let (sum, count) = sums[period] ?? (0, 0)
        sums[period] = (sum + value, count + 1)
      }
    }
    for (period, value) in zip(periods, values) { sums[period] = (value, parts.count) }
    return Series(
      sums.lazy.filter { $0.value.parts == parts.count && $0.value.sum.isFinite }.map { ($0.key, $0.value.sum) })
  }
}
