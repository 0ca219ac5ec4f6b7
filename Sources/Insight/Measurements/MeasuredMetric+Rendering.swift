import Diagnostics
import Numbers
import Pictures
package import Presentation
import StrategyModel

extension MeasuredMetric {
  package func text(width: Int?) -> String {
    (header(width: width) + [""]).map { $0 + "\n" }.joined() + rows(isTable: true).table(width: width)
  }

  /// For programs and pages, in chronological order.
  package var listing: Listing { rows(isTable: false) }

  package var title: String { metric?.name?.value ?? id }

  /// The last period first in a table for people; in chronological order for programs.
  private func rows(isTable: Bool) -> Listing {
    let places = isTable ? Array(shown.periods.indices.reversed()) : Array(shown.periods.indices)
    return Listing(["period", "value", "change", "known_on", "source", "segment", "signal"], places) { place in
      let before = standing.series[shown.periods[place] + -1]
      return [
        .text(calendar.name(of: shown.periods[place])),
        .number(shown.values[place], shown: shown.values[place].figure),
        .change(from: before, to: shown.values[place]), .text(shown.known[place].description),
        .text(sources[place]), .text(segment), .text(signals[place]?.words),
      ]
    }
  }

  private func header(width: Int?) -> [String] {
    var lines = [[id, metric?.name?.value.visible, unit].compactMap(\.self).joined(separator: "  ")]
    guard let last = standing.last else { return lines + ["Nothing was known."] }
    if let line = sparkline(width: width ?? 80) { lines.append(line) }
    lines.append("\(last.value.figure) in \(calendar.name(of: last.period))" + changes(last.value))
    if let target = standing.target {
      let share = standing.shareOfTarget.map { ", \($0.shareFigure) of it" } ?? ""
      lines.append("target \(target.figure): \((last.value - target).signedFigure)\(share)")
    }
    if let limits {
      let count = signals.count { $0 != nil }
      lines.append(
        "limits \(limits.lower.figure) to \(limits.upper.figure), "
          + "mean \(limits.mean.figure); \(counted(count, "signal"))")
    }
    if !segments.isEmpty {
      lines.append("by segment: " + segments.map { "\($0.name.visible) \($0.value.figure)" }.joined(separator: ", "))
    }
    return lines + annotations
  }

  /// What happened in the periods shown: `2026-02-03: The calendar was down`.
  private var annotations: [String] {
    guard let first = shown.periods.first, let last = shown.periods.last else { return [] }
    let days = calendar.firstDay(of: first)...calendar.lastDay(of: last)
    return (metric?.annotations ?? []).compactMap { annotation in
      guard let day = annotation.on?.value, days.contains(day), let text = annotation.text?.value else { return nil }
      return "\(day): \(text.visible)"
    }
  }

  /// The periods shown as one line between the first one's name and the last one's; unmeasured periods are gaps. `nil`
  /// for a single value, and where there is no room.
  private func sparkline(width: Int) -> String? {
    guard let first = shown.periods.first, let last = shown.periods.last, first < last else { return nil }
    let names = (first: calendar.name(of: first), last: calendar.name(of: last))
    let room = width - names.first.count - names.last.count - 2
    let length = last.number - first.number + 1
    guard room >= 4, length <= 10_000 else { return nil }
    let values = (0..<length).map { shown[first + $0] }
    return "\(names.first) \(Sparkline(values, width: room).text) \(names.last)"
  }

  private var unit: String? { metric?.definition?.unit.map { "(\($0.value.visible))" } }

  private func changes(_ value: Double) -> String {
    let grain = shown.periods.first?.grain.rawValue ?? "period"
    var parts: [String] = []
    if let previous = standing.previous {
      parts.append("\(ValueChange(from: previous, to: value).long) on the \(grain) before")
    }
    if grain == "day", let week = standing.weekBefore {
      parts.append("\(ValueChange(from: week, to: value).long) on the week before")
    }
    if let month = standing.before(months: 1, in: calendar), shown.periods.first?.grain != .month {
      parts.append("\(ValueChange(from: month, to: value).long) on the month before")
    }
    if let year = standing.before(months: 12, in: calendar) {
      parts.append("\(ValueChange(from: year, to: value).long) on the year before")
    }
    return parts.isEmpty ? "" : ", " + parts.joined(separator: ", ")
  }

  package var json: JSONValue {
    let rows = shown.periods.indices.map { place -> JSONValue in
      [
        "period": .string(calendar.name(of: shown.periods[place])), "value": .number(shown.values[place]),
        "knownOn": .string(shown.known[place].description), "source": .string(sources[place]),
        "signal": .orNull(signals[place]?.words),
      ]
    }
    return [
      "formatVersion": "1.0", "metric": .string(id), "segment": .string(segment),
      "unit": .orNull(metric?.definition?.unit?.value),
      "grain": .orNull(shown.periods.first?.grain.rawValue), "readings": .array(rows),
      "target": .orNull(standing.target),
      "shareOfTarget": .orNull(standing.shareOfTarget),
      "limits": limits.map { ["lower": .number($0.lower), "mean": .number($0.mean), "upper": .number($0.upper)] }
        ?? .null,
      "segments": .array(segments.map { ["segment": .string($0.name), "value": .number($0.value)] }),
    ]
  }
}

extension Cell {
  /// A change: for people relative where that says something, for programs the difference.
  static func change(from before: Double?, to value: Double) -> Cell {
    let change = before.map { ValueChange(from: $0, to: value) }
    return .number(change?.difference, shown: change?.short)
  }
}

extension ValueChange {
  /// `+0.3 (+0.7 %)`
  fileprivate var long: String { difference.signedFigure + (relative.map { " (\($0.percentFigure))" } ?? "") }
}
