import Numbers
import StrategyModel
import Testing

@Suite struct ProgressScoreTests {
  private let start = ProgressStrategy.start

  private func amended(_ fields: String..., by amendments: String...) -> ProgressStrategy {
    let list =
      amendments.isEmpty ? [] : ["amendments:"] + amendments.map { "  - { on: 2026-02-02, by: a, because: b, \($0) }" }
    return ProgressStrategy([("k", fields + list)], checkIns: ["{ on: 2026-03-30, key_result: k, value: 50 }"])
  }

  @Test func `both scores are computed, as committed and as amended`() {
    let one = amended(
      "type: increase", "baseline: 40", "target: 50", by: "field: target, from: 60, to: 50")
    #expect(one.keyResult().computed.amended == .success(1))
    #expect(one.keyResult().computed.committed == .success(0.5))
    #expect(one.numbers(on: start + 90).committedScore.value == 0.5)
    #expect(one.numbers(on: start + 90).amendedScore.value == 1)
  }

  @Test func `amendments are undone from the last to the first`() {
    let one = amended(
      "type: increase", "baseline: 40", "target: 50", by: "field: target, from: 80, to: 60",
      "field: target, from: 60, to: 50")
    #expect(one.keyResult().committed.target == 80)
    #expect(one.keyResult().computed.committed == .success(0.25))
  }

  @Test func `another baseline, type, band or weight is undone too`() {
    #expect(
      amended("type: increase", "baseline: 40", "target: 60", by: "field: baseline, from: 0, to: 40").keyResult()
        .computed.committed == .success(50.0 / 60))
    #expect(
      amended("type: increase", "baseline: 60", "target: 40", by: "field: type, from: decrease, to: increase")
        .keyResult().committed.type == .decrease)
    #expect(
      amended("type: maintain", "lower: 45", by: "field: lower, from: 55, to: 45").keyResult().committed.lower == 55)
    #expect(
      amended("type: milestone", "weight: 2", by: "field: weight, to: 2").keyResult().committed.weight == nil)
    #expect(
      amended("type: milestone", by: "field: title, from: a, to: T").keyResult().committed
        == amended("type: milestone").keyResult().promise)
  }

  @Test func `another metric can't be scored against the first promise`() {
    let one = amended(
      "metric: m", "type: increase", "baseline: 40", "target: 60", by: "field: metric, from: n, to: m")
    #expect(one.keyResult().computed.amended == .success(0.5))
    #expect(one.keyResult().computed.committed == .failure(.otherMetric))
  }

  @Test(arguments: ["4O", "nan", "inf", "1,5", "0x10", ""])
  func `an amendment from what is no number leaves no number`(from: String) {
    let one = amended(
      "type: increase", "baseline: 40", "target: 60", by: "field: target, from: '\(from)', to: 60")
    #expect(one.keyResult().computed.committed == .failure(.noTarget))
    #expect(one.keyResult().computed.amended == .success(0.5))
  }

  @Test(arguments: [
    (1.0, ScoreBand.green), (0.65, .green), (0.7, .green), (0.649, .yellow), (0.4, .yellow), (0.35, .yellow),
    (0.349, .red), (0, .red),
  ])
  func `bands go by one decimal`(score: Double, band: ScoreBand) {
    #expect(ScoreBand(score) == band)
  }

  @Test(arguments: [(0.86, Aim.tooSafe), (0.85, .sound), (0.6, .sound), (0.59, .tooWild)])
  func `an average says how a set of aspirations was aimed`(average: Double, aim: Aim) {
    #expect(Aim(average: average, of: .aspirational) == aim)
    #expect(Aim(average: average, of: .learning) == nil)
    #expect(Aim(average: average, of: nil) == nil)
  }

  /// 0.9 was called too safe, for goals that were expected to reach 1.0.
  @Test(arguments: [(1, Aim.asCommitted), (0.95, .asCommitted), (0.94, .lessThanCommitted), (0, .lessThanCommitted)])
  func `of what was committed all is expected`(average: Double, aim: Aim) {
    #expect(Aim(average: average, of: .committed) == aim)
  }

  @Test func `confidence bands`() {
    #expect([0.7, 0.69, 0.4, 0.39].map { ConfidenceBand($0) } == [.high, .medium, .medium, .low])
    #expect(ConfidenceBand.escalates(0.3))
    #expect(!ConfidenceBand.escalates(0.31))
  }

  @Test func `calibration compares confidence with what came true`() throws {
    var calibration = Calibration()
    #expect(calibration.brier == nil)
    for (confidence, score) in [(0.9, 1.0), (0.8, 0.3), (0.5, 0.7), (0.1, 0)] {
      calibration.add(Calibration.Forecast(confidence: confidence, score: score))
    }
    // (0.01 + 0.64 + 0.25 + 0.01) / 4
    #expect(abs(try #require(calibration.brier) - 0.2275) < 1e-12)
    let buckets = calibration.buckets
    #expect(buckets.map(\.band) == [.high, .medium, .low])
    #expect(buckets.map(\.count) == [2, 1, 1])
    #expect(buckets[0].cameTrue == 0.5)
    #expect(abs(buckets[0].confidence - 0.85) < 1e-12)
  }

  @Test func `forecasts are every confidence that holds, of what has its score`() {
    var one = ProgressStrategy(
      [("k", ["type: milestone", "score: 0.7"]), ("l", ["type: milestone"])],
      checkIns: [
        "{ on: 2026-01-12, key_result: k, value: 0, confidence: 0.2 }",
        "{ on: 2026-01-12, key_result: l, value: 0, confidence: 0.3 }",
        "{ on: 2026-01-19, key_result: k, value: 0 }",
        "{ on: 2026-01-20, key_result: k, value: 0, confidence: 0.6, corrects: 2026-01-12 }",
      ])
    one.cycle = "starts: 2026-01-05\nends: 2026-04-05\nstate: closed"
    #expect(
      one.strategy.forecasts(ofOKRs: 0, until: start + 100) == [Calibration.Forecast(confidence: 0.6, score: 0.7)])
  }

  @Test func `a distribution counts bands`() {
    let all = [1, 0.7, 0.5, 0.2].map { Distribution.Score($0, .aspirational) }
    let set = Distribution(all, isOver: true)
    #expect(ScoreBand.allCases.map { set.count($0) } == [2, 1, 1])
    #expect(set.parts.map(\.aim) == [.sound])
    #expect(Distribution([], isOver: true).parts == [])
  }

  @Test func `a distribution judges each ambition by itself, and what is not known in none`() {
    let all: [(Double?, Ambition?)] = [
      (1, .committed), (0.8, .committed), (nil, .committed), (0.95, .aspirational), (0.1, .learning), (0.2, nil),
    ]
    let scores = all.map { Distribution.Score($0.0, $0.1) }
    let set = Distribution(scores, isOver: true)
    #expect(set.parts.map(\.ambition) == [.committed, .aspirational, .learning])
    #expect(set.parts.map(\.average) == [0.9, 0.95, 0.1])
    #expect(set.parts.map(\.aim) == [.lessThanCommitted, .tooSafe, nil])
    #expect(set.scores.count == 5)
    #expect(set.count == 6)
    #expect(Distribution(scores, isOver: false).parts == [])
  }
}
