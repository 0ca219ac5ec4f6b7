import Diagnostics
import Numbers
import Presentation
import StrategyModel
import StrategyStore

/// The message for an export with rows that cannot be imported: every kind of fault, with the option that cures it.
struct ImportRejection {
  private let rejects: [(line: Int, fault: ImportFault)]
  private let file: String
  private let strategy: Strategy

  /// How many rows are listed, and how many additional ones when they need other options.
  private static let shown = 20

  init(_ rejects: [(line: Int, fault: ImportFault)], in file: String, _ strategy: Strategy) {
    (self.rejects, self.file, self.strategy) = (rejects, file, strategy)
  }

  /// What is wrong with a row, in a clause with its place.
  func line(_ place: Int) -> String {
    "\(file.visible):\(rejects[place].line): \(reason(rejects[place].fault))"
  }

  var failure: StrategyError {
    let cures = rejects.map { cure($0.fault) }
    var named: Set<Remedy?> = []
    let shown = rejects.indices.filter { place in
      cures[place] != nil && named.insert(cures[place]).inserted || place < Self.shown
    }
    let lines = shown.prefix(2 * Self.shown).map(line)
    let more = rejects.count > lines.count ? ["and \(rejects.count - lines.count) more"] : []
    var said: Set<Remedy> = []
    var help = Array(cures.compactMap(\.self).filter { said.insert($0).inserted }.prefix(12))
    if rejects.contains(where: \.fault.isUnreadable) {
      help.append("Leave out the rows that cannot be read, and have them listed, with \(give: .skipUnreadable).")
    }
    return StrategyError(
      .refused, message: "\(counted(rejects.count, "value")) cannot be imported, so nothing was",
      help: (lines + more).map { Remedy($0) } + help)
  }

  private func reason(_ fault: ImportFault) -> String {
    switch fault {
    case .cellCount(let count, let header): "this row has \(counted(count, "cell")), but the header has \(header)"
    case .notADay(let text): "\(quoted(text)) is not a date"
    case .notAPeriod(let text): "\(quoted(text)) is not a period"
    case .whichOrder(let text, let styles):
      styles.count > 1
        ? "\(quoted(text)) could be two days" : "\(quoted(text)) is a date only in the order \(styles[0].rawValue)"
    case .shortYear(let text): "the year in \(quoted(text)) does not have four digits"
    case .tooEarly(let text): "\(quoted(text)) is before \(PeriodCalendar.firstYear)"
    case .otherZone(let text): "\(quoted(text)) begins a day in another time zone than \(zone)"
    case .noZone(let text): "\(quoted(text)) has no time zone, but others in its column have one"
    case .mixedZones(let text): "\(quoted(text)) is another day in \(zone), and others in its column have other zones"
    case .otherGrain(let text, let found, let metric):
      "\(quoted(text)) is a \(found.rawValue), but the metric has \(metric.rawValue)s"
    case .whichGrain(let text): "\(quoted(text)) could be the first day of a week, a month or a quarter, or a day"
    case .notFirstDay(let day, let grain, let first, _):
      "\(day) is not the first day of a \(grain.rawValue): that is \(first)"
    case .notLastDay(let day, let grain, let last):
      "\(day) is not the last day of a \(grain.rawValue): that is \(last)"
    case .weekOrMonth(let text): "\(quoted(text)) could be a week or a month"
    case .monthOrYear(let text): "\(quoted(text)) looks like a month, but all could be years that end in the next"
    case .splitYear(let text): "\(quoted(text)) spans two years, but fiscal years begin in January here"
    case .aTotal(let text): "\(quoted(text)) is a total, not a period"
    case .otherCurrency(let text, let other):
      "\(quoted(text)) is not in \(other), as the metric or its other values are"
    case .notBegun(let period): "\(period) has not begun"
    case .notANumber(let text): "\(quoted(text)) is not a number"
    case .otherStyle(let text, let styles):
      "\(quoted(text)) is a number only in the format " + styles.map(\.rawValue).joined(separator: " or ")
    case .twoNumbers(let text, let plain, let grouped): "\(quoted(text)) could be \(plain) or \(grouped)"
    case .share(let text, let near):
      "\(quoted(text)) is a percentage, but nearby readings are like \(near.plain)"
    case .mixedPercentages: "some values have a percent sign and others do not"
    case .twice(let period, let line, _): "\(period) is listed twice, with another value in line \(line)"
    case .perhapsTheWhole(let text): "\(quoted(text)) could be a segment, or all of them"
    case .guessedText(let text): "\(quoted(text)) is in an unclear encoding"
    case .unknownMetric(let text): text.isEmpty ? "this row names no metric" : "there is no metric \(quoted(text))"
    }
  }

  private func cure(_ fault: ImportFault) -> Remedy? {
    switch fault {
    case .cellCount:
      "Quote cells that hold the separator, or skip rows by their first cell, as with \(give: .skip, "Total")."
    case .notAPeriod(let text): "If it is a total or a note, skip such rows with \(give: .skip, shown(text))."
    case .whichOrder(_, let styles):
      "Give the order of day, month and year with \(styles.map { .give(.dates, $0.rawValue) }.joined())."
    case .shortYear: "Write years with four digits; \(give: .shortYears) reads two-digit years as 2000 to 2099."
    case .otherZone:
      """
      Take the days as they are written, with \(give: .writtenDays), or set 'timezone:' in northstar.yaml to their \
      time zone.
      """
    case .noZone, .mixedZones:
      "Take the days as they are written, with \(give: .writtenDays), or export all in one time zone."
    case .weekOrMonth: "Give the length of a period with \(give: .grain, "week") or month."
    case .monthOrYear: "Give \(give: .grain, "month") if they are months, or \(give: .grain, "year") if they are years."
    case .splitYear:
      "Set the first month of the fiscal year with \(run: .set(field: "strategy.calendar.fiscal_year_starts", to: "4"))."
    case .aTotal(let text): "A total does not belong to one period: skip such rows with \(give: .skip, shown(text))."
    case .otherCurrency: "Export the values of a metric in its own currency."
    case .notFirstDay(let day, _, _, let last):
      day == last ? "If days are the last ones of their periods, give \(give: .lastDays)." : nil
    case .whichGrain: "Give the length of a period with \(give: .grain, "day"), week, month or quarter."
    case .otherStyle(_, let styles):
      "Give the number format with \(styles.map { .give(.numbers, $0.rawValue) }.joined())."
    case .twoNumbers: "Give the number format with \(give: .numbers, "plain") or \(give: .numbers, "european")."
    case .share: "Export shares without a percent sign, or correct the readings."
    case .mixedPercentages: "Export all values of a metric with a percent sign, or none."
    case .twice(_, _, let differing) where !differing.isEmpty:
      """
      The two rows differ in \(ExportFault.list(differing.map(\.column))): name the column of segments with \
      \(give: .segmentColumn, differing[0].column), or choose rows with \
      \(give: .rows, "\(differing[0].column)=\(shown(differing[0].text))").
      """
    case .twice:
      "Export one value for each period; segments have a column of their own, named with \(give: .segmentColumn)."
    case .perhapsTheWhole(let text):
      """
      Give \(give: .whole, shown(text)) if it means the whole, skip it with \(give: .skip, shown(text)), or name \
      the column of segments with \(give: .segmentColumn).
      """
    case .guessedText: "Give the encoding with \(give: .encoding, "windows-1252"), or save the file as UTF-8."
    case .unknownMetric(let text): unknown(text)
    case .notADay, .tooEarly, .otherGrain, .notLastDay, .notBegun, .notANumber: nil
    }
  }

  private func unknown(_ name: String) -> Remedy? {
    StrategyError.unknown(name, among: Set(strategy.ids(of: .metric)), "metric").help.first
  }

  private var zone: String { "'\(strategy.settings?.timezone?.value ?? "UTC")'" }
  private func quoted(_ text: String) -> String { "'\(shown(text))'" }
  private func shown(_ text: String) -> String { (text.count > 30 ? text.prefix(30) + "…" : text).visible }
}
