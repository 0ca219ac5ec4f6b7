package import Numbers
import Presentation
package import StrategyModel
package import StrategyStore

/// The readings of one metric in a draft.
package struct SheetEditing {
  let metric: String
  /// `nil` where nothing was measured yet.
  let sheet: ReadingsFile?
  private let path: String
  let calendar: PeriodCalendar
  let today: Day

  package init(_ metric: String, in draft: inout StrategyDraft) throws {
    guard draft.strategy.mayHave(.metric, metric) else {
      throw StrategyError.unknown(metric, among: Set(draft.strategy.ids(of: .metric)), "metric")
    }
    self.metric = metric
    calendar = draft.strategy.calendar
    today = draft.today
    let path = "\(ReadingsFile.folder)/\(metric)\(ReadingsFile.suffix)"
    self.path = path
    try draft.openSheet(path)
    sheet = draft.text(of: path).flatMap { $0.isEmpty ? nil : $0 }.map { [calendar, draft] text in
      ReadingsFile(
        path: draft.fullPath(path), text: text, calendar: calendar, grain: draft.strategy.grain(of: metric))
    }
    grain = sheet?.grain ?? draft.strategy.grain(of: metric)
    if let fault = sheet?.faults.first {
      switch fault.kind {
      case .header:
        throw StrategyError(
          message: "'\(draft.fullPath(path))' has columns other than those of readings",
          help: ["Make its first line '\(ReadingsFile.columns.joined(separator: ","))'."])
      case .lineEnds, .notText, .pointer, .conflict:
        throw StrategyError(
          message: "'\(draft.fullPath(path))' cannot be read", help: ["See why with \(run: .check)."])
      default: break
      }
    }
  }

  /// The length of a period; `nil` while neither the metric nor a reading defines it.
  let grain: Grain?

  /// A period by its name, or 'last'.
  package func period(_ name: String) throws(StrategyError) -> Period {
    if name == "last" {
      guard let grain else {
        throw StrategyError(
          message: "'\(metric)' does not say how long its periods are",
          help: [
            """
            Name the period itself, as in 2026-W05, or set it once and for all with \
            \(run: .set(field: "\(metric).definition.grain", to: "week")).
            """
          ])
      }
      return calendar.period(grain, containing: today) + -1
    }
    guard let period = calendar.period(named: name) else {
      if calendar.isTooEarly(name) {
        throw StrategyError(
          message: "'\(name.visible)' is before \(PeriodCalendar.firstYear)", help: ["Write the year with four digits."]
        )
      }
      throw .notAPeriod(name)
    }
    if let grain, grain != period.grain {
      let day = period.grain == .day ? calendar.firstDay(of: period) : nil
      let named = calendar.name(of: calendar.period(grain, containing: day ?? today))
      throw StrategyError(
        message: "'\(name)' is a \(period.grain.rawValue), but '\(metric)' has \(grain.rawValue)s",
        help: [day == nil ? "Write it like \(named)." : "Write '\(named)' for the \(grain.rawValue) that contains it."])
    }
    return period
  }

  /// Adds what is new.
  ///
  /// - Parameter takesWithdrawn: whether a value that was withdrawn counts again when it comes once more.
  package func add(
    _ readings: [NewReading], to draft: inout StrategyDraft, takesWithdrawn: Bool = false
  ) throws(StrategyError) -> ReadingAdditions {
    let additions = ReadingAdditions(readings, to: sheet, takesWithdrawn: takesWithdrawn)
    if !additions.rows.isEmpty {
      let lines = ReadingsFile.lines(additions.rows, in: calendar)
      let text = ReadingsFile.text(draft.text(of: path), adding: lines)
      try expect(additions.rows.count, in: text, of: draft)
      draft.write(text, to: path)
    }
    return additions
  }

  /// After an unclosed quote, further rows would not be read as rows.
  private func expect(_ added: Int, in text: [UInt8], of draft: StrategyDraft) throws(StrategyError) {
    let changed = ReadingsFile(path: path, text: text, calendar: calendar, grain: grain)
    guard changed.rows.count != (sheet?.rows.count ?? 0) + added else { return }
    throw StrategyError(
      message: "rows after the last one of '\(draft.fullPath(path))' could not be read",
      help: ["See what is wrong with it with \(run: .check); perhaps a quote is never closed."])
  }
}

extension ReadingAdditions {
  /// The corrections that the values make, in sentences: at most ten one by one.
  package func remarks(in calendar: PeriodCalendar) -> [String] {
    var remarks = corrections.prefix(10).map { reading, old in
      let segment = reading.segment.isEmpty ? "" : " (\(reading.segment))"
      return "\(calendar.name(of: reading.period))\(segment) was \(old.plain) and is now \(reading.text)."
    }
    if corrections.count > 10 { remarks.append("\(corrections.count - 10) more corrections.") }
    return remarks
  }
}

extension StrategyError {
  static func notAPeriod(_ name: String) -> StrategyError {
    StrategyError(
      message: "'\(name.visible)' \(Period.refusal(of: name))",
      help: ["Write a day (2026-01-05), a week (2026-W02), a month (2026-01) or a quarter (2026-Q1)."])
  }
}
