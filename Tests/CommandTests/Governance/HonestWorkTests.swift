import Foundation
import Testing

/// Companies' honest pushes, of which the gate refuses none. `NORTHSTAR_SOAK` says how many, where it should be more.
@Suite struct HonestWorkTests {
  private static let count = ProcessInfo.processInfo.environment["NORTHSTAR_SOAK"].flatMap { Int($0) } ?? 24
  private static let seed = 20_260_128
  /// As many as fit into a cycle's weeks.
  private static let life = min(200, count / 2)

  @Test(.timeLimit(.minutes(600)), arguments: 0..<2)
  func nothingHonestIsRefused(part: Int) throws {
    var (pushes, refused) = (0, [String]())
    for number in stride(from: part, to: Self.count / Self.life, by: 2) {
      var company = try HonestCompany(seed: Self.seed + number, life: Self.life)
      for _ in 0..<Self.life {
        let (what, refusals) = try company.push()
        pushes += 1
        guard refusals.isEmpty else {
          refused.append("\(number): \(what)\n  \(refusals.joined(separator: "\n  "))")
          break
        }
      }
    }
    print("\(pushes) honest pushes, \(refused.count) refused")
    #expect(refused.isEmpty, "\(refused.joined(separator: "\n"))")
  }
}
