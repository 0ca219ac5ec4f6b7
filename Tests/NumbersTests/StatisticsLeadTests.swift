import Numbers
import StrategyModel
import TestSupport
import Testing

@Suite struct StatisticsLeadTests {
  /// `y` is 0.8 of `x` a number of weeks earlier, plus noise.
  static func draw(_ seed: Int, count: Int, lag: Int, pull: Double = 0.8, noise: Double = 0.5) -> (Series, Series) {
    var random = Chance(stream: seed)
    let x = (0..<count + lag).map { _ in random.normal }
    let y = (0..<count).map { pull * x[$0] + noise * random.normal }
    return (Series(values: Array(x[lag...])), Series(values: y))
  }

  @Test(arguments: 1...20 as ClosedRange<Int>)
  func `a lead of two weeks is found where lag 0 shows nothing`(seed: Int) throws {
    let (x, y) = Self.draw(seed, count: 60, lag: 2)
    let test = LeadTest(x, against: y, maxLag: 8)
    let best = try #require(test.best)
    #expect(best.lag == 2 && best.r > 0.7 && test.verdict == .leads)
    #expect(abs(try #require(test[lag: 0]).r) < 0.45)
    #expect(test.count == 60 && best.correlation.count == 58)
    #expect(abs(best.significanceBound - 1.96 / 58.0.squareRoot()) < 1e-15)
    let back = LeadTest(y, against: x, maxLag: 8)
    #expect(back.verdict == .follows && back.best?.lag == -2)
  }

  @Test func `few of many pairs of walks that have nothing to do with each other are said to lead`() {
    var led = 0
    for seed in 1...200 as ClosedRange<Int> {
      var random = Chance(stream: seed)
      var place = (0.0, 0.0)
      let walks = (0..<104).map { _ in
        place = (place.0 + random.normal, place.1 + random.normal)
        return place
      }
      let test = LeadTest(
        Series(values: walks.map(\.0)), against: Series(values: walks.map(\.1)), maxLag: 8, detrending: .difference)
      if test.verdict == .leads { led += 1 }
      #expect(test.count == 103)
    }
    #expect(led <= 10)
  }

  @Test func `two series that only grow do not lead each other`() {
    var random = Chance(stream: 7)
    let x = Series(values: (0..<80).map { Double($0) + random.normal })
    let y = Series(values: (0..<80).map { 3 * Double($0) + random.normal })
    #expect(LeadTest(x, against: y, maxLag: 4, detrending: .none).best.map { $0.r > 0.9 } == true)
    #expect(LeadTest(x, against: y, maxLag: 4).verdict == .noEffect)
  }

  @Test func `what moves at once coincides`() {
    let (x, y) = Self.draw(3, count: 80, lag: 0)
    #expect(LeadTest(x, against: y, maxLag: 6).verdict == .coincides)
  }

  @Test func `few points are weak evidence, and fewer say nothing`() {
    let (x, y) = Self.draw(5, count: 30, lag: 2)
    let weak = LeadTest(x, against: y, maxLag: 4)
    #expect(weak.verdict == .leadsWeakly && weak.isWeakEvidence)
    #expect(weak.sentence("a", "b", in: .week).contains("weak evidence"))
    let (u, v) = Self.draw(5, count: 11, lag: 2)
    #expect(LeadTest(u, against: v, maxLag: 4).verdict == .tooFewPoints)
  }

  @Test(arguments: [0, 1, 2, 3]) func `hardly any points are an answer too`(count: Int) {
    let series = Series(values: (0..<count).map(Double.init))
    for trend in Detrending.allCases {
      let test = LeadTest(series, against: series, maxLag: 8, detrending: trend)
      #expect(test.verdict == .tooFewPoints && test.best == nil && test.lags.isEmpty)
      #expect(!test.sentence("a", "b", in: .week).contains("nan"))
    }
  }

  @Test func `a constant series leads nothing, and is named`() {
    let (x, _) = Self.draw(5, count: 60, lag: 2)
    let still = Series(values: Array(repeating: 0.1, count: 60))
    let test = LeadTest(still, against: x, maxLag: 4)
    #expect(test.verdict == .noEffect && test.constant == [0] && test.best == nil)
    #expect(test.sentence("logins", "revenue", in: .week).contains("logins did not move"))
  }

  @Test func `gaps leave out pairs and shift none`() throws {
    let (x, y) = Self.draw(9, count: 120, lag: 3)
    let holes = Series(zip(x.periods, x.values).filter { $0.0.number % 5 != 0 }.map { ($0, $1) })
    let test = LeadTest(holes, against: y, maxLag: 6)
    #expect(test.best?.lag == 3 && test.count == 96)
  }

  @Test func `lags beyond all reason are no trap`() {
    let (x, y) = Self.draw(9, count: 60, lag: 3)
    #expect(LeadTest(x, against: y, maxLag: .max).best?.lag == 3)
    #expect(LeadTest(x, against: y, maxLag: -5).lags.map(\.lag) == [0])
  }

  @Test func `an effect that is gone in the later half is a weak lead and a weakened belief`() {
    var random = Chance(stream: 11)
    let x = (0..<122).map { _ in random.normal }
    let y = (0..<120).map { (place: Int) in (place < 60 ? 0.9 * x[place] : 0) + 0.3 * random.normal }
    let test = LeadTest(Series(values: Array(x[2...])), against: Series(values: y), maxLag: 6)
    #expect(test.verdict == .leadsWeakly && test.best?.isStable == false)
    #expect(BeliefVerdict(test, isPositive: true, lag: 2) == .weakened)
  }

  @Test func `a belief is held against its sign and its lag`() {
    let (x, y) = Self.draw(13, count: 90, lag: 4)
    let test = LeadTest(x, against: y, maxLag: 10)
    #expect(BeliefVerdict(test, isPositive: true, lag: 4) == .confirmed)
    #expect(BeliefVerdict(test, isPositive: true, lag: 5) == .confirmed)
    #expect(BeliefVerdict(test, isPositive: true, lag: 8) == .wrongLag)
    #expect(BeliefVerdict(test, isPositive: false, lag: 4) == .wrongSign)
    #expect(BeliefVerdict(test, isPositive: false, lag: 9) == .wrongSign)
    let few = LeadTest(Series(values: [1]), against: y, maxLag: 10)
    #expect(BeliefVerdict(few, isPositive: true, lag: 4) == .tooFewPoints)
  }

  @Test func `a belief about noise is seldom confirmed`() {
    let verdicts = (1...200 as ClosedRange<Int>).map { seed in
      let (x, y) = (Self.draw(seed, count: 90, lag: 4).0, Self.draw(seed + 1000, count: 90, lag: 4).1)
      return BeliefVerdict(LeadTest(x, against: y, maxLag: 10), isPositive: true, lag: 4)
    }
    #expect(verdicts.count { $0 == .confirmed } <= 10)
    #expect(verdicts.count { $0 == .noEffect } >= 180)
  }

  @Test func `one far-off value makes a correlation and no ranks`() throws {
    var (x, y) = ([Double](), [Double]())
    var random = Chance(stream: 29)
    for week in 0..<60 {
      x.append(random.normal + (week == 30 ? 500 : 0))
      y.append(random.normal + (week == 32 ? 500 : 0))
    }
    let test = LeadTest(Series(values: x), against: Series(values: y), maxLag: 4, detrending: .none)
    #expect(test.best?.lag == 2 && test.best.map { $0.r > 0.9 } == true && test.verdict != .leads)
    #expect(abs(try #require(test.spearman)) < 0.4)
    #expect(LeadTest(Series(), against: Series(), maxLag: 4).spearman == nil)
  }

  @Test func `longer periods have the mean of the shorter ones in them`() throws {
    let calendar = PeriodCalendar()
    let weeks = Series(
      try ["2026-W01", "2026-W02", "2026-W05", "2026-W06", "2026-W09"].enumerated().map {
        (try #require(calendar.period(named: $0.element)), Double($0.offset))
      })
    let months = weeks.averaged(by: .month, in: calendar)
    #expect(months.periods.map { calendar.name(of: $0) } == ["2026-01", "2026-02"])
    #expect(months.values == [1, 3.5])
    let aligned = try #require(Series.aligned(weeks, months, in: calendar))
    #expect(aligned.grain == .month && aligned.a == aligned.b)
    #expect(Series.aligned(weeks, Series(), in: calendar) == nil)
    #expect(Grain.month.count(ofWeeks: 13) == 3 && Grain.week.count(ofWeeks: 13) == 13)
    #expect(Grain.day.count(ofWeeks: .greatestFiniteMagnitude) == 10_000)
  }
}
