package import StrictYAML

/// The readings of one metric, as its file `readings/<metric>.csv` lists them.
///
/// Append-only and bi-temporal: a correction is a further row for the same period, and of two rows known on the same
/// day the later one counts. A row whose value is the word `withdrawn` takes back what was known.
package struct ReadingsFile: Sendable {
  /// Relative to the repository's top.
  package let path: String
  /// The metric's id, from the file's name.
  package let metric: String
  /// In the order of the file; omits rows that cannot be read.
  package fileprivate(set) var rows: [Reading] = []
  package fileprivate(set) var sources: [String] = []
  /// The first is "", which means everybody.
  package fileprivate(set) var segments: [String] = [""]
  package fileprivate(set) var faults: [ReadingFault] = []
  /// How long its periods are: as the metric says, else as in the first row; `nil` when there are no rows.
  package fileprivate(set) var grain: Grain?

  package static let columns = ["period", "value", "known_on", "source", "segment"]
  package static let folder = "readings"
  package static let suffix = ".csv"

  /// Reads a file's text. Pure: every fault becomes part of the result.
  ///
  /// - Parameter grain: how long the periods should be (default: as in the first row).
  package init(path: String, text: [UInt8], calendar: PeriodCalendar, grain: Grain? = nil) {
    self.init(path: path, grain: grain)
    var reader = SheetReader(text, calendar)
    reader.read(into: &self)
  }

  /// A file that exists but cannot be read as text.
  package init(path: String, problem: ReadingFault.Kind) {
    self.init(path: path, grain: nil)
    faults = [ReadingFault(problem, at: ByteRange(at: 0))]
  }

  private init(path: String, grain: Grain?) {
    self.path = path
    metric = Self.metric(of: path)
    self.grain = grain
  }

  /// The id of the metric whose readings a file contains: the file's name without its suffix.
  package static func metric(of path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    return String(name.hasSuffix(suffix) ? name.dropLast(suffix.utf8.count) : name)
  }

  /// The row of the last period that has a value in any segment; of its rows, the last in the file.
  package var last: Reading? {
    guard rows.contains(where: \.isWithdrawal) else { return rows.max { $0.period < $1.period } }
    var inForce: [Place: Reading] = [:]
    for row in rows {
      let place = Place(period: row.period, segment: row.segment)
      if inForce[place].map({ $0.knownOn <= row.knownOn }) ?? true { inForce[place] = row }
    }
    return inForce.values.filter { !$0.isWithdrawal }.max { ($0.period, $0.start) < ($1.period, $1.start) }
  }

  private struct Place: Hashable {
    let period: Period
    let segment: Int32
  }

  /// The range of a row, from its first byte to the last byte of its period.
  package func range(of row: Reading, in calendar: PeriodCalendar) -> ByteRange {
    ByteRange(row.start, row.start + UInt32(clamping: calendar.name(of: row.period).utf8.count))
  }
}

/// Reads the rows of a sheet, and reuses what the last row needed: neighbours are alike.
private struct SheetReader {
  private let text: [UInt8]
  private let calendar: PeriodCalendar
  private var columnCount = 5
  private var cells: [CSVScanner.Cell] = []
  private var surplusFaults = 0
  private var lastSource = ByteRange(at: 0)
  private var lastSourceIndex: Int32 = -1
  private var sources: [String: Int32] = [:]
  private var segments: [String: Int32] = ["": 0]

  init(_ text: [UInt8], _ calendar: PeriodCalendar) {
    self.text = text
    self.calendar = calendar
  }

  mutating func read(into sheet: inout ReadingsFile) {
    guard text.count < Int(UInt32.max) else { return add(.unreadable("it is larger than 4 GB"), 0, 0, &sheet) }
    var scanner = CSVScanner(text)
    guard readHeader(&scanner, &sheet) else { return }
    sheet.rows.reserveCapacity(text.count / 28)
    while !scanner.isAtEnd { readRow(&scanner, &sheet) }
    if surplusFaults > 0 { sheet.faults.append(ReadingFault(.more(surplusFaults), at: ByteRange(at: 0))) }
  }

  /// The header names four columns, or five with the segment.
  private mutating func readHeader(_ scanner: inout CSVScanner, _ sheet: inout ReadingsFile) -> Bool {
    var names: [String] = []
    var end = 0
    while names.count <= 5 {
      let cell = scanner.next()
      names.append(cell.string(in: text))
      end = Int(cell.range.upper)
      if cell.isLast { break }
    }
    if names.first?.hasPrefix("\u{FEFF}") == true { names[0].removeFirst() }
    columnCount = names.count
    if names == ReadingsFile.columns || names == Array(ReadingsFile.columns.dropLast()) { return true }
    if text.starts(with: "version https://git-lfs.github.com/".utf8) {
      add(.pointer, 0, end, &sheet)
      return false
    }
    if isConflictMarker(0) {
      add(.conflict, 0, end, &sheet)
      return false
    }
    if names.contains(where: { $0.utf8.contains(0x0D) }) {
      add(.lineEnds, 0, end, &sheet)
      return false
    }
    if text.starts(with: [0xFF, 0xFE]) || text.starts(with: [0xFE, 0xFF]) {
      add(.notText, 0, end, &sheet)
      return false
    }
    add(.header(String(names.joined(separator: ",").prefix(60))), 0, end, &sheet)
    return false
  }

  private mutating func readRow(_ scanner: inout CSVScanner, _ sheet: inout ReadingsFile) {
    let start = scanner.position
    cells.removeAll(keepingCapacity: true)
    var last = scanner.next()
    if last.isLast, last.range.isEmpty { return }
    cells.append(last)
    var count = 1
    while !last.isLast {
      last = scanner.next()
      if count < columnCount { cells.append(last) }
      count += 1
    }
    if isConflictMarker(start) { return add(.conflict, start, Int(last.range.upper), &sheet) }
    guard count == columnCount else {
      let isOldLineEnd = text[start..<Int(last.range.upper)].contains(0x0D)
      return add(isOldLineEnd ? .lineEnds : .cellCount(count), start, Int(last.range.upper), &sheet)
    }
    for cell in cells {
      if let fault = cell.fault { return add(.quote(fault), cell, &sheet) }
    }
    readCells(start, &sheet)
  }

  /// Whether git wrote the line that begins here between the two sides of a merge.
  private func isConflictMarker(_ start: Int) -> Bool {
    guard start + 7 <= text.count, "<=>|".utf8.contains(text[start]) else { return false }
    let end = start + 7
    return text[start..<end].allSatisfy { $0 == text[start] }
      && (end == text.count || [0x20, 0x0A, 0x0D].contains(text[end]))
  }

  private mutating func readCells(_ start: Int, _ sheet: inout ReadingsFile) {
    guard let period = calendar.period(named: text.span.extracting(cells[0].range.indices)) else {
      return add(.period(shown(cells[0])), cells[0], &sheet)
    }
    if let grain = sheet.grain, grain != period.grain {
      return add(.grain(found: period.grain, expected: grain), cells[0], &sheet)
    }
    let number = Double.read(text.span.extracting(cells[1].range.indices)) ?? self.number(cells[1])
    let isWithdrawal = number == nil && text[cells[1].range.indices].elementsEqual(Reading.withdrawn.utf8)
    guard let value = number ?? (isWithdrawal ? 0 : nil) else {
      return add(.value(shown(cells[1])), cells[1], &sheet)
    }
    guard let day = Day(text.span.extracting(cells[2].range.indices)) else {
      return add(.day(shown(cells[2])), cells[2], &sheet)
    }
    guard let source = source(cells[3], &sheet) else { return add(textFault(cells[3]), cells[3], &sheet) }
    var segment: Int32 = 0
    if columnCount == 5, !cells[4].range.isEmpty {
      guard let found = self.segment(cells[4], &sheet) else { return add(textFault(cells[4]), cells[4], &sheet) }
      segment = found
    }
    if sheet.grain == nil { sheet.grain = period.grain }
    sheet.rows.append(
      Reading(
        period: period, value: value, isWithdrawal: isWithdrawal, knownOn: day, source: source, segment: segment,
        start: UInt32(clamping: start)))
  }

  private func number(_ cell: CSVScanner.Cell) -> Double? { try? Double.parse(cell.string(in: text)) }

  private mutating func source(_ cell: CSVScanner.Cell, _ sheet: inout ReadingsFile) -> Int32? {
    if lastSourceIndex >= 0, text[cell.range.indices].elementsEqual(text[lastSource.indices]) { return lastSourceIndex }
    guard let name = name(cell) else { return nil }
    if sources[name] == nil, name.unicodeScalars.contains(where: \.isRefusedControl) { return nil }
    let index = sources[name] ?? Int32(clamping: sheet.sources.count)
    if sources.updateValue(index, forKey: name) == nil { sheet.sources.append(name) }
    (lastSource, lastSourceIndex) = (cell.range, index)
    return index
  }

  private mutating func segment(_ cell: CSVScanner.Cell, _ sheet: inout ReadingsFile) -> Int32? {
    guard let name = name(cell) else { return nil }
    if segments[name] == nil, name.unicodeScalars.contains(where: \.isRefusedControl) { return nil }
    let index = segments[name] ?? Int32(clamping: sheet.segments.count)
    if segments.updateValue(index, forKey: name) == nil { sheet.segments.append(name) }
    return index
  }

  private func name(_ cell: CSVScanner.Cell) -> String? {
    guard String(validating: text[cell.range.indices], as: UTF8.self) != nil else { return nil }
    return cell.string(in: text)
  }

  /// Why a cell is not a name.
  private func textFault(_ cell: CSVScanner.Cell) -> ReadingFault.Kind {
    name(cell) == nil ? .notText : .controlCharacter
  }

  /// The text of a cell, short enough to be shown.
  private func shown(_ cell: CSVScanner.Cell) -> String { String(cell.string(in: text).prefix(40)) }

  private mutating func add(_ kind: ReadingFault.Kind, _ cell: CSVScanner.Cell, _ sheet: inout ReadingsFile) {
    add(kind, Int(cell.range.lower), Int(cell.range.upper), &sheet)
  }

  private mutating func add(_ kind: ReadingFault.Kind, _ lower: Int, _ upper: Int, _ sheet: inout ReadingsFile) {
    guard sheet.faults.count < 100 else { return surplusFaults += 1 }
    let range = ByteRange(UInt32(clamping: lower), UInt32(clamping: upper))
    sheet.faults.append(ReadingFault(kind, at: range))
  }
}
