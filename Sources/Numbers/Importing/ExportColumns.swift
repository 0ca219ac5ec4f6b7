/// The columns of an export that the user named; the others are found by their usual names.
package struct ExportColumns: Sendable {
  package var period: String?
  package var value: String?
  package var segment: String?
  package var knownOn: String?
  package var metric: String?
  /// Columns with the values of a metric each.
  package var mapped: [MappedColumn] = []
  /// Names of the metric that the export is about: a column named so has its values.
  package var metricNames: Set<String> = []

  package init() {}
}

/// A column with the values of one metric.
package struct MappedColumn: Sendable, Hashable {
  package let column: String
  package let metric: String

  package init(column: String, metric: String) { (self.column, self.metric) = (column, metric) }
}

/// A column of values in a table.
package struct ValueColumn: Sendable, Hashable {
  package let position: Int
  /// The metric whose values it has; `nil` when that is said elsewhere.
  package let metric: String?
}

/// Where the values of an export are.
package enum ExportLayout: Sendable, Equatable {
  /// One row for each value, or for the values of several metrics: positions of the columns.
  case long(header: Int, period: Int, values: [ValueColumn], segment: Int?, knownOn: Int?, metric: Int?)
  /// One column for each period, as in chart exports; a column left of the periods names the segment.
  ///
  /// - isNamed: whether the header says that the column contains segments.
  case wide(header: Int, periods: [Int], segment: Int, isNamed: Bool)

  package var header: Int {
    switch self {
    case .long(let header, _, _, _, _, _), .wide(let header, _, _, _): header
    }
  }

  /// The columns that are read.
  var columns: Set<Int> {
    switch self {
    case .long(_, let period, let values, let segment, let knownOn, let metric):
      Set([period, segment, knownOn, metric].compactMap(\.self) + values.map(\.position))
    case .wide(_, let periods, let segment, _): Set(periods + [segment])
    }
  }
}

extension ExportTable {
  /// Only the first rows can be the header.
  package static let headerRows = 30

  /// The table in a text, and where its values are; skips lines above the header, which some tools write.
  ///
  /// - Parameters:
  ///   - separator: the separator to use (default: the only one with which values are found).
  ///   - isPeriod: whether a text names a period or a day in any format.
  package static func found(
    in text: ExportText, separator: Separator?, _ columns: ExportColumns, isPeriod: (String) -> Bool
  ) throws(ExportFault) -> (table: ExportTable, layout: ExportLayout) {
    var attempts: [(sign: Separator, evenRows: Int, layout: Result<ExportLayout, ExportFault>)] = []
    for sign in separator.map({ [$0] }) ?? Separator.allCases {
      do throws(ExportFault) {
        let head = try ExportTable(text, separator: sign, rows: headerRows + 1)
        let layout = Result { () throws(ExportFault) in try head.layout(columns, isPeriod: isPeriod) }
        attempts.append((sign, head.evenRows, layout))
      } catch {
        attempts.append((sign, 0, .failure(error)))
      }
    }
    let readable = attempts.filter { (try? $0.layout.get()) != nil }
    if readable.count > 1 { throw .whichSeparator(readable.map(\.sign)) }
    // When nothing is found, the separator that gives the most even table best shows what is missing.
    let most = attempts.map(\.evenRows).max() ?? 0
    guard let best = readable.first ?? attempts.first(where: { $0.evenRows == most }) else { throw .empty }
    let table = try ExportTable(text, separator: best.sign)
    return (table, try best.layout.get())
  }

  /// The names in the column of metrics, or those that the columns have; `nil` when neither says so.
  package func metrics(_ layout: ExportLayout) -> Set<String>? {
    guard case .long(let header, _, let values, _, _, let column) = layout else { return nil }
    if let column { return Set(rows.dropFirst(header + 1).map { $0[column] }) }
    let named = Set(values.compactMap(\.metric))
    return named.isEmpty ? nil : named
  }

  /// The position of a column of the header, by its name, ignoring case.
  package func column(_ name: String, _ layout: ExportLayout) throws(ExportFault) -> Int {
    let header = rows[layout.header].cells
    let found = header.indices.filter { header[$0].lowercased() == name.lowercased() }
    guard let first = found.first else { throw .noColumn(name, among: header) }
    if found.count > 1 { throw .severalColumns(name) }
    return first
  }

  private func layout(_ columns: ExportColumns, isPeriod: (String) -> Bool) throws(ExportFault) -> ExportLayout {
    for (position, row) in rows.prefix(ExportTable.headerRows).enumerated() {
      if let long = try long(row.cells, at: position, columns) { return long }
      if columns.period == nil, let wide = try wide(position, columns, isPeriod) { return wide }
    }
    throw missing(columns)
  }

  private func missing(_ columns: ExportColumns) -> ExportFault {
    let widest = rows.prefix(ExportTable.headerRows).max { $0.cells.count < $1.cells.count }?.cells ?? []
    if let name = columns.period { return .noColumn(name, among: widest) }
    let isClear = columns.value != nil || widest.map { $0.lowercased() }.contains("value") || widest.count < 3
    return .noPeriods(columns: widest, others: isClear ? [] : widest)
  }

  private func wide(_ position: Int, _ columns: ExportColumns, _ isPeriod: (String) -> Bool) throws(ExportFault)
    -> ExportLayout?
  {
    let header = rows[position].cells
    let periods = header.indices.filter { isPeriod(header[$0]) }
    guard periods.count > 1 || periods == [1], periods.first != 0, !areValues(periods.map { header[$0] }) else {
      return nil
    }
    // Days under a heading that is a day itself are the rows of a table with another header.
    if position + 1 < rows.count, periods.contains(where: { isPeriod(rows[position + 1][$0]) }) { return nil }
    guard columns.mapped.isEmpty else { return nil }
    let segment = try header.column(.segment, columns.segment, or: Self.segmentNames)
    if let name = columns.segment, segment == nil { throw .noColumn(name, among: header) }
    return .wide(header: position, periods: periods, segment: segment ?? 0, isNamed: segment != nil)
  }

  /// Whether texts that could name periods are more probably numbers: columns of years follow each other.
  private func areValues(_ texts: [String]) -> Bool {
    guard texts.allSatisfy({ Double($0) != nil }) else { return false }
    let years = texts.compactMap { Int($0) }
    let steps = Set(zip(years, years.dropFirst()).map { $1 - $0 })
    return years.count < texts.count || steps != [1] && steps != [-1]
  }

  private func long(_ header: [String], at position: Int, _ columns: ExportColumns) throws(ExportFault) -> ExportLayout?
  {
    guard header.count > 1, let period = try period(header, columns) else { return nil }
    let segment = try header.column(.segment, columns.segment, or: Self.segmentNames)
    let knownOn = try header.column(.knownOn, columns.knownOn, or: ["known_on"])
    let metric = try header.column(.metric, columns.metric, or: ["metric"])
    for (name, found) in [(columns.segment, segment), (columns.knownOn, knownOn), (columns.metric, metric)] {
      if let name, found == nil { throw .noColumn(name, among: header) }
    }
    var values: [ValueColumn] = []
    for map in columns.mapped {
      guard let found = try header.column(.value, map.column, or: []) else {
        throw .noColumn(map.column, among: header)
      }
      values.append(ValueColumn(position: found, metric: map.metric))
    }
    if values.isEmpty {
      let others = header.indices.filter { ![period, segment, knownOn, metric].contains($0) }
      values = [ValueColumn(position: try value(among: others, of: header, columns), metric: nil)]
    }
    return .long(
      header: position, period: period, values: values, segment: segment, knownOn: knownOn, metric: metric)
  }

  /// The column that the user named, that has a usual name, or a longer one that can mean nothing else.
  private func period(_ header: [String], _ columns: ExportColumns) throws(ExportFault) -> Int? {
    if let usual = try header.column(.period, columns.period, or: Self.periodNames) { return usual }
    let phrases = header.filter(PeriodHeader.isOne).map { $0.lowercased() }
    if let found = try header.column(.period, columns.period, or: phrases) { return found }
    return try header.column(.period, columns.period, or: ["year", "jahr", "año"])
  }

  /// The column that the user named, that has the usual name or the metric's, or the only one that is left.
  private func value(among others: [Int], of header: [String], _ columns: ExportColumns) throws(ExportFault) -> Int {
    let names = columns.metricNames.map(\.asWords)
    let usual = header.filter { ["value", "wert", "valor"].contains($0.lowercased()) || names.contains($0.asWords) }
    let found = try header.column(.value, columns.value, or: usual.map { $0.lowercased() })
    if let name = columns.value, found == nil { throw .noColumn(name, among: header) }
    guard let value = found ?? only(others, header) else { throw .which(.value, others.map { header[$0] }) }
    return value
  }

  private func only(_ columns: [Int], _ header: [String]) -> Int? {
    let candidates = columns.filter { header[$0].lowercased() != "source" && !header[$0].isEmpty }
    return candidates.count == 1 ? candidates[0] : nil
  }

  private static let periodNames = [
    "period", "date", "day", "week", "month", "quarter", "time", "zeitraum", "datum", "tag", "woche", "monat",
    "quartal",
    "periodo", "período", "fecha", "día", "semana", "mes", "trimestre",
  ]
  private static let segmentNames = ["segment", "breakdown", "group"]
}

/// Longer names of columns with periods: "Week starting", "month_end_date", "Reporting period".
enum PeriodHeader {
  static func isOne(_ header: String) -> Bool {
    let words = header.asWords.split(separator: " ").map(String.init)
    return words.count > 1 && words.contains(where: nouns.contains)
      && words.allSatisfy { nouns.contains($0) || additions.contains($0) }
  }

  private static let nouns: Set<String> = [
    "period", "day", "week", "month", "quarter", "woche", "monat", "quartal", "semana", "mes", "trimestre",
  ]
  private static let additions: Set<String> = [
    "starting", "start", "starts", "beginning", "begin", "begins", "commencing", "of", "ending", "end", "ends", "ended",
    "date", "reporting", "time", "calendar", "ab", "vom", "bis", "ende", "beginn", "inicio", "fin", "del", "de",
  ]
}

extension String {
  /// In lower case, with spaces for hyphens and underscores: `Weekly return rate` and `weekly-return-rate` are the same.
  fileprivate var asWords: String {
    lowercased().split { $0 == " " || $0 == "-" || $0 == "_" }.joined(separator: " ")
  }
}

extension [String] {
  /// The column that the user named, or else the one with a usual name; ignores case.
  fileprivate func column(_ role: ExportColumn, _ name: String?, or usual: [String]) throws(ExportFault) -> Int? {
    let wanted = name.map { [$0.lowercased()] } ?? usual
    let found = indices.filter { wanted.contains(self[$0].lowercased()) }
    guard found.count > 1 else { return found.first }
    let names = found.map { self[$0] }
    guard Set(names.map { $0.lowercased() }).count == 1 else { throw .which(role, names) }
    throw .sameName(role, names[0])
  }
}
