import Numbers
import Presentation
package import StrategyModel
package import StrategyStore

extension Strategy {
  /// The id of a metric that somebody named, with or without `metric/` before it.
  package func metricID(named name: String) throws(StrategyError) -> String {
    let id = name.hasPrefix("metric/") ? String(name.dropFirst("metric/".count)) : name
    guard metrics.contains(id) else { throw .unknown(id, among: metrics.ids, "metric") }
    return id
  }

  /// The length of a metric's periods: as it is measured, else as one of the metrics in its formula is.
  func periodLength(of metric: String) -> Grain? {
    if let grain = readings[metric]?.grain ?? grain(of: metric) { return grain }
    guard let text = metrics[metric]?.formula?.value, let formula = try? Formula(parsing: text) else { return nil }
    return formula.names.lazy.compactMap { readings[$0]?.grain }.first
  }

  /// A period of a metric that somebody named, or the one that contains a named day.
  package func period(_ text: String, of metric: String) throws(StrategyError) -> Period {
    guard let found = calendar.period(named: text) else {
      throw StrategyError(
        .badRequest, message: "'\(text.visible)' \(Period.refusal(of: text))",
        help: ["Name a week like 2026-W02, a month like 2026-01, a quarter like 2026-Q1 or a day like 2026-01-05."])
    }
    guard let grain = periodLength(of: metric), grain != found.grain else { return found }
    guard found.grain == .day else {
      let example = calendar.name(of: calendar.period(grain, containing: calendar.lastDay(of: found)))
      throw StrategyError(
        .badRequest,
        message: "'\(metric)' is measured by the \(grain.rawValue), but '\(text)' is a \(found.grain.rawValue)",
        help: ["Name a \(grain.rawValue), as \(example), or a day in it."])
    }
    return calendar.period(grain, containing: calendar.firstDay(of: found))
  }
}
