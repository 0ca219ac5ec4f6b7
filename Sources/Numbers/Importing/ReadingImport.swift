import StrategyModel

/// The values of an export, by metric, and the rows that cannot be imported.
package struct ReadingImport: Sendable {
  /// By the name in the metric's column; "" when there is no such column.
  package private(set) var readings: [String: [NewReading]] = [:]
  /// In the order of lines, every row with all of its faults.
  package private(set) var rejects: [(line: Int, fault: ImportFault)] = []
  package private(set) var leftOut = LeftOut()

  private var settings: ImportSettings
  private var periodDays: DayReader
  private var knownDays: DayReader
  private var values: [FoundValue] = []
  private var places: [Place: (value: Double, line: Int)] = [:]

  private struct Place: Hashable {
    let metric: String
    let period: Period
    let segment: String
    let knownOn: Day
  }

  package init(_ table: ExportTable, _ layout: ExportLayout, _ settings: ImportSettings) {
    self.settings = settings
    let header = table.rows[layout.header]
    (periodDays, knownDays) = (settings.days, settings.days)
    leftOut.withoutValue = table.emptyLines.count { $0 > header.line }
    leftOut.columns = header.cells.indices.filter { !layout.columns.contains($0) }.map { header[$0] }
      .filter { !$0.isEmpty && $0.lowercased() != "source" }
    let rows = table.rows.dropFirst(layout.header + 1).filter { !isSkipped($0, layout) }
    switch layout {
    case .long(_, let period, _, _, let knownOn, _):
      periodDays = settings.days.of(column: rows.map { $0[period] })
      if let knownOn { knownDays = settings.days.of(column: rows.map { $0[knownOn] }) }
    case .wide(_, let periods, _, _): periodDays = settings.days.of(column: periods.map { header[$0] })
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
    case .long(_, let period, let value, let segment, let knownOn, let metric):
      let segment = segment.map { row[$0] } ?? ""
      take(
        ExportedValue(
          line: row.line, metric: metric.map { row[$0] } ?? "", period: row[period], value: row[value],
          segment: named(segment, row.line), knownOn: knownOn.map { row[$0] }))
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
    if ReadingImport.totals.contains(segment.lowercased()) { reject(line, .perhapsTheWhole(segment)) }
    if settings.isGuess, !segment.isASCII { reject(line, .guessedText(segment)) }
    return segment
  }

  /// The only row of a chart is the whole when it has the metric's name, or that of a total.
  private mutating func lone(_ name: String, _ line: Int) -> String {
    let known = settings.metrics[""]?.names ?? []
    let isWhole =
      name.isEmpty || name == settings.whole || ReadingImport.totals.contains(name.lowercased())
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
      return reject(text.line, .twice(settings.calendar.name(of: value.period), line: first.line))
    }
    places[place] = (reading.value, text.line)
    readings[text.metric, default: []].append(reading)
  }

  /// A period by its name, or by its first day.
  private mutating func period(_ text: ExportedValue, _ metric: ImportedMetric) -> Period? {
    let calendar = settings.calendar
    let (name, line) = (text.period, text.line)
    if let named = calendar.period(named: name), named.grain != .day || metric.grain == .day {
      if let grain = metric.grain, grain != named.grain {
        return rejected(line, .otherGrain(name, named.grain, metricHas: grain))
      }
      settings.metrics[text.metric]?.grain = named.grain
      return named
    }
    switch periodDays.day(name, isStart: true) {
    case .failure(.notADay): return rejected(line, calendar.isTooEarly(name) ? .tooEarly(name) : .notAPeriod(name))
    case .failure(let fault): return rejected(line, fault.of(name))
    case .success(let day):
      guard let grain = metric.grain else { return rejected(line, .whichGrain(name)) }
      let period = calendar.period(grain, containing: day)
      let first = calendar.firstDay(of: period)
      return first == day ? period : rejected(line, .notFirstDay(day, of: grain, first: first))
    }
  }

  private mutating func knownOn(_ text: String, _ line: Int) -> Day? {
    switch knownDays.day(text, isStart: false) {
    case .success(let day): return day
    case .failure(let fault): return rejected(line, fault.of(text))
    }
  }

  private mutating func number(_ text: ExportedValue) -> String? {
    if let number = (settings.numbers ?? .plain).plain(text.value) { return number }
    let others = NumberStyle.readings(of: text.value).map(\.style)
    return rejected(text.line, others.isEmpty ? .notANumber(text.value) : .otherStyle(text.value, others))
  }

  private mutating func rejected<Value>(_ line: Int, _ fault: ImportFault) -> Value? {
    reject(line, fault)
    return nil
  }

  private mutating func reject(_ line: Int, _ fault: ImportFault) { rejects.append((line, fault)) }

  private static let wordsForNone: Set<String> = ["", "n/a", "#n/a", "na", "null", "none", "-", "–", "—"]
  private static let totals: Set<String> = [
    "total", "totals", "grand total", "sum", "all", "overall", "everyone", "all users", "summe", "gesamt", "insgesamt",
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
}
