import Numbers
import StrategyModel
import TestSupport
import Testing

/// An unknown value does not affect a mean, just as if it were not there.
@Suite struct KnownMeanTests {
  private func entries(_ chance: inout Chance) -> [(value: Double?, weight: Double?)] {
    (0..<Int.random(in: 0...6, using: &chance)).map { _ in
      (
        Bool.random(using: &chance) ? Double.random(in: 0...1, using: &chance) : nil,
        Bool.random(using: &chance) ? Double.random(in: 0.1...4, using: &chance) : nil
      )
    }
  }

  @Test(arguments: 1...200)
  func `what is not known changes no mean and is counted`(seed: Int) {
    var chance = Chance(seed)
    let all = entries(&chance)
    let known = all.filter { $0.value != nil }
    let mean = KnownMean(all)
    #expect(mean.value == Mean.weighted(known.map { (value: $0.value ?? 0, weight: $0.weight) }))
    #expect((mean.value == nil) == known.isEmpty)
    #expect([mean.known, mean.count] == [known.count, all.count])
    #expect((mean.complete != nil) == (!all.isEmpty && known.count == all.count))
  }

  @Test(arguments: 1...50)
  func `a mean of means counts what each of them knows`(seed: Int) {
    var chance = Chance(seed)
    let means = (0..<4).map { _ in KnownMean(entries(&chance)) }
    let all = KnownMean(of: means)
    #expect(all.known == means.map(\.known).reduce(0, +))
    #expect(all.count == means.map(\.count).reduce(0, +))
    #expect(all.value == Mean.of(means.compactMap(\.value)))
  }

  @Test(arguments: ["type: increase", "type: decrease", "type: maintain", "type: milestone"])
  func `without a check-in nothing is known, of any type`(type: String) {
    let none = ProgressStrategy(
      [("k", [type, "baseline: 40", "target: 60", "lower: 1", "upper: 2", "metric: m"])], checkIns: [])
    let numbers = none.keyResult(week: 13)
    #expect(numbers.progress == .failure(.noCheckIn))
    #expect(numbers.computed.committed == .failure(.noCheckIn))
    #expect(numbers.computed.amended == .failure(.noCheckIn))
    #expect(numbers.pace == nil)
    #expect(!numbers.isTrendingOff)
  }

  @Test func `a check-in without a value leaves it unknown`() {
    let one = ProgressStrategy(
      [("k", ["type: increase", "baseline: 40", "target: 60"])],
      checkIns: ["{ on: 2026-01-19, key_result: k, confidence: 0.5 }"])
    #expect(one.keyResult(week: 5).progress == .failure(.noCheckIn))
  }

  @Test func `an objective's mean leaves out what is not known`() {
    let two = ProgressStrategy(
      [("k", ["type: increase", "baseline: 40", "target: 60"]), ("l", ["type: milestone"])],
      checkIns: ["{ on: 2026-01-19, key_result: k, value: 50 }"])
    let numbers = two.numbers(on: ProgressStrategy.start + 20)
    #expect(numbers.progress.value == 0.5)
    #expect([numbers.progress.known, numbers.progress.count] == [1, 2])
    #expect(numbers.progress.complete == nil)
    #expect(numbers.weakest == 0)
  }

  @Test func `what is promised later falls due later`() {
    let late = ProgressStrategy(
      [("k", ["type: milestone"]), ("l", ["type: milestone", "since: 2026-02-09"])], checkIns: [])
    let today = ProgressStrategy.start + 40
    let numbers = late.numbers(on: today).keyResults
    #expect(numbers[0].overdue != nil)
    #expect(numbers[1].overdue == nil)
    #expect(numbers[1].due == Day("2026-02-16"))
  }

  @Test func `nothing is asked for when the cycle is over`() {
    let over = ProgressStrategy([("k", ["type: milestone"])], checkIns: [])
    #expect(over.keyResult(week: 30).due == nil)
  }
}
