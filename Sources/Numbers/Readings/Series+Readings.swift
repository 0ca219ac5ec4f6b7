package import StrategyModel

extension Strategy {
  /// The values of a metric, one for each period, as they were known at the end of a day; of one segment, or of the
  /// whole.
  ///
  /// The row known last counts, and of those known on one day the later row. The whole is what was measured as such.
  /// Only when a metric is a sum, a period without it gets the sum of its segments: a rate is never summed.
  package func series(of metric: String, knownOn day: Day? = nil, segment: String = "") -> Series {
    guard let position = readings.position(of: metric) else { return Series() }
    let isSum = metrics.position(of: metric).map { metrics.all[$0].definition?.aggregation?.value == .sum } ?? false
    return readings.sheets[position].series(knownOn: day, segment: segment, summingSegments: isSum)
  }
}

extension ReadingsFile {
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
  /// With sums for periods in which all parts have a value but the whole does not; a sum is known when its last part
  /// is.
  fileprivate func filled(fromSumOf parts: [Series]) -> Series {
    var sums: [Period: (value: Double, known: Day, parts: Int)] = [:]
    for part in parts {
      for place in part.periods.indices {
        let (sum, known, count) = sums[part.periods[place]] ?? (0, part.known[place], 0)
        sums[part.periods[place]] = (sum + part.values[place], max(known, part.known[place]), count + 1)
      }
    }
    let missing = sums.filter { $0.value.parts == parts.count && $0.value.value.isFinite && self[$0.key] == nil }
    guard !missing.isEmpty else { return self }
    let summed = missing.map { Reading(period: $0.key, value: $0.value.value, knownOn: $0.value.known) }
    return Series(summed + periods.indices.map { Reading(period: periods[$0], value: values[$0], knownOn: known[$0]) })
  }
}
