import Numbers
import StrategyModel
import TestSupport
import Testing

@Suite struct ProgressTests {
  @Test(arguments: [
    ("increase", 41.0, 55.0, 48.0, 0.5), ("decrease", 200, 0, 100, 0.5), ("decrease", 200, 0, 200, 0),
    ("decrease", 0, -5, -2.5, 0.5), ("increase", -3.5, -1.5, -3, 0.25), ("increase", 10, 20, 5, -0.5),
    ("increase", 10, 20, 25, 1.5),
  ])
  func `progress is the way gone of the way to go`(
    type: String, baseline: Double, target: Double, current: Double, raw: Double
  ) {
    let one = ProgressStrategy("type: \(type)", "baseline: \(baseline)", "target: \(target)", weekly: [current])
    #expect(one.raw() == raw)
    #expect(one.shown() == min(max(raw, 0), 1))
  }

  @Test func `a target that equals the baseline is never a number`() {
    let numbers = ProgressStrategy("type: increase", "baseline: 5", "target: 5", weekly: [5])
    #expect(numbers.keyResult().progress == .failure(.targetIsBaseline))
    #expect(numbers.numbers(on: ProgressStrategy.start + 30).progress.value == nil)
    #expect(numbers.keyResult().computed.amended == .failure(.targetIsBaseline))
  }

  @Test(arguments: [
    (["baseline: 5"], Unmeasurable.noTarget), (["target: 5"], .noBaseline), ([], .noBaseline),
  ])
  func `what is left out is named`(fields: [String], flaw: Unmeasurable) {
    let one = ProgressStrategy([("k", ["type: increase"] + fields)])
    #expect(one.keyResult().progress == .failure(flaw))
  }

  /// Unknown progress was taken for no progress.
  @Test func `without a check-in nothing is known and nothing is on track`() {
    let one = ProgressStrategy("type: increase", "baseline: 41", "target: 55", weekly: [])
    let numbers = one.keyResult(week: 1)
    #expect(numbers.progress == .failure(.noCheckIn))
    #expect(numbers.status == .pending)
    #expect(numbers.pace == nil)
  }

  @Test func `one week of thirteen inside the band is 7.69 percent`() throws {
    let band = ["type: maintain", "lower: 95", "upper: 100"]
    let one = ProgressStrategy([("k", band)], checkIns: ["{ on: 2026-01-12, key_result: k, value: 97 }"])
    #expect(abs(try #require(one.shown()) - 1.0 / 13) < 1e-12)
    #expect(one.shown().map { ($0 * 10_000).rounded() } == 769)
  }

  @Test func `a missed check-in counts as outside the band`() throws {
    let all = ProgressStrategy(
      "type: maintain", "lower: 95", weekly: Array(repeating: 96, count: 13))
    #expect(all.shown() == 1)
    let gaps = ProgressStrategy(
      "type: maintain", "lower: 95", weekly: [96, nil, 96, 94, nil, 96, 96, 96, 96, 96, 96, 96, 96])
    #expect(abs(try #require(gaps.shown()) - 10.0 / 13) < 1e-12)
  }

  @Test(arguments: [-3, -1, 0, 2, 3])
  func `a check-in a few days early or late counts for its week`(shift: Int) {
    let entries = (1...13).map { week in
      "{ on: \(ProgressStrategy.start + 7 * week + (week < 13 ? shift : min(shift, 0))), key_result: k, value: 1 }"
    }
    #expect(ProgressStrategy([("k", ["type: maintain", "upper: 1"])], checkIns: entries).shown() == 1)
  }

  @Test func `the last of several check-ins for one week counts`() {
    let entries = [(12, 1), (13, 9)].map { day, value in "{ on: 2026-01-\(day), key_result: k, value: \(value) }" }
    #expect(ProgressStrategy([("k", ["type: maintain", "upper: 1"])], checkIns: entries).shown() == 0)
  }

  @Test func `a milestone is done or not`() {
    let open = ProgressStrategy("type: milestone", weekly: [0])
    #expect(open.shown() == 0)
    let done = ProgressStrategy("type: milestone", weekly: [0, 1])
    #expect(done.shown() == 1)
    #expect(done.keyResult(week: 9).status == .reached)
    #expect(done.keyResult(week: 9).due == nil)
  }

  @Test func `an objective is the weighted mean, shown beside its weakest key result`() throws {
    let range = ["type: increase", "baseline: 0", "target: 10"]
    let pair = ProgressStrategy(
      [("a", range + ["weight: 3"]), ("b", range)],
      checkIns: ["{ on: 2026-01-12, key_result: a, value: 10 }", "{ on: 2026-01-12, key_result: b, value: 2 }"])
    let numbers = pair.numbers(on: ProgressStrategy.start + 8)
    let progress = try #require(numbers.progress.value)
    #expect(abs(progress - 0.8) < 1e-12)
    #expect(numbers.weakest == 1)
  }

  @Test func `impossible weights count as nothing, huge ones stay finite`() {
    let huge = Double.greatestFiniteMagnitude
    #expect(mean([1, 0.5], [0, -2]) == nil)
    #expect(mean([1, 0], [huge, huge]) == 0.5)
    #expect(mean([1, 0, 0], [nil, .nan, .infinity]) == 1)
    #expect(Mean.of([]) == nil)
  }

  private func mean(_ values: [Double], _ weights: [Double?]) -> Double? {
    Mean.weighted(zip(values, weights).map { (value: $0, weight: $1) })
  }

  static let extremes: [(Double, Double, Double, Double)] = [
    (1e308, -1e308, 0, 0.5), (-1e308, 1e308, 1e308, 1),
    (0, Double.leastNonzeroMagnitude, Double.leastNonzeroMagnitude, 1),
    (0, Double.leastNonzeroMagnitude, 1e308, Double.greatestFiniteMagnitude), (1, 1.0000000000000002, 1, 0),
  ]

  @Test(arguments: ProgressTests.extremes)
  func `huge and tiny values give a finite number`(baseline: Double, target: Double, current: Double, raw: Double) {
    #expect(Progress.toward(target, from: baseline, at: current)?.raw == raw)
  }

  @Test func `what is no number gives none`() {
    #expect(Progress.toward(.nan, from: 0, at: 1) == nil)
    #expect(Progress.toward(.infinity, from: 0, at: 1) == nil)
    #expect(Progress.toward(1, from: 0, at: .nan) == nil)
    #expect(Progress(raw: .nan) == nil)
  }

  @Test(arguments: 1...200)
  func `turning the sign or the scale round changes no progress`(seed: Int) throws {
    var chance = Chance(seed)
    let (baseline, target, current) = (chance.number(), chance.number(), chance.number())
    let raw = try #require(Progress.toward(target, from: baseline, at: current)).raw
    #expect(Progress.toward(-target, from: -baseline, at: -current)?.raw == raw)
    let scale: Double = [0.25, 2, 1024].randomElement(using: &chance) ?? 2
    #expect(Progress.toward(target * scale, from: baseline * scale, at: current * scale)?.raw == raw)
    // What is left to do, seen from the target, is the rest.
    let rest = try #require(Progress.toward(baseline, from: target, at: current)).raw
    #expect(abs(raw + rest - 1) <= 1e-9 * max(1, abs(raw)))
  }

  @Test(arguments: 1...20)
  func `the order of the files does not matter`(seed: Int) throws {
    var chance = Chance(seed)
    let one = ProgressStrategy("type: increase", "baseline: 41", "target: 55", weekly: [42, 47, nil, 49])
    let numbers = Strategy(folder: "", files: one.files.shuffled(using: &chance))
      .numbers(ofOKRs: 0, on: ProgressStrategy.start + 40).objectives[0].keyResults[0]
    #expect(numbers.progress == one.keyResult(week: 5).progress)
    #expect(try numbers.progress.get().raw == 8.0 / 14)
  }
}

extension Chance {
  /// Between −1000 and 1000, in thousandths.
  mutating func number() -> Double { Double(Int.random(in: -1_000_000...1_000_000, using: &self)) / 1000 }
}
