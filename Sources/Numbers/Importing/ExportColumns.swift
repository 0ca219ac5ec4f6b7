/// The columns of an export that the user named; the others are found by their usual names.
package struct ExportColumns: Sendable {
  package var period: String?
  package var value: String?
  package var segment: String?
  package var knownOn: String?
  package var metric: String?

  package init() {}
}

/// Where the values of an export are.
package enum ExportLayout: Sendable, Equatable {
  /// One row for each value: positions of the columns.
  case long(header: Int, period: Int, value: Int, segment: Int?, knownOn: Int?, metric: Int?)
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
    case .long(_, let period, let value, let segment, let knownOn, let metric):
      Set([period, value, segment, knownOn, metric].compactMap(\.self))
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

  /// The names in the column of metrics; `nil` when there is no such column.
  package func metrics(_ layout: ExportLayout) -> Set<String>? {
    guard case .long(let header, _, _, _, _, let column?) = layout else { return nil }
    return Set(rows.dropFirst(header + 1).map { $0[column] })
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
    guard periods.count > 1 || periods == [1], periods.first != 0 else { return nil }
    // Days under a heading that is a day itself are the rows of a table with another header.
    if position + 1 < rows.count, periods.contains(where: { isPeriod(rows[position + 1][$0]) }) { return nil }
    let segment = try header.column(.segment, columns.segment, or: Self.segmentNames)
    if let name = columns.segment, segment == nil { throw .noColumn(name, among: header) }
    return .wide(header: position, periods: periods, segment: segment ?? 0, isNamed: segment != nil)
  }

  private func long(_ header: [String], at position: Int, _ columns: ExportColumns) throws(ExportFault) -> ExportLayout?
  {
    guard header.count > 1, let period = try header.column(.period, columns.period, or: Self.periodNames) else {
      return nil
    }
    let segment = try header.column(.segment, columns.segment, or: Self.segmentNames)
    let knownOn = try header.column(.knownOn, columns.knownOn, or: ["known_on"])
    let metric = try header.column(.metric, columns.metric, or: ["metric"])
    for (name, found) in [(columns.segment, segment), (columns.knownOn, knownOn), (columns.metric, metric)] {
      if let name, found == nil { throw .noColumn(name, among: header) }
    }
    let others = header.indices.filter { ![period, segment, knownOn, metric].contains($0) }
    let value = try header.column(.value, columns.value, or: ["value"])
    if let name = columns.value, value == nil { throw .noColumn(name, among: header) }
    guard let value = value ?? only(others, header) else { throw .which(.value, others.map { header[$0] }) }
    return .long(
      header: position, period: period, value: value, segment: segment, knownOn: knownOn, metric: metric)
  }

  private func only(_ columns: [Int], _ header: [String]) -> Int? {
    let candidates = columns.filter { header[$0].lowercased() != "source" && !header[$0].isEmpty }
    return candidates.count == 1 ? candidates[0] : nil
  }

  private static let periodNames = ["period", "date", "day", "week", "month", "quarter", "time"]
  private static let segmentNames = ["segment", "breakdown", "group"]
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
