import Numbers
import StrategyModel
import TestSupport

/// One thing that goes wrong in an export.
enum ExportSlip: String, CaseIterable {
  case cellTooMany, cellTooFew, letterInNumber, otherNumberStyle, yearOfTwoDigits, yearOfAntiquity, rangeOfDays
  case impossibleDay, noFirstDay, otherGrain, noPeriod, twoValues, totalBelow, twoColumnsOfOneName, openQuote
  case textBehindQuote, returnInLine, brokenText, zeroByte, percentSignMissing, otherSeparator
  case zoneMissing, zoneOfAnother

  /// The bytes of an export with the slip, and its line; `nil` when the export cannot have it.
  func made(of export: InventedExport, _ chance: inout Chance) -> (bytes: [UInt8], line: Int?)? {
    var (header, rows) = (export.header, export.rows)
    let dialect = export.dialect
    let row = Int.random(in: rows.indices, using: &chance)
    let line = export.line(of: row)
    let last = rows[row].count - 1
    guard !rows[row][last].isEmpty else { return nil }
    func made() -> (bytes: [UInt8], line: Int?)? { (export.bytes(header, rows), line) }
    func madePeriod(_ text: String) -> (bytes: [UInt8], line: Int?)? {
      guard !dialect.isWide else { return nil }
      rows[row][0] = text
      return made()
    }
    func madeText(_ change: (String) -> String) -> (bytes: [UInt8], line: Int?)? {
      var lines = export.lines(header, rows)
      lines[line - 1] = change(lines[line - 1])
      return (dialect.bytes(lines), line)
    }
    let day = rows[row][0]
    switch self {
    case .cellTooMany:
      rows[row].append("5")
      return made()
    case .cellTooFew:
      rows[row].removeLast()
      return made()
    case .letterInNumber:
      rows[row][last] = "1O2"
      return made()
    case .otherNumberStyle:
      rows[row][last] = dialect.numbers == .european ? "1,234.5" : "1.234,5"
      return made()
    case .yearOfTwoDigits:
      guard [.dotted, .slashed, .american, .named].contains(dialect.day) else { return nil }
      return madePeriod(String(day.dropLast(4) + day.suffix(2)))
    case .yearOfAntiquity:
      return madePeriod(
        [.dotted, .slashed, .american, .named].contains(dialect.day)
          ? day.dropLast(4) + "1026" : "0026" + day.dropFirst(4))
    case .rangeOfDays: return madePeriod(day + " - " + day)
    case .impossibleDay:
      return madePeriod(dialect.day == .american ? "2/30/2026" : dialect.day == .iso ? "2026-02-30" : "30.02.2026")
    case .noFirstDay:
      guard export.grain != .day else { return nil }
      return madePeriod(
        dialect.text(InventedExport.today + -(InventedExport.today.weekday + 1) + -700, named: "2024-02-07"))
    case .otherGrain: return madePeriod(export.grain == .month ? "2024-Q1" : "2024-01")
    case .noPeriod: return madePeriod("")
    case .twoValues:
      guard !dialect.isWide else { return nil }
      rows.append(rows[row])
      rows[rows.count - 1][last] = dialect.number("77.7")
      return rows[row][last] == dialect.number("77.7")
        ? nil : (export.bytes(header, rows), export.line(of: rows.count - 1))
    case .totalBelow:
      rows.append(["Totals"] + Array(repeating: "", count: last - 1) + [dialect.number("99.5")])
      return (export.bytes(header, rows), export.line(of: rows.count - 1))
    case .twoColumnsOfOneName:
      guard !dialect.isWide else { return nil }
      header.append("Value")
      for position in rows.indices { rows[position].append(rows[position][last]) }
      return (export.bytes(header, rows), nil)
    case .openQuote: return madeText { "\"" + $0 }
    case .textBehindQuote:
      return dialect.quotes ? madeText { $0 + "7" } : nil
    case .returnInLine:
      guard dialect.lineEnd != "\r", dialect.encoding == .utf8 else { return nil }
      return madeText { String($0.prefix(4)) + "\r" + $0.dropFirst(4) }
    case .brokenText:
      let bytes = export.bytes(header, rows)
      switch dialect.encoding {
      case .utf8: return nil
      case .windows1252: return (bytes + [0x81], nil)
      case .utf16BigEndian, .utf16LittleEndian: return (bytes.dropLast(), nil)
      }
    case .zeroByte: return madeText { $0 + "\0" }
    case .percentSignMissing:
      guard !dialect.percent.isEmpty, export.truth.count > 1 else { return nil }
      rows[row][last] = String(rows[row][last].dropLast(dialect.percent.count))
      return made()
    case .zoneMissing, .zoneOfAnother:
      guard dialect.day == .instant, rows.count > 1 else { return nil }
      return madePeriod(day.dropLast(14) + (self == .zoneMissing ? "T22:00:00" : "T23:30:00+01:00"))
    case .otherSeparator:
      guard last > 1 || !dialect.quotes else { return nil }
      return madeText { _ in rows[row].map(dialect.cell).joined(separator: "|") }
    }
  }
}
