import Diagnostics
import Rules
import StrategyModel
import TestSupport
import Testing

/// Time in cycles and check-ins.
@Suite struct CycleTests {
  private let checkIns = "checkins/2026-q1/onboarding.yaml"
  private let okrs = "okrs/2026-q1/onboarding.yaml"

  /// Compared with all pairs, on random cycles.
  @Test func aCycleIsReportedWhenItStartsInsideAnotherThatEndsBeforeIt() {
    var random = Chance(11)
    for _ in 0..<200 {
      let periods = (0..<Int.random(in: 2...9, using: &random)).map { _ in
        let starts = Int.random(in: 0...30, using: &random)
        return starts...(starts + Int.random(in: 0...12, using: &random))
      }
      let crossed = periods.indices.filter { here in
        periods.contains {
          $0.lowerBound < periods[here].lowerBound && $0.contains(periods[here].lowerBound)
            && $0.upperBound < periods[here].upperBound
        }
      }
      let reported = findings(cycles: periods).filter { $0.ruleName == "overlapping-cycles" }.map(\.subject)
      #expect(reported.sorted() == crossed.map { "cycle/c\($0)" }, "\(periods)")
    }
  }

  @Test func aQuarterThatIsMissingInItsYearIsAGap() throws {
    let found = findings(cycles: [0...364, 0...89, 180...272, 273...364])
    let gap = try #require(found.first { $0.ruleName == "gap-between-cycles" })
    #expect(gap.subject == "cycle/c2")
    #expect(gap.message == "90 days between 'c1' and 'c2' belong to no cycle")
    #expect(found.names.filter { $0 == "gap-between-cycles" }.count == 1)
  }

  @Test func nothingIsOverdueForWhatCameAfterTheEnd() {
    let last = [(checkIns, "on: 2026-01-26, key_result: completion", "on: 2026-03-30, key_result: completion")]
    let strategy = SmallStrategy.loaded(with: Example(replacing: last))
    func faults(on day: String) -> [String] {
      Check(strategy, today: Day(day) ?? SmallStrategy.today).diagnostics
        .filter { $0.subject == "okrs/2026-q1/onboarding" }.map(\.message)
    }
    #expect(faults(on: "2026-03-31") == ["key result 'activation' is overdue for a check-in"])
    // Then the only fault is that the cycle was never graded.
    #expect(faults(on: "2026-04-01") == [])
  }

  @Test func theFilesOfATeamAreReportedOnceForAllThatIsSilent() throws {
    let found = checked(Example(replacing: [], removing: [checkIns]))
    let fault = try #require(found.first)
    #expect(found.names == ["overdue-check-in"])
    #expect(fault.message == "2 key results of 'onboarding' are overdue for a check-in")
    #expect(fault.notes.map(\.message) == ["'completion' has no check-in yet", "'activation' has no check-in yet"])
  }

  @Test func theStrategySaysHowOftenToCheckIn() {
    let monthly = ("northstar.yaml", "timezone: Europe/Berlin", "timezone: Europe/Berlin\ncheckins: { every_days: 28 }")
    #expect(checked(Example(replacing: [monthly], removing: [checkIns])).names == [])
  }

  @Test(arguments: [("2025-01-19", "check-in-outside-cycle"), ("2027-01-19", "check-in-in-future")])
  func aWrongYearIsOneFault(_ day: String, _ rule: String) {
    let found = checked([(checkIns, "on: 2026-01-19, key_result: completion", "on: \(day), key_result: completion")])
    #expect(found.names == [rule])
  }

  @Test func everyLateEntryOfAMergeIsReported() {
    let found = checked([(checkIns, "on: 2026-01-12, key_result: completion", "on: 2026-01-20, key_result: completion")]
    )
    #expect(found.names == ["check-in-out-of-order", "check-in-out-of-order", "check-in-out-of-order"])
  }

  @Test func theLastAmendmentOfAFieldCounts() {
    let amended = { (first: String, last: String) in
      checked([
        (
          okrs, "owner: grace",
          """
          owner: grace
                  amendments:
                    - { on: 2026-01-12, field: target, from: 70, to: \(first), by: grace, because: Too far }
                    - { on: 2026-01-20, field: target, from: 60, to: \(last), by: grace, because: Still too far }
          """
        )
      ]).names
    }
    #expect(amended("60", "55") == [])
    #expect(amended("55", "60") == ["amendment-mismatch"])
  }

  private func findings(cycles periods: [ClosedRange<Int>]) -> [Diagnostic] {
    let first = Day(number: SmallStrategy.today.number + 1000)
    let files = periods.enumerated().map { position, period in
      let text = """
        kind: cycle
        id: c\(position)
        starts: \(first + period.lowerBound)
        ends: \(first + period.upperBound)
        state: draft

        """
      return StrategyFile(path: "cycles/c\(position).yaml", in: "", text: Array(text.utf8))
    }
    return Check(Strategy(folder: "", files: files), today: SmallStrategy.today).diagnostics
  }
}
