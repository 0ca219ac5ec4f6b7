import StrategyModel
import Testing

@Suite struct PeriodTests {
  @Test(arguments: [
    ("2026-W01", "2025-12-29", "2026-01-04"), ("2020-W53", "2020-12-28", "2021-01-03"),
    ("2026-02", "2026-02-01", "2026-02-28"), ("2026-Q4", "2026-10-01", "2026-12-31"),
    ("2026-03-29", "2026-03-29", "2026-03-29"),
  ])
  func `a period is named for the days it covers`(name: String, first: String, last: String) throws {
    let calendar = PeriodCalendar()
    let period = try #require(calendar.period(named: name))
    #expect(calendar.firstDay(of: period) == Day(first))
    #expect(calendar.lastDay(of: period) == Day(last))
    #expect(calendar.name(of: period) == name)
  }

  @Test(arguments: ["2026-W54", "2025-W53", "2026-W00", "2026-13", "2026-Q5", "2026-02-30", "2026W01", "", "2026-W1"])
  func `what no calendar has is no period`(name: String) {
    #expect(PeriodCalendar().period(named: name) == nil)
  }

  @Test func `a fiscal year is named after the year in which it ends`() throws {
    let calendar = PeriodCalendar(fiscalYearStarts: 7)
    let period = try #require(calendar.period(named: "2026-Q1"))
    #expect(calendar.firstDay(of: period) == Day("2025-07-01"))
    #expect(calendar.name(of: period) == "2026-Q1")
  }

  @Test func `weeks from Sunday are the weeks of the CDC`() throws {
    let calendar = PeriodCalendar(weekStarts: 7)
    let period = try #require(calendar.period(named: "2025-W01"))
    #expect(calendar.firstDay(of: period) == Day("2024-12-29"))
    #expect(calendar.period(named: "2025-W53") != nil)
    #expect(calendar.period(named: "2026-W53") == nil)
  }

  @Test(arguments: 1...7)
  func `every day lies in the period that names it`(weekStarts: Int) throws {
    let calendar = PeriodCalendar(weekStarts: weekStarts, fiscalYearStarts: weekStarts)
    for number in stride(from: -20_000, through: 40_000, by: 13) {
      let day = Day(number: number)
      for grain in Grain.allCases {
        let period = calendar.period(grain, containing: day)
        #expect(calendar.firstDay(of: period) <= day && day <= calendar.lastDay(of: period))
        #expect(calendar.period(named: calendar.name(of: period)) == period)
      }
    }
  }
}
