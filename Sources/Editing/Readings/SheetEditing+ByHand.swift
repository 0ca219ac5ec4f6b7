import Numbers
import Presentation
package import StrategyModel
package import StrategyStore

/// Readings that a person adds or takes back.
extension SheetEditing {
  /// Adds the value of a period.
  ///
  /// - Parameters:
  ///   - text: a number with a decimal point.
  ///   - day: the day on which it was known (default: today).
  ///   - segment: "" for the whole.
  package func add(
    _ text: String, of period: Period, knownOn day: Day?, source: String, segment: String,
    to draft: inout StrategyDraft
  ) throws(StrategyError) -> CommitWording {
    let number = NumberStyle.plain.plain(text)
    guard let number,
      let reading = NewReading(period, number, knownOn: day ?? draft.today, source: source, segment: segment)
    else { throw .notANumber(text) }
    let additions = try add([reading], to: &draft, takesWithdrawn: true)
    var wording = CommitWording(topic: metric, what: "\(number) in \(name(of: period, segment))")
    wording.remarks = additions.remarks(in: draft.strategy.calendar)
    return wording
  }

  /// Takes back the value of a period: it is unknown from today on, and what was known before stays in the sheet.
  ///
  /// - Parameter segment: "" for the whole.
  package func withdraw(
    _ period: Period, segment: String, from draft: inout StrategyDraft
  ) throws(StrategyError) -> CommitWording {
    let what = name(of: period, segment)
    guard sheet?.series(segment: segment)[period] != nil else {
      throw StrategyError(
        message: "'\(metric)' has no value of \(what.visible) that could be withdrawn",
        help: ["See its versions with \(run: .readingVersions(metric: metric))."])
    }
    let withdrawal = NewReading(withdrawing: period, knownOn: today, source: "by hand", segment: segment)
    let additions = try add([withdrawal], to: &draft)
    var wording = CommitWording(topic: metric, what: "withdraw \(what)")
    wording.remarks = additions.remarks(in: calendar)
    return wording
  }

  private func name(of period: Period, _ segment: String) -> String {
    calendar.name(of: period) + (segment.isEmpty ? "" : " (\(segment))")
  }
}

extension StrategyError {
  /// The refusal of a text that is not a number, with a suggestion.
  fileprivate static func notANumber(_ text: String) -> StrategyError {
    let meant = NumberStyle.allCases.lazy.compactMap { $0.plain(text) }.first
    return StrategyError(
      message: "'\(text.visible)' is not a number",
      help: [
        meant.map { "Write '\($0)', with a decimal point and nothing between the thousands." }
          ?? "Write digits with a decimal point, as in 12049.5."
      ])
  }
}
