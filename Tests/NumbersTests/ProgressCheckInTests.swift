import Numbers
import StrategyModel
import TestSupport
import Testing

@Suite struct ProgressCheckInTests {
  private let range = ["type: increase", "baseline: 40", "target: 60"]

  @Test func `a correction takes the place of its day's check-in`() {
    let one = ProgressStrategy(
      [("k", range)],
      checkIns: [
        "{ on: 2026-01-12, key_result: k, value: 42, confidence: 0.5 }",
        "{ on: 2026-01-19, key_result: k, value: 99, confidence: 0.9 }",
        "{ on: 2026-01-21, key_result: k, value: 44, confidence: 0.4, corrects: 2026-01-19 }",
      ])
    let numbers = one.keyResult(week: 3)
    #expect(numbers.current == 44)
    #expect(numbers.confidence == 0.4)
    #expect(numbers.lastDay == Day("2026-01-19"))
    // The day before the correction was written, nobody knew of it.
    #expect(one.numbers(on: ProgressStrategy.start + 15).keyResults[0].current == 99)
  }

  @Test func `a correction of an older day leaves the last value alone`() {
    let one = ProgressStrategy(
      [("k", range)],
      checkIns: [
        "{ on: 2026-01-12, key_result: k, value: 99 }", "{ on: 2026-01-19, key_result: k, value: 44 }",
        "{ on: 2026-01-20, key_result: k, value: 42, corrects: 2026-01-12 }",
      ])
    #expect(one.keyResult(week: 3).current == 44)
  }

  @Test func `a correction can be corrected, by the day it was written on or by the day it is about`() {
    for day in ["2026-01-12", "2026-01-13"] {
      let one = ProgressStrategy(
        [("k", range)],
        checkIns: [
          "{ on: 2026-01-12, key_result: k, value: 1 }",
          "{ on: 2026-01-13, key_result: k, value: 2, corrects: 2026-01-12 }",
          "{ on: 2026-01-14, key_result: k, value: 50, corrects: \(day) }",
        ])
      let held = one.strategy.checkInsInForce(ofOKRs: 0, until: ProgressStrategy.start + 20)["k"]
      #expect(held.map(\.value) == [50])
      #expect(held.first?.day == Day("2026-01-12"))
    }
  }

  @Test(arguments: 1...50)
  func `a correction that is given twice corrects once`(seed: Int) {
    var chance = Chance(seed)
    var entries = (0..<6).map { "{ on: \(ProgressStrategy.start + $0), key_result: k, value: \(chance.number()) }" }
    let day = ProgressStrategy.start + Int.random(in: 0..<6, using: &chance)
    let correction = "{ on: 2026-02-01, key_result: k, value: \(chance.number()), corrects: \(day) }"
    entries.append(correction)
    let once = ProgressStrategy([("k", range)], checkIns: entries)
    let twice = ProgressStrategy([("k", range)], checkIns: entries + [correction])
    let end = ProgressStrategy.start + 40
    let values = [once, twice].map { $0.strategy.checkInsInForce(ofOKRs: 0, until: end)["k"].map(\.value) }
    #expect(values[0] == values[1])
    #expect(values[0].count == 6)
  }

  @Test func `of two on one day the later one holds, and order in the file does not matter else`() {
    let one = ProgressStrategy(
      [("k", range)],
      checkIns: [
        "{ on: 2026-01-19, key_result: k, value: 44 }", "{ on: 2026-01-12, key_result: k, value: 41 }",
        "{ on: 2026-01-19, key_result: k, value: 45 }",
      ])
    #expect(one.keyResult().current == 45)
    let held = one.strategy.checkInsInForce(ofOKRs: 0, until: ProgressStrategy.start + 90)["k"]
    #expect(held.map(\.value) == [41, 45])
  }

  @Test func `a check-in of a later day is not known yet`() {
    let one = ProgressStrategy("type: increase", "baseline: 0", "target: 10", weekly: [1, 2, 3])
    #expect(one.keyResult(week: 2).current == 2)
  }

  @Test(arguments: [
    ("confidence: 0.7", KeyResultStatus.onTrack), ("confidence: 0.69", .atRisk), ("confidence: 0.4", .atRisk),
    ("confidence: 0.39", .offTrack), ("note: Fine", .reported),
  ])
  func `the status is what was last reported`(report: String, status: KeyResultStatus) {
    let one = ProgressStrategy([("k", range)], checkIns: ["{ on: 2026-01-12, key_result: k, value: 60, \(report) }"])
    #expect(one.keyResult(week: 2).status == status)
  }

  @Test func `silence beyond the grace is outdated, whatever was reported`() {
    let one = ProgressStrategy(
      [("k", range)], checkIns: ["{ on: 2026-01-12, key_result: k, value: 60, confidence: 1 }"])
    let days = [7, 10, 11].map { one.numbers(on: ProgressStrategy.start + 7 + $0).keyResults[0] }
    #expect(days.map(\.status) == [.onTrack, .onTrack, .outdated])
    #expect(days.map(\.overdue) == [nil, nil, 4])
    #expect(days[0].due == Day("2026-01-19"))
  }

  @Test func `closed outcomes come before silence`() {
    var one = ProgressStrategy([("k", range + ["score: 0.7"])])
    #expect(one.keyResult().status == .scored)
    one.keyResults[0].fields = range
    #expect(one.keyResult().status == .outdated)
    one.objective = ["outcome: { decision: abandon, because: No market }"]
    #expect(one.keyResult().status == .abandoned)
  }

  @Test func `a draft awaits nothing, and nothing falls due behind the end`() {
    var one = ProgressStrategy([("k", range)], checkIns: ["{ on: 2026-03-30, key_result: k, value: 60 }"])
    #expect(one.keyResult(week: 30).overdue == nil)
    one.checkIns = []
    one.cycle = "starts: 2026-01-05\nends: 2026-04-05\nstate: draft"
    #expect(one.keyResult(week: 9).status == .pending)
  }

  @Test func `the policy says how often, and from when`() {
    var one = ProgressStrategy([("k", range)])
    one.settings = "checkins: { every_days: 14, grace_days: 0 }"
    one.cycle = "starts: 2026-01-05\nends: 2026-04-05\nstate: active\nactivated: 2026-01-10"
    #expect(one.numbers(on: ProgressStrategy.start + 19).keyResults[0].overdue == nil)
    #expect(one.numbers(on: ProgressStrategy.start + 20).keyResults[0].overdue == 1)
  }

  @Test(arguments: 1...100)
  func `the rule's silence is the status's staleness`(seed: Int) {
    var chance = Chance(seed)
    let ids = ["a", "b", "c"]
    var entries: [String] = []
    for day in 0..<30 where chance.next() % 3 == 0 {
      let id = ids.randomElement(using: &chance) ?? "a"
      let back = Int.random(in: 1...9, using: &chance)
      let corrects = chance.next() % 6 == 0 ? ", corrects: \(ProgressStrategy.start + day + -back)" : ""
      entries.append("{ on: \(ProgressStrategy.start + day), key_result: \(id), value: 0\(corrects) }")
    }
    let three = ProgressStrategy(
      [("a", range), ("b", ["type: milestone"]), ("c", range + ["score: 1"])], checkIns: entries)
    let today = ProgressStrategy.start + Int.random(in: 10...40, using: &chance)
    let strategy = three.strategy
    let silences = strategy.silences(ofOKRs: 0, on: today)
    let numbers = three.numbers(on: today).keyResults
    #expect(silences.map(\.keyResult.value) == ["a", "b"])
    #expect(silences.map(\.last) == numbers.prefix(2).map(\.lastDay))
  }
}
