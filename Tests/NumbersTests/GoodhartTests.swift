import Numbers
import StrategyModel
import Testing

/// Whether a North Star rose at the cost of others.
@Suite struct GoodhartTests {
  private let calendar = PeriodCalendar()

  private func week(_ number: Int) -> Period { calendar.period(.week, containing: Day(number: 20_000)) + number }

  /// Two quarters of weeks, one around each level; neighbours differ by 2.
  private func quarters(_ before: Double, _ after: Double) -> [Double] {
    (0..<26).map { ($0 < 13 ? before : after) + ($0 % 2 == 0 ? 0 : 2) }
  }

  private func series(_ values: [Double]) -> Series {
    Series(values.enumerated().map { (week($0.offset), $0.element) })
  }

  @Test func `the noise of two means comes from the steps within each quarter`() throws {
    let shift = try #require(QuarterShift(series(quarters(10, 20)), endingWith: week(25)))
    #expect(abs(shift.before - (10 + 12.0 / 13)) < 1e-12 && abs(shift.after - (20 + 14.0 / 13)) < 1e-12)
    #expect(abs(shift.noise - 2.66 * 2 * (2.0 / 13).squareRoot()) < 1e-12)
    #expect(shift.isBeyondNoise && shift.from == week(13) && shift.to == week(25))
    let small = try #require(QuarterShift(series(quarters(10, 11)), endingWith: week(25)))
    #expect(!small.isBeyondNoise)
  }

  @Test func `too few values in either quarter tell nothing`() {
    let late = series(quarters(10, 20)).from(week(12))
    #expect(QuarterShift(late, endingWith: week(25)) == nil)
    #expect(QuarterShift(series(quarters(10, 20)), endingWith: week(60)) == nil)
    #expect(QuarterShift(Series(), endingWith: week(25)) == nil)
    #expect(QuarterShift(series(quarters(10, 20)), endingWith: Period(.month, number: 5)) == nil)
    let huge = quarters(-1e308, 1e308)
    #expect(QuarterShift(series(huge), endingWith: week(25)) == nil)
  }

  /// - Parameter levels: the two quarters of the North Star, a guardrail that should fall and a result.
  private func strategy(_ star: [Double], _ guardrail: [Double], _ result: [Double]) -> Strategy {
    func metric(_ id: String, _ role: String, _ direction: String) -> StrategyFile {
      let text = "kind: metric\nid: \(id)\nrole: \(role)\nlifecycle: active\ndirection: \(direction)\n"
      return StrategyFile(path: "metrics/\(id).yaml", in: "", text: Array(text.utf8))
    }
    var strategy = Strategy(
      folder: "",
      files: [
        metric("star", "north-star", "increase"), metric("harm", "guardrail", "decrease"),
        metric("money", "result", "increase"), metric("unmeasured", "result", "increase"),
        metric("steady", "guardrail", "maintain"),
      ])
    let sheets = [("harm", guardrail), ("money", result), ("star", star), ("steady", guardrail)].map { id, values in
      let rows = values.enumerated().map { "\(calendar.name(of: week($0.offset))),\($0.element),2026-01-01,w,\n" }
      return ReadingsFile(
        path: "readings/\(id).csv", text: Array(("period,value,known_on,source,segment\n" + rows.joined()).utf8),
        calendar: calendar, grain: nil)
    }
    strategy.readings = Readings(sheets, calendar: calendar)
    return strategy
  }

  private func names(_ places: [Int], _ strategy: Strategy) -> [String?] {
    places.map { strategy.metrics.all[$0].id?.value }
  }

  private let today = Day(number: 21_000)

  @Test func `a star that rises while harm grows and money falls raises it`() throws {
    let strategy = strategy(quarters(10, 20), quarters(5, 9), quarters(50, 40))
    let screen = try #require(GoodhartScreen(strategy, on: today))
    #expect(screen.isRaised && names([screen.metric], strategy) == ["star"])
    #expect(names(screen.worse.map(\.metric), strategy) == ["harm", "money"])
    #expect(names(screen.unknown, strategy) == ["unmeasured"])
  }

  @Test func `neither a star that stands still nor harm within its noise raises it`() throws {
    let still = try #require(GoodhartScreen(strategy(quarters(10, 10), quarters(5, 9), quarters(50, 40)), on: today))
    #expect(!still.isBetter && !still.isRaised && still.worse.count == 2)
    let fallen = try #require(GoodhartScreen(strategy(quarters(20, 10), quarters(5, 9), quarters(50, 40)), on: today))
    #expect(!fallen.isBetter && !fallen.isRaised)
    let fine = try #require(GoodhartScreen(strategy(quarters(10, 20), quarters(5, 6), quarters(50, 51)), on: today))
    #expect(fine.isBetter && fine.worse.isEmpty && !fine.isRaised)
  }

  @Test func `nothing is told before anything was known`() {
    let strategy = strategy(quarters(10, 20), quarters(5, 9), quarters(50, 40))
    #expect(GoodhartScreen(strategy, on: Day(number: 20_000)) == nil)
  }
}
