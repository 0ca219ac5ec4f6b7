import Numbers
import StrategyModel
import Testing

@Suite struct ProgressForecastTests {
  private let start = ProgressStrategy.start

  @Test func `the expected share is the share of the days`() {
    #expect(ExpectedProgress.share(on: start + 45, from: start, to: start + 90) == 0.5)
    #expect(ExpectedProgress.share(on: start + -1, from: start, to: start + 90) == 0)
    #expect(ExpectedProgress.share(on: start + 900, from: start, to: start + 90) == 1)
  }

  @Test func `inverted and single days do not trap`() {
    #expect(ExpectedProgress.share(on: start, from: start, to: start + -1) == nil)
    #expect(ExpectedProgress.share(on: start, from: start, to: start) == 1)
    #expect(ExpectedProgress.share(on: start + -1, from: start, to: start) == 0)
    var one = ProgressStrategy("type: maintain", "upper: 1", weekly: [1, 1])
    one.cycle = "starts: 2026-04-05\nends: 2026-01-05\nstate: active"
    #expect(one.keyResult().progress == .failure(.noCycle))
    #expect(one.keyResult().overdue == nil)
    one.cycle = "starts: 2026-01-05\nends: 2026-01-05\nstate: active"
    #expect((try? one.keyResult().progress.get())?.raw == 1)
  }

  @Test func `a straight line through the last value gives the forecast`() throws {
    // Day 49 of 90; a tenth of the way from 40 to 60 is done.
    let one = ProgressStrategy(
      [("k", ["type: increase", "baseline: 40", "target: 60"])],
      checkIns: ["{ on: \(start + 45), key_result: k, value: 42, confidence: 0.9 }"])
    let pace = try #require(one.numbers(on: start + 49).keyResults[0].pace)
    #expect(abs(pace.ratio - 0.2) < 1e-12)
    #expect(abs(try #require(pace.forecast) - 44) < 1e-12)
    #expect(one.numbers(on: start + 49).keyResults[0].isTrendingOff)
    #expect(one.numbers(on: start + 49).keyResults[0].status == .onTrack)
  }

  @Test func `early in the cycle there is no forecast`() {
    let one = ProgressStrategy("type: increase", "baseline: 40", "target: 60", weekly: [40, 40, 40])
    #expect(one.keyResult(week: 3).pace == nil)
    #expect(!one.keyResult(week: 3).isTrendingOff)
  }

  @Test func `what stays inside its band is on schedule`() throws {
    let one = ProgressStrategy("type: maintain", "upper: 1", weekly: Array(repeating: 1, count: 6))
    #expect(try #require(one.keyResult(week: 6).pace).ratio == 1)
    // Two more were due without a check-in.
    #expect(try #require(one.keyResult(week: 9).pace).ratio == 0.75)
  }

  @Test func `a broken guardrail makes it achieved at cost, and is named`() {
    let one = ProgressStrategy("metric: m", "type: increase", "baseline: 40", "target: 60", weekly: [60])
    #expect(!one.keyResult(week: 1).isAtCost)
    for guarded in ["m", "i"] {
      let numbers = one.keyResult(week: 1, breaches: [guarded: ["support-load"]])
      #expect(numbers.isAtCost)
      #expect(numbers.breaches == ["support-load"])
    }
    #expect(one.keyResult(week: 1, breaches: ["x": ["support-load"]]).breaches.isEmpty)
    #expect(one.keyResult(week: 1, breaches: ["m": ["g"], "i": ["g"]]).breaches == ["g"])
    let short = ProgressStrategy("metric: m", "type: increase", "baseline: 40", "target: 60", weekly: [50])
    #expect(!short.keyResult(week: 1, breaches: ["m": ["g"]]).isAtCost)
  }
}
