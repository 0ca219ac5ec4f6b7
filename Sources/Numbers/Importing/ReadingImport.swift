package import StrategyModel

/// How the texts of an export become readings.
package struct ImportSettings: Sendable {
  package var calendar: PeriodCalendar
  /// How long a period is; `nil` where only periods written as such can tell.
  package var grain: Grain?
  package var numbers = NumberStyle.plain
  package var dates = DateStyle.iso
  /// The day on which the values are known, where the export has no column for it.
  package var knownOn: Day
  package var source: String
  /// The segment that stands for the whole.
  package var whole: String?
  /// Whether a period that is not over counts.
  package var takesUnfinished = false

  package init(calendar: PeriodCalendar, grain: Grain?, knownOn: Day, source: String) {
    (self.calendar, self.grain, self.knownOn, self.source) = (calendar, grain, knownOn, source)
  }
}

/// What an export says, by metric, and what of it can't be taken.
package struct ReadingImport: Sendable {
  /// By the name in the metric's column; "" where there is none.
  package private(set) var readings: [String: [NewReading]] = [:]
  package private(set) var rejects: [(line: Int, reason: String)] = []
  /// Values of periods that are not over, which are left out.
  package private(set) var unfinished = 0

  private var settings: ImportSettings

  package init(_ table: ExportTable, _ layout: ExportLayout, _ settings: ImportSettings) {
    self.settings = settings
    switch layout {
    case .long(let header, let period, let value, let segment, let knownOn, let metric):
      for row in table.rows.dropFirst(header + 1) {
        take(
          row.line, period: row[period], value: row[value], segment: segment.map { row[$0] } ?? "",
          knownOn: knownOn.map { row[$0] }, metric: metric.map { row[$0] } ?? "")
      }
    case .wide(let header, let periods, let segment):
      let names = table.rows[header]
      let rows = table.rows.dropFirst(header + 1)
      for row in rows {
        let part = rows.count == 1 ? "" : segment.map { row[$0] } ?? ""
        for column in periods {
          take(row.line, period: names[column], value: row[column], segment: part, knownOn: nil, metric: "")
        }
      }
    }
  }

  private mutating func take(
    _ line: Int, period text: String, value: String, segment: String, knownOn: String?, metric: String
  ) {
    if value.isEmpty { return }
    let day = knownOn.map { settings.dates.day($0) } ?? settings.knownOn
    guard let day else { return reject(line, "'\(shown(knownOn ?? ""))' is no day") }
    guard let period = period(text, line) else { return }
    guard let number = settings.numbers.plain(value) else { return reject(line, notANumber(value)) }
    let last = settings.calendar.lastDay(of: period)
    if last >= day, !settings.takesUnfinished { return unfinished += 1 }
    if settings.calendar.firstDay(of: period) > day {
      return reject(line, "\(settings.calendar.name(of: period)) has not begun")
    }
    let segment = segment == settings.whole ? "" : segment
    guard
      let reading = NewReading(
        period, number, knownOn: day, source: settings.source, segment: segment, line: line)
    else { return reject(line, notANumber(value)) }
    readings[metric, default: []].append(reading)
  }

  /// A period by its name, or by its first day.
  private mutating func period(_ text: String, _ line: Int) -> Period? {
    let calendar = settings.calendar
    if let named = calendar.period(named: text), named.grain != .day || settings.grain == .day {
      if let grain = settings.grain, grain != named.grain {
        reject(line, "'\(shown(text))' is a \(named.grain.rawValue), and the metric has \(grain.rawValue)s")
        return nil
      }
      settings.grain = named.grain
      return named
    }
    guard let day = settings.dates.day(text) else {
      reject(line, "'\(shown(text))' is no period")
      return nil
    }
    guard let grain = settings.grain else {
      reject(line, "'\(shown(text))' may begin a day, a week, a month or a quarter: say which with --grain")
      return nil
    }
    let period = calendar.period(grain, containing: day)
    guard calendar.firstDay(of: period) == day else {
      reject(line, "\(day) is not the first day of a \(grain.rawValue): that is \(calendar.firstDay(of: period))")
      return nil
    }
    return period
  }

  private func notANumber(_ text: String) -> String {
    for style in NumberStyle.allCases where style != settings.numbers {
      if style.plain(text) != nil { return "'\(shown(text))' is a number only with --numbers \(style.rawValue)" }
    }
    return "'\(shown(text))' is not a number"
  }

  private func shown(_ text: String) -> String { text.count > 30 ? text.prefix(30) + "…" : text }

  private mutating func reject(_ line: Int, _ reason: String) { rejects.append((line, reason)) }
}

extension ExportTable.Row {
  /// "" where the row is too short.
  fileprivate subscript(column: Int) -> String { column < cells.count ? cells[column] : "" }
}
