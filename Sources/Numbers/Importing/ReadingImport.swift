import StrategyModel

/// The values of an export, by metric, and the rows that cannot be imported.
package struct ReadingImport: Sendable {
  /// By the name in the metric's column; "" when there is no such column.
  package private(set) var readings: [String: [NewReading]] = [:]
  /// In the order of lines, every row with all of its faults.
  package private(set) var rejects: [(line: Int, fault: ImportFault)] = []
  package private(set) var leftOut = LeftOut()

  private var settings: ImportSettings
  private let table: ExportTable
  private let header: ExportTable.Row
  private let columns: Set<Int>
  private var periods = ColumnOfPeriods([], header: "", DayReader(), PeriodCalendar())
  private var periodDays: DayReader
  private var knownDays: DayReader
  private var values: [FoundValue] = []
  private var places: [Place: (value: Double?, line: Int)] = [:]

  private struct Place: Hashable {
    let metric: String
    let period: Period
    let segment: String
    let knownOn: Day
  }

  package init(_ table: ExportTable, _ layout: ExportLayout, _ settings: ImportSettings) {
    self.settings = settings
    self.table = table
    let header = table.rows[layout.header]
    (self.header, columns) = (header, layout.columns)
    (periodDays, knownDays) = (settings.days, settings.days)
    leftOut.withoutValue = table.emptyLines.count { $0 > header.line }
    leftOut.columns = header.cells.indices.filter { !layout.columns.contains($0) }.map { header[$0] }
      .filter { !$0.isEmpty && $0.lowercased() != "source" }
    let rows = table.rows.dropFirst(layout.header + 1).filter { isChosen($0) && !isSkipped($0, layout) }
    switch layout {
    case .long(_, let period, _, _, let knownOn, _):
      let texts = rows.map { $0[period] }
      periodDays = settings.days.of(column: texts)
      periods = ColumnOfPeriods(
        texts.filter { !ReadingImport.isTotal($0) }, header: header[period], periodDays, settings.calendar)
      if let knownOn { knownDays = settings.days.of(column: rows.map { $0[knownOn] }) }
    case .wide(_, let columns, _, _):
      let texts = columns.map { header[$0] }
      periodDays = settings.days.of(column: texts)
      periods = ColumnOfPeriods(texts, header: "", periodDays, settings.calendar)
    }
    for row in rows {
      let count = row.filled
      guard count <= header.filled, row.cells.count >= header.filled else {
        reject(
          row.line, .cellCount(max(count, row.cells.count < header.filled ? row.cells.count : 0), header: header.filled)
        )
        continue
      }
      take(row, layout, header, isOnlyRow: table.rows.count == layout.header + 2)
    }
    let doubts = NumberDoubts(values, settings)
    for value in values { add(value, doubts) }
    rejects.sort { $0.line < $1.line }
    guard settings.skipsUnreadable else { return }
    leftOut.unreadable = rejects.filter(\.fault.isUnreadable)
    rejects.removeAll(where: \.fault.isUnreadable)
  }

  private mutating func isChosen(_ row: ExportTable.Row) -> Bool {
    guard !settings.chosen.allSatisfy({ column, texts in texts.contains(row[column]) }) else { return true }
    leftOut.notChosen += 1
    return false
  }

  private mutating func isSkipped(_ row: ExportTable.Row, _ layout: ExportLayout) -> Bool {
    var names = [row[0]]
    if case .long(_, let period, _, let segment, _, _) = layout {
      names += [row[period]] + (segment.map { [row[$0]] } ?? [])
    }
    if case .wide(_, _, let segment, _) = layout { names.append(row[segment]) }
    guard names.contains(where: settings.skipped.contains) else { return false }
    leftOut.skipped += 1
    return true
  }

  private mutating func take(
    _ row: ExportTable.Row, _ layout: ExportLayout, _ header: ExportTable.Row, isOnlyRow: Bool
  ) {
    switch layout {
    case .long(_, let period, let values, let segment, let knownOn, let metric):
      let segment = named(segment.map { row[$0] } ?? "", row.line)
      for column in values {
        take(
          ExportedValue(
            line: row.line, metric: column.metric ?? metric.map { row[$0] } ?? "", period: row[period],
            value: row[column.position], segment: segment, knownOn: knownOn.map { row[$0] }))
      }
    case .wide(_, let periods, let segment, let isNamed):
      let name = isOnlyRow && !isNamed ? lone(row[segment], row.line) : named(row[segment], row.line)
      for column in periods {
        take(
          ExportedValue(
            line: row.line, metric: "", period: header[column], value: row[column], segment: name, knownOn: nil))
      }
    }
  }

  /// A segment by its name; "" for the whole. The user is asked about what looks like a total.
  private mutating func named(_ segment: String, _ line: Int) -> String {
    if segment.isEmpty || segment == settings.whole { return "" }
    if ReadingImport.isTotal(segment) { reject(line, .perhapsTheWhole(segment)) }
    if settings.isGuess, !segment.isASCII { reject(line, .guessedText(segment)) }
    return segment
  }

  /// The only row of a chart is the whole when it has the metric's name, or that of a total.
  private mutating func lone(_ name: String, _ line: Int) -> String {
    let known = settings.metrics[""]?.names ?? []
    let isWhole =
      name.isEmpty || name == settings.whole || ReadingImport.isTotal(name)
      || known.contains { $0.lowercased() == name.lowercased() }
    if !isWhole { reject(line, .perhapsTheWhole(name)) }
    return ""
  }

  private mutating func take(_ text: ExportedValue) {
    if ReadingImport.wordsForNone.contains(text.value.lowercased()) { return leftOut.withoutValue += 1 }
    guard let metric = settings.metrics[text.metric] else { return reject(text.line, .unknownMetric(text.metric)) }
    let period = period(text, metric)
    let day = text.knownOn.map { knownOn($0, text.line) } ?? settings.knownOn
    let number = number(text)
    guard let period, let day, let number else { return }
    if settings.calendar.lastDay(of: period) >= day, !settings.takesUnfinished {
      return leftOut.unfinished.append(period)
    }
    guard settings.calendar.firstDay(of: period) <= day else {
      return reject(text.line, .notBegun(settings.calendar.name(of: period)))
    }
    values.append(FoundValue(text: text, period: period, knownOn: day, number: number))
  }

  private mutating func add(_ value: FoundValue, _ doubts: NumberDoubts) {
    let text = value.text
    if let fault = doubts.fault(of: value) { return reject(text.line, fault) }
    guard
      let reading = NewReading(
        value.period, value.number, knownOn: value.knownOn, source: settings.source, segment: text.segment,
        line: text.line)
    else { return reject(text.line, .notANumber(text.value)) }
    let place = Place(metric: text.metric, period: value.period, segment: text.segment, knownOn: value.knownOn)
    if let first = places[place] {
      if first.value == reading.value { return leftOut.repeated += 1 }
      return reject(
        text.line,
        .twice(
          settings.calendar.name(of: value.period), line: first.line, differing: differing(text.line, from: first.line))
      )
    }
    places[place] = (reading.value, text.line)
    readings[text.metric, default: []].append(reading)
  }

  /// The cells of columns that are not read by which a row differs from another.
  private func differing(_ line: Int, from other: Int) -> [DifferingCell] {
    guard line != other, let own = tableRow(ofLine: line), let first = tableRow(ofLine: other) else { return [] }
    return header.cells.indices.filter { !columns.contains($0) && !header[$0].isEmpty && own[$0] != first[$0] }
      .map { DifferingCell(column: header[$0], text: own[$0]) }
  }

  private func tableRow(ofLine line: Int) -> ExportTable.Row? {
    var range = table.rows.indices
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      if table.rows[middle].line == line { return table.rows[middle] }
      range = table.rows[middle].line < line ? middle + 1..<range.upperBound : range.lowerBound..<middle
    }
    return nil
  }

  /// A period by its name, or by its first day; by its last one where that is certain or was said.
  private mutating func period(_ text: ExportedValue, _ metric: ImportedMetric) -> Period? {
    let calendar = settings.calendar
    let (name, line) = (text.period, text.line)
    if metric.grain == .year, let year = FiscalYearText(name) {
      return year.period(in: calendar) ?? rejected(line, .splitYear(name))
    }
    if periods.looksLikeYears, !settings.areMonths, !ReadingImport.isTotal(name) {
      return rejected(line, .monthOrYear(name))
    }
    let named = PeriodText.periods(name, in: calendar).filter { $0.grain != .day || metric.grain == .day }
    if named.count > 1, metric.grain == nil { return rejected(line, .weekOrMonth(name)) }
    if let period = named.first(where: { $0.grain == metric.grain }) ?? named.first {
      if let grain = metric.grain, grain != period.grain {
        if grain == .quarter, period.grain == .month, periods.hasQuartersByMonth {
          return calendar.period(.quarter, containing: calendar.firstDay(of: period))
        }
        return rejected(line, .otherGrain(name, period.grain, metricHas: grain))
      }
      settings.metrics[text.metric]?.grain = period.grain
      return period
    }
    if ReadingImport.isTotal(name) { return rejected(line, .aTotal(name)) }
    switch periodDays.day(name, isStart: true) {
    case .failure(.notADay):
      if PeriodText.hasShortYear(name) { return short(text, metric) }
      return rejected(line, calendar.isTooEarly(name) ? .tooEarly(name) : .notAPeriod(name))
    case .failure(let fault): return rejected(line, fault.of(name))
    case .success(let day):
      guard let grain = metric.grain else { return rejected(line, .whichGrain(name)) }
      return period(grain, by: day, line)
    }
  }

  private mutating func period(_ grain: Grain, by day: Day, _ line: Int) -> Period? {
    let period = settings.calendar.period(grain, containing: day)
    let (first, last) = (settings.calendar.firstDay(of: period), settings.calendar.lastDay(of: period))
    if settings.takesLastDays || periods.saysLastDays {
      return day == last ? period : rejected(line, .notLastDay(day, of: grain, last: last))
    }
    if first == day || last == day && periods.hasLastDays(grain, settings.calendar) { return period }
    return rejected(line, .notFirstDay(day, of: grain, first: first, last: last))
  }

  /// `Apr 21`: a month when years of two digits are this century's.
  private mutating func short(_ text: ExportedValue, _ metric: ImportedMetric) -> Period? {
    guard settings.days.takesShortYears else { return rejected(text.line, .shortYear(text.period)) }
    let long = text.period.dropLast(2) + "20" + text.period.suffix(2)
    return period(
      ExportedValue(
        line: text.line, metric: text.metric, period: String(long), value: text.value, segment: text.segment,
        knownOn: text.knownOn), metric)
  }

  private mutating func knownOn(_ text: String, _ line: Int) -> Day? {
    switch knownDays.day(text, isStart: false) {
    case .success(let day): return day
    case .failure(let fault): return rejected(line, fault.of(text))
    }
  }

  private mutating func number(_ text: ExportedValue) -> String? {
    let amount = text.amount
    if let number = (settings.numbers ?? .plain).plain(amount) { return number }
    if settings.numbers == nil, let number = NumberStyle.spaced(amount) { return number }
    let others = NumberStyle.readings(of: amount).map(\.style)
    return rejected(text.line, others.isEmpty ? .notANumber(text.value) : .otherStyle(text.value, others))
  }

  private mutating func rejected<Value>(_ line: Int, _ fault: ImportFault) -> Value? {
    reject(line, fault)
    return nil
  }

  private mutating func reject(_ line: Int, _ fault: ImportFault) { rejects.append((line, fault)) }

  private static func isTotal(_ text: String) -> Bool {
    totals.contains(text.lowercased().trimmingCharacter(":"))
  }

  private static let wordsForNone: Set<String> = [
    "", "n/a", "#n/a", "na", "n.a.", "null", "none", "-", "–", "—", "..", "k. a.", "k.a.",
  ]
  private static let totals: Set<String> = [
    "total", "totals", "grand total", "subtotal", "sum", "all", "overall", "everyone", "all users", "summe", "gesamt",
    "insgesamt", "gesamtsumme", "suma", "total general",
  ]
}

extension DayFault {
  fileprivate func of(_ text: String) -> ImportFault {
    switch self {
    case .notADay: .notADay(text)
    case .whichOrder(let styles): .whichOrder(text, styles)
    case .shortYear: .shortYear(text)
    case .tooEarly: .tooEarly(text)
    case .otherZone: .otherZone(text)
    case .noZone: .noZone(text)
    case .mixedZones: .mixedZones(text)
    }
  }
}

extension String {
  fileprivate var isASCII: Bool { utf8.allSatisfy { $0 < 0x80 } }

  /// Without a character at its end.
  fileprivate func trimmingCharacter(_ character: Character) -> String {
    last == character ? String(dropLast()) : self
  }
}
