import Numbers
import StrategyModel
import TestSupport

/// An export whose values are known: the text that a tool would write for them, line by line.
struct InventedExport {
  struct Place: Hashable {
    let period: Period
    let segment: String
  }

  let dialect: ExportDialect
  let grain: Grain
  private(set) var truth: [Place: Double] = [:]
  private(set) var header: [String] = []
  /// Cells before quoting.
  private(set) var rows: [[String]] = []
  let calendar = PeriodCalendar()

  static let today = Day(number: 20_600)

  init(_ dialect: ExportDialect, _ chance: inout Chance) {
    self.dialect = dialect
    grain = chance.one(of: Grain.allCases)
    let last = calendar.period(grain, containing: Self.today) + -1
    let periods = (0..<Int.random(in: 2...9, using: &chance)).map { last + -$0 }.reversed()
    let segments = chance.happens(50) || dialect.isWide ? ["free", "paid, yearly", "Größe"] : [""]
    let decimals = dialect.numbers == .plain ? 1...2 : 0...3
    for period in periods {
      for segment in segments where !chance.happens(5) {
        let text = Self.number(decimals, &chance)
        truth[Place(period: period, segment: segment)] = Double(text)
        cells[Place(period: period, segment: segment)] = text
      }
    }
    if dialect.isWide { layWide(Array(periods), segments) } else { layLong(Array(periods), segments) }
  }

  private var cells: [Place: String] = [:]

  private static func number(_ decimals: ClosedRange<Int>, _ chance: inout Chance) -> String {
    let whole = Int.random(in: 1...chance.one(of: [9, 99, 9999, 9_999_999]), using: &chance)
    let count = Int.random(in: decimals, using: &chance)
    let tail = (0..<count).map { _ in String(Int.random(in: 0...9, using: &chance)) }.joined()
    return (chance.happens(10) ? "-" : "") + "\(whole)" + (count > 0 ? ".\(tail)" : "")
  }

  private func name(_ period: Period) -> String {
    dialect.text(calendar.firstDay(of: period), named: calendar.name(of: period))
  }

  private mutating func layLong(_ periods: [Period], _ segments: [String]) {
    let hasSegment = segments != [""]
    header = ["date"] + (hasSegment ? ["segment"] : []) + (dialect.hasNote ? ["note"] : []) + ["value"]
    for period in periods {
      for segment in segments {
        let value = cells[Place(period: period, segment: segment)].map(dialect.number) ?? ""
        let note = dialect.hasNote ? ["a, b; \"c\""] : []
        rows.append([name(period)] + (hasSegment ? [segment] : []) + note + [value])
      }
    }
  }

  private mutating func layWide(_ periods: [Period], _ segments: [String]) {
    header = ["segment"] + periods.map(name)
    rows = segments.map { segment in
      [segment] + periods.map { cells[Place(period: $0, segment: segment)].map(dialect.number) ?? "" }
    }
  }

  /// The line of a row's first byte, from 1.
  func line(of row: Int) -> Int { dialect.titles.count + 2 + row }

  func bytes(_ header: [String], _ rows: [[String]]) -> [UInt8] { dialect.bytes(lines(header, rows)) }

  func lines(_ header: [String], _ rows: [[String]]) -> [String] {
    let sign = String(UnicodeScalar(dialect.separator.byte))
    var total: [[String]] = []
    if let name = dialect.total {
      total = [[name] + Array(repeating: "", count: header.count - 2) + [dialect.number("1234.5")]]
    }
    return dialect.titles + ([header] + rows + total).map { $0.map(dialect.cell).joined(separator: sign) }
  }

  func settings(asTold: Bool = true) -> ImportSettings {
    let metric = ImportedMetric(grain: grain)
    var settings = ImportSettings(calendar: calendar, metrics: ["": metric], knownOn: Self.today, source: "tool")
    settings.numbers = dialect.numbers == .plain ? nil : dialect.numbers
    settings.days = dialect.days
    settings.skipped = Set([dialect.total].compactMap(\.self))
    return settings
  }

  func imported(_ bytes: [UInt8], _ settings: ImportSettings) throws(ExportFault) -> ReadingImport {
    let text = try ExportText(bytes, dialect.encoding == .windows1252 ? .windows1252 : nil)
    var settings = settings
    settings.isGuess = text.isGuess
    let (table, layout) = try ExportTable.found(in: text, separator: nil, ExportColumns()) {
      calendar.period(named: $0) != nil || dialect.days.isLikeADay($0)
    }
    return ReadingImport(table, layout, settings)
  }

  /// The result of an import.
  func values(_ found: ReadingImport) -> [Place: Double] {
    Dictionary(
      (found.readings[""] ?? []).map { (Place(period: $0.period, segment: $0.segment), $0.value ?? .nan) },
      uniquingKeysWith: { _, _ in .nan })
  }
}
