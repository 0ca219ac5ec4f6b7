package import Git
import Presentation
package import StrategyStore
import Synchronization

/// The time limit for judging one push, so that nobody can block the server with a push.
package struct GateTimeLimit {
  static let setting = "northstar.gateTimeout"
  private static let standard = 60.0

  private let seconds: Double

  /// The limit from the configuration of the gate's repository, which no push can change.
  package init(of repository: Repository) throws {
    let answer = try repository.git(["config", "--null", "--get", GateTimeLimit.setting])
    guard answer.status <= 1 else {
      throw StrategyError(.git, message: "git cannot read the setting \(GateTimeLimit.setting)")
    }
    guard answer.succeeded else {
      seconds = GateTimeLimit.standard
      return
    }
    let text = String(decoding: answer.output.prefix { $0 != 0 }, as: UTF8.self)
    guard let number = Double(text), number > 0, number <= 86_400 else {
      throw StrategyError(
        message: "\(GateTimeLimit.setting) is '\(text.visible)' (expected a number of seconds up to 86400)",
        help: ["Let an administrator set it on the server: git config \(GateTimeLimit.setting) 60"])
    }
    seconds = number
  }

  /// Judges a push, or ends the process with a refusal when that takes too long.
  ///
  /// - Parameter end: called before the process ends; tells the pusher, and returns the exit status.
  package func hold<Value>(
    _ gate: Gate, end: @escaping @Sendable (StrategyError) -> Int32, _ judge: () throws -> Value
  ) throws -> Value {
    let (seconds, progress) = (seconds, gate.progress)
    return try TimeLimit.hold(seconds) {
      end(GateTimeLimit.overtime(seconds, progress.current))
    } _: {
      try judge()
    }
  }

  private static func overtime(_ seconds: Double, _ progress: String) -> StrategyError {
    let limit = seconds == seconds.rounded() ? "\(Int(seconds))" : "\(seconds)"
    return StrategyError(
      message: "the push is refused: it takes longer than \(limit) s to judge (timed out while \(progress))",
      help: [
        "Push fewer commits at a time, the oldest first: git push origin <commit>:<branch>",
        "Or let an administrator allow more time on the server: git config \(setting) <seconds>",
      ])
  }
}

/// The current step of the gate, for the message that it took too long.
final class GateProgress: Sendable {
  private let state = Mutex("reading what is pushed")

  var current: String { state.withLock { $0 } }

  func now(_ text: String) { state.withLock { $0 = text } }
}
