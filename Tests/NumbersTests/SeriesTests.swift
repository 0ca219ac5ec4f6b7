import Numbers
import StrategyModel
import Testing

@Suite struct SeriesTests {
  private func sheet(_ rows: String, grain: Grain? = nil) -> ReadingsFile {
    ReadingsFile(
      path: "readings/x.csv", text: Array("period,value,known_on,source,segment\n\(rows)".utf8), calendar: calendar,
      grain: grain)
  }

  private let calendar = PeriodCalendar()

  private func names(_ series: Series) -> [String] { series.periods.map(calendar.name) }

  @Test func `a correction counts from the day on which it was known`() {
    let sheet = sheet(
      """
      2026-W01,10,2026-01-05,warehouse,
      2026-W02,20,2026-01-12,warehouse,
      2026-W01,11,2026-01-19,warehouse,
      """)
    #expect(sheet.faults.isEmpty)
    #expect(sheet.series().values == [11, 20])
    #expect(sheet.series(knownOn: Day("2026-01-18")).values == [10, 20])
    #expect(sheet.series(knownOn: Day("2026-01-11")).values == [10])
    #expect(sheet.series(knownOn: Day("2025-12-31")).isEmpty)
    #expect(names(sheet.series()) == ["2026-W01", "2026-W02"])
  }

  @Test func `only sums are added up from their segments`() {
    let sheet = sheet("2026-01,1,2026-02-01,w,a\n2026-01,2,2026-02-01,w,b\n2026-02,5,2026-03-01,w,a\n")
    #expect(sheet.series().isEmpty)
    #expect(sheet.series(segment: "a").values == [1, 5])
    let summed = sheet.series(summingSegments: true)
    #expect(summed.values == [3])
    #expect(names(summed) == ["2026-01"])
  }

  @Test func `the order of rows known on different days does not matter`() {
    let rows = (1...40).map { "2026-W\($0 < 10 ? "0" : "")\($0),\($0),2026-12-\($0 % 20 + 10),w," }
    let sorted = sheet(rows.joined(separator: "\n")).series()
    #expect(sorted.count == 40)
    #expect(sheet(rows.reversed().joined(separator: "\n")).series() == sorted)
  }

  @Test func `parts of a series are found by period`() throws {
    let series = sheet("2026-01,1,2026-02-01,w,\n2026-03,3,2026-04-01,w,\n2026-04,4,2026-05-01,w,\n").series()
    let march = try #require(calendar.period(named: "2026-03"))
    #expect(series[march] == 3)
    #expect(series[march + -1] == nil)
    #expect(series.through(march).values == [1, 3])
    #expect(series.from(march + -1).values == [3, 4])
    #expect(series.suffix(1).values == [4])
    #expect(series.suffix(9) == series)
  }

  @Test func `a quoted source may hold commas, quotes and line ends`() {
    let sheet = sheet("2026-01,1,2026-02-01,\"a, \"\"b\"\"\nc\",\r\n2026-02,2,2026-03-01,d,\r\n")
    #expect(sheet.faults.isEmpty)
    #expect(sheet.sources == ["a, \"b\"\nc", "d"])
    #expect(sheet.rows.map(\.value) == [1, 2])
  }

  @Test(arguments: [
    ("2026-01,nan,2026-02-01,w,", ReadingFault.Kind.value("nan")),
    ("2026-01,1e999,2026-02-01,w,", .value("1e999")),
    ("2026-01,inf,2026-02-01,w,", .value("inf")),
    ("2026-01,\"1,5\",2026-02-01,w,", .value("1,5")),
    ("2026-01,1,5,2026-02-01,w,", .cellCount(6)),
    ("2026-13,1,2026-02-01,w,", .period("2026-13")),
    ("2025-W53,1,2026-02-01,w,", .period("2025-W53")),
    ("2026-01,1,2026-02-30,w,", .day("2026-02-30")),
    ("2026-01,1,2026-02-01,\"w,", .cellCount(4)),
    ("2026-01,1,2026-02-01,w,\"a\"b", .quote(.textAfterQuote)),
  ])
  func `a row that cannot be read is named and left out`(row: String, fault: ReadingFault.Kind) {
    let sheet = sheet("2025-12,1,2026-01-01,w,\n\(row)\n")
    #expect(sheet.faults.map(\.kind) == [fault])
    #expect(sheet.rows.count == 1)
  }

  @Test func `periods of another length are refused`() {
    let sheet = sheet("2026-01,1,2026-02-01,w,\n2026-W05,1,2026-02-02,w,\n")
    #expect(sheet.faults.map(\.kind) == [.grain(found: .week, expected: .month)])
    #expect(self.sheet("2026-01,1,2026-02-01,w,\n", grain: .week).rows.isEmpty)
  }

  @Test func `a line with a million columns is one fault`() {
    let sheet = sheet(String(repeating: "1,", count: 1_000_000))
    #expect(sheet.faults.map(\.kind) == [.cellCount(1_000_001)])
  }

  @Test func `faults beyond the first hundred are counted`() {
    let sheet = sheet(String(repeating: "x,1,2026-02-01,w,\n", count: 250))
    #expect(sheet.faults.count == 101)
    #expect(sheet.faults.last?.kind == .more(150))
  }

  @Test func `rows in the reverse order of time cost no more than their number allows`() {
    let days = (0..<60_000).map { "\(Day(number: 40_000 - $0)),1,2090-01-01,w," }
    #expect(sheet(days.joined(separator: "\n")).series().count == 60_000)
  }
}
