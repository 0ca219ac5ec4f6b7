/// Which columns of an export mean what, as far as somebody said; the rest is found by its name.
package struct ExportColumns: Sendable {
  package var period: String?
  package var value: String?
  package var segment: String?
  package var knownOn: String?
  package var metric: String?

  package init() {}
}

/// Where in an export the values stand.
package enum ExportLayout: Sendable, Equatable {
  /// A row a value: positions of the columns.
  case long(header: Int, period: Int, value: Int, segment: Int?, knownOn: Int?, metric: Int?)
  /// A column a period, as chart exports have it; what stands left of the periods names the segment.
  case wide(header: Int, periods: [Int], segment: Int?)
}

/// Why the values of an export can't be found.
package enum ExportFault: Error, Equatable {
  case noColumn(String, among: [String])
  case noPeriods(columns: [String])
  case whichValue(columns: [String])
}

extension ExportTable {
  /// Finds the values; the lines above the header, as some tools write them, are passed over.
  ///
  /// - Parameter isPeriod: whether a text names a period or a day.
  package func layout(_ columns: ExportColumns, isPeriod: (String) -> Bool) throws(ExportFault) -> ExportLayout {
    for (position, row) in rows.prefix(30).enumerated() {
      if let long = try long(row.cells, at: position, columns) { return long }
      let periods = row.cells.indices.filter { isPeriod(row.cells[$0]) }
      if periods.count > 1 || periods == [1], columns.period == nil, periods.first != 0 {
        return .wide(header: position, periods: periods, segment: segment(row.cells, columns) ?? 0)
      }
    }
    throw missing(columns)
  }

  private func missing(_ columns: ExportColumns) -> ExportFault {
    let widest = rows.prefix(30).max { $0.cells.count < $1.cells.count }?.cells ?? []
    return columns.period.map { .noColumn($0, among: widest) } ?? .noPeriods(columns: widest)
  }

  private func long(_ header: [String], at position: Int, _ columns: ExportColumns) throws(ExportFault) -> ExportLayout?
  {
    guard header.count > 1, let period = header.column(columns.period, or: Self.periodNames) else { return nil }
    let segment = segment(header, columns)
    let knownOn = header.column(columns.knownOn, or: ["known_on"])
    let metric = header.column(columns.metric, or: ["metric"])
    for (name, found) in [(columns.segment, segment), (columns.knownOn, knownOn), (columns.metric, metric)] {
      if let name, found == nil { throw .noColumn(name, among: header) }
    }
    let others = header.indices.filter { $0 != period && $0 != segment && $0 != knownOn && $0 != metric }
    guard let value = header.column(columns.value, or: ["value"]) ?? (columns.value == nil ? only(others, header) : nil)
    else {
      if let name = columns.value { throw .noColumn(name, among: header) }
      throw .whichValue(columns: others.map { header[$0] })
    }
    return .long(
      header: position, period: period, value: value, segment: segment, knownOn: knownOn, metric: metric)
  }

  private func only(_ columns: [Int], _ header: [String]) -> Int? {
    let candidates = columns.filter { header[$0].lowercased() != "source" }
    return candidates.count == 1 ? candidates[0] : nil
  }

  private func segment(_ header: [String], _ columns: ExportColumns) -> Int? {
    header.column(columns.segment, or: ["segment", "breakdown", "group"])
  }

  private static let periodNames = ["period", "date", "day", "week", "month", "quarter", "time"]
}

extension [String] {
  /// The column that somebody named, or else the first of some usual names; letters of both cases are alike.
  fileprivate func column(_ name: String?, or usual: [String]) -> Int? {
    let lowered = map { $0.lowercased() }
    if let name { return lowered.firstIndex(of: name.lowercased()) }
    return usual.lazy.compactMap { lowered.firstIndex(of: $0) }.first
  }
}
