import Foundation
import StrategyModel
import Testing

@Suite struct DayTests {
  @Test func everyDayOfFourCenturiesReadsBackAsItIsPrinted() throws {
    let first = try #require(Day("1900-01-01"))
    var previous = first + -1
    for number in first.number..<(first.number + 146_097) {
      let day = Day(number: number)
      #expect(Day(day.description) == day)
      #expect(day - previous == 1)
      previous = day
    }
    #expect(previous.description == "2299-12-31")
  }

  @Test func agreesWithFoundation() throws {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    for number in stride(from: -20_000, to: 60_000, by: 37) {
      let parts = calendar.dateComponents(
        [.year, .month, .day, .weekday], from: Date(timeIntervalSince1970: TimeInterval(number) * 86_400))
      let day = Day(number: number)
      #expect(parts.year == day.year && parts.month == day.month && parts.day == day.day)
      #expect(parts.weekday == day.weekday % 7 + 1)
    }
  }

  @Test(arguments: [
    "2025-02-29", "2026-13-01", "2026-00-10", "2026-1-5", "26-01-05", "2026-01-05T00", "", "２０２６-01-05",
  ])
  func refusesWhatIsNoDay(_ text: String) {
    #expect(Day(text) == nil)
  }

  @Test func monthsEndWhereTheyEnd() throws {
    let day = try #require(Day("2024-01-31"))
    #expect(day.adding(months: 1).description == "2024-02-29")
    #expect(day.adding(months: 13).description == "2025-02-28")
    #expect(day.adding(months: -2).description == "2023-11-30")
  }
}
