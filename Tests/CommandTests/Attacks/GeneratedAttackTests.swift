import Foundation
import StrategyModel
import TestSupport
import Testing

/// Every described field of every kind, brought to the branch in every way by people who may and people who may not:
/// the gate agrees with the policy's table. `NORTHSTAR_SOAK` sets the number of attempts.
@Suite struct GeneratedAttackTests {
  private static let count = ProcessInfo.processInfo.environment["NORTHSTAR_SOAK"].flatMap { Int($0) } ?? 240
  private static let seed = 20_260_128
  private static let parts = 4
  /// The number of attacks for each repository.
  private static let share = 250

  @Test(arguments: 0..<parts)
  func theGateSaysWhatTheTableSays(part: Int) throws {
    var disagreements: [String] = []
    var passed = 0
    let numbers = stride(from: part, to: Self.count, by: Self.parts).map(\.self)
    for start in stride(from: 0, to: numbers.count, by: Self.share) {
      let repository = try AttackedRepository()
      for number in numbers[start..<min(start + Self.share, numbers.count)] {
        let attack = Self.attack(number)
        let refusals = try repository.refusals(of: attack)
        if refusals.isEmpty { passed += 1 }
        guard refusals.isEmpty != attack.passes else { continue }
        let verdict = refusals.isEmpty ? "passes" : "is refused: \(refusals.joined(separator: "; "))"
        disagreements.append("\(number) \(attack.description) \(verdict)")
      }
    }
    let shown = disagreements.prefix(40).joined(separator: "\n")
    #expect(disagreements.isEmpty, "\(disagreements.count) of \(numbers.count):\n\(shown)")
    #expect(passed * 5 > numbers.count && passed * 5 < numbers.count * 4, "\(passed) of \(numbers.count) pass")
  }

  /// Each place in turn, then each way, then both verdicts.
  private static func attack(_ number: Int) -> Attack {
    var random = Chance(seed &+ number)
    let (places, ways) = (DescribedPlace.all, AttackWay.allCases)
    let round = number / places.count
    let way = ways[(number + round) % ways.count]
    return Attack(of: places[number % places.count], way, passing: (number / ways.count + round) % 2 == 0, &random)
  }

  @Test func everyFieldOfEveryKindIsThere() { #expect(DescribedPlace.all.count > 200) }
}
