import Diagnostics
import Git
import Synchronization

/// How long one push may be judged, so that nobody keeps the server by what they push.
struct GateTimeLimit {
  static let setting = "northstar.gateTimeout"
  private static let standard = 60.0

  private let seconds: Double

  /// As the configuration of the repository with the gate says it, which no push changes.
  init(of repository: Repository) throws {
    let answer = try repository.git(["config", "--null", "--get", GateTimeLimit.setting])
    guard answer.status <= 1 else {
      throw StrategyError(.git, message: "git does not say what \(GateTimeLimit.setting) is")
    }
    guard answer.succeeded else {
      seconds = GateTimeLimit.standard
      return
    }
    let text = String(decoding: answer.output.prefix { $0 != 0 }, as: UTF8.self)
    guard let number = Double(text), number > 0, number <= 86_400 else {
      throw StrategyError(
        message: "\(GateTimeLimit.setting) is '\(text.visible)', and must be a number of seconds up to 86400",
        help: ["Let an administrator set it on the server: git config \(GateTimeLimit.setting) 60"])
    }
    seconds = number
  }

  /// Judges, or ends the process with a refusal when that takes longer.
  func hold<Value>(_ gate: Gate, _ judge: () throws -> Value) throws -> Value {
    let (seconds, progress, environment) = (seconds, gate.progress, gate.environment)
    return try TimeLimit.hold(seconds) {
      Northstar.report(GateTimeLimit.overtime(seconds, progress.current), in: environment).rawValue
    } _: {
      try judge()
    }
  }

  private static func overtime(_ seconds: Double, _ progress: String) -> StrategyError {
    let limit = seconds == seconds.rounded() ? "\(Int(seconds))" : "\(seconds)"
    return StrategyError(
      message: "the push is refused: it takes longer than \(limit) s to judge (when the time was over: \(progress))",
      help: [
        "Push fewer commits at a time, the oldest first: git push origin <commit>:<branch>",
        "Or let an administrator allow more time on the server: git config \(setting) <seconds>",
      ])
  }
}

/// What the gate is about, for whoever has to be told that it took too long.
final class GateProgress: Sendable {
  private let state = Mutex("reading what is pushed")

  var current: String { state.withLock { $0 } }

  func now(_ text: String) { state.withLock { $0 = text } }
}
