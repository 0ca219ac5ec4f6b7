import Foundation
import Synchronization
import Testing

@testable import northstar

/// A command that is killed at any moment leaves either the state before it or the one after it. `NORTHSTAR_SOAK` sets
/// a larger number of kills.
@Suite struct KilledWriterTests {
  private static let count = ProcessInfo.processInfo.environment["NORTHSTAR_SOAK"].flatMap { Int($0) } ?? 8

  /// How long each command takes, found once for all ways.
  private static let durations = Result {
    let writer = try KilledWriter()
    return try KilledWriter.commands.map { try writer.duration(of: $0) }
  }

  @Test(.serialized, .timeLimit(.minutes(60)), arguments: KilledWriter.Blow.all)
  func leavesTheOldStateOrTheNewOne(_ blow: KilledWriter.Blow) throws {
    let writer = try KilledWriter()
    let durations = try Self.durations.get()
    var random = SystemRandomNumberGenerator()
    var (old, new) = (0, 0)
    // Few of each way, yet every command in one of them.
    let first = (KilledWriter.Blow.all.firstIndex { $0.testDescription == blow.testDescription } ?? 0) * Self.count
    for number in first..<first + Self.count {
      let command = number % KilledWriter.commands.count
      let moment = Double.random(in: 0...durations[command] * 1.1, using: &random)
      switch try writer.strike(blow, at: moment, KilledWriter.commands[command]) {
      case .old: old += 1
      case .new: new += 1
      case .between(let what):
        Issue.record("\(KilledWriter.commands[command]) after \(moment) s of \(durations[command]): \(what)")
      }
    }
    print("\(blow.testDescription): \(Self.count) commands, \(old) old, \(new) new")
    #expect(old + new == Self.count)
  }
}
