import Numbers
import StrategyModel
import Testing

@Suite struct StatisticsTests {
  @Test func `limits are the mean and 2,66 mean moving ranges to either side`() throws {
    let values = Series(weeks: [50, 52, 49, 51, 53, 50, 48, 52, 51, 49])
    let limits = try #require(ControlLimits(values))
    #expect((limits.lower * 100).rounded() == 4429)
    #expect((limits.upper * 100).rounded() == 5671)
    #expect(limits.signals(in: Series(weeks: [60, 44])) == [.aboveLimits, .belowLimits])
    #expect(limits.signals(in: values).allSatisfy { $0 == nil })
  }

  @Test func `eight in a row on one side of the mean are a signal, seven are none`() throws {
    let seven = Series(weeks: [9, 9, 9, 9, 9, 9, 9, 0, 9, 0, 9, 0, 0, 0, 9])
    #expect(try #require(ControlLimits(seven)).signals(in: seven).allSatisfy { $0 == nil })
    let eight = Series(weeks: [11, 9, 10.5, 10.6, 10.7, 10.6, 10.5, 10.6, 10.6, 10.7, 9, 8, 9, 8])
    let signals = try #require(ControlLimits(eight)).signals(in: eight)
    #expect(signals[1] == nil && signals[2...9].allSatisfy { $0 == .runAbove } && signals[10] == nil)
  }

  @Test func `a step across a missing period is no range, and a run ends there`() throws {
    let limits = try #require(ControlLimits(Series(weeks: [100, 110, nil, 105, 98])))
    #expect((limits.lower * 100).rounded() == 8064 && (limits.upper * 100).rounded() == 12_586)
    #expect(ControlLimits(Series(weeks: [100, nil, 110, nil, 105])) == nil)
    let run = Series(weeks: [6, 7, 6, 7, nil, 6, 7, 6, 7, 3, 4, 3, 4, 3, 4, 3, 4])
    let signals = try #require(ControlLimits(run)).signals(in: run)
    #expect(signals[0...7].allSatisfy { $0 == nil } && signals[8...15].allSatisfy { $0 == .runBelow })
  }

  @Test func `a constant series has limits without room, and one value has none`() throws {
    let limits = try #require(ControlLimits(Series(weeks: [3, 3, 3])))
    #expect(limits.lower == 3 && limits.upper == 3 && limits.signals(in: Series(weeks: [3])) == [nil])
    #expect(ControlLimits(Series(weeks: [3])) == nil)
    #expect(ControlLimits(Series(weeks: [])) == nil)
    #expect(ControlLimits(Series(weeks: [1, .nan])) == nil)
    #expect(ControlLimits(Series(weeks: [1e308, -1e308])) == nil)
  }

  @Test(arguments: [1e-307, 1e-200, 1, 1e200, 1.5e307])
  func `huge and tiny values are averaged as others are`(size: Double) throws {
    let moments = try #require(Moments([1, 2, 3, 4, 5].map { $0 * size }))
    #expect(abs(moments.mean / size - 3) < 1e-9)
    #expect(abs(moments.standardDeviation / size - 2.5.squareRoot()) < 1e-9)
    let r = try #require(Correlation(pearson: [1, 2, 3, 4], [2, 1, 4, 3].map { $0 * size })).r
    #expect(abs(r - 0.6) < 1e-9)
  }

  @Test func `a small spread far from zero keeps its digits`() throws {
    let moments = try #require(Moments([1e9 + 1, 1e9 + 2, 1e9 + 3]))
    #expect(moments.mean == 1e9 + 2)
    #expect(abs(moments.standardDeviation - 1) < 1e-12)
  }

  @Test func `what can't be compared has no answer`() {
    #expect(Moments([]) == nil)
    #expect(Moments([1, .infinity]) == nil)
    #expect(Correlation(pearson: [1, 2], [1, 2]) == nil)
    #expect(Correlation(pearson: [1, 1, 1], [1, 2, 3]) == nil)
    #expect(Correlation(pearson: [0.1, 0.1, 0.1], [1, 2, 3]) == nil)
    #expect(Correlation(pearson: [1, 2, 3], [1, 2]) == nil)
    #expect(Correlation(spearman: [1, .nan, 3], [1, 2, 3]) == nil)
    #expect(LinearRegression([1, 1, 1], [1, 2, 3]) == nil)
    #expect(LinearRegression([1e-300, 2e-300, 3e-300], [1e300, 2e300, 4e300]) == nil)
    #expect(WelchTest([1], [1, 2]) == nil)
    #expect(WelchTest([1, 1], [2, 2]) == nil)
    #expect(BrierScore([]) == nil)
  }

  @Test func `chance is between none and all`() {
    #expect(StudentT.twoSidedP(0, freedom: 5) == 1)
    #expect(StudentT.twoSidedP(.infinity, freedom: 5) == 0)
    #expect(StudentT.twoSidedP(1e200, freedom: 1) < 1e-150)
    #expect(StudentT.twoSidedP(.nan, freedom: 5) == 1)
    #expect(StudentT.twoSidedP(3, freedom: 0) == 1)
    // With one degree of freedom: 1 − 2/π · atan t.
    #expect(abs(StudentT.twoSidedP(1, freedom: 1) - 0.5) < 1e-14)
  }

  @Test func `the Brier score is the mean square of what was missed`() throws {
    let score = try #require(BrierScore([(said: 0.7, was: 1), (said: 0.9, was: 0), (said: 0.5, was: 1)]))
    #expect(abs(score.score - (0.09 + 0.81 + 0.25) / 3) < 1e-15)
    #expect(score.count == 3)
  }

  @Test func `taking out a trend leaves nothing of a straight line and begins anew after a gap`() {
    let line = Series(values: (0..<50).map { 0.1 * Double($0) + 3 })
    #expect(line.without(.linear).values.allSatisfy { $0 == 0 })
    let gap = Series([0, 1, 2, 5, 6].map { (Period(.week, number: $0), Double($0 * $0)) })
    #expect(gap.without(.difference).periods.map(\.number) == [1, 2, 6])
    #expect(gap.without(.difference).values == [1, 3, 11])
    #expect(Series().without(.linear).isEmpty)
    #expect(gap.without(.none) == gap)
  }
}

extension Series {
  /// A value a week; `nil` for a week without one.
  init(weeks values: [Double?]) {
    self.init(values.enumerated().compactMap { place, value in value.map { (Period(.week, number: place), $0) } })
  }
}
