import Numbers
import Presentation
import StrategyModel

/// A Goodhart screen in words and as the rows of a table.
struct GoodhartText {
  private let screen: GoodhartScreen
  private let strategy: Strategy

  init(_ screen: GoodhartScreen, in strategy: Strategy) { (self.screen, self.strategy) = (screen, strategy) }

  var sentence: String {
    let name = id(screen.metric)
    let moved = "from a mean of \(screen.shift.before.brief) to \(screen.shift.after.brief) in the last quarter"
    guard screen.isBetter else {
      return "\(name) went \(moved): its gain is within its noise, so it did not rise at the cost of others."
    }
    guard screen.isRaised else {
      let count = screen.watched.count
      return
        "\(name) went \(moved), and of \(count == 1 ? "1 guardrail or result" : "\(count) guardrails and results") "
        + "none got worse by more than its noise."
    }
    let worse = screen.worse.map { "\(id($0.metric)) from \($0.shift.before.brief) to \($0.shift.after.brief)" }
    return "\(name) went \(moved), while others got worse by more than their noise: \(worse.joined(separator: ", "))."
  }

  var unknown: [String] { screen.unknown.map(id) }

  static let columns = ["metric", "quarter before", "last quarter", "change", "noise", "reads"]

  var rows: [[Cell]] {
    [row(screen.metric, screen.shift, screen.isBetter ? "better" : "no better")]
      + screen.watched.map { row($0.metric, $0.shift, $0.isWorse ? "worse" : "no worse") }
  }

  private func row(_ metric: Int, _ shift: QuarterShift, _ word: String) -> [Cell] {
    [
      .text(id(metric)), .number(shift.before, shown: shift.before.brief),
      .number(shift.after, shown: shift.after.brief),
      .number(shift.change, shown: (shift.change > 0 ? "+" : "") + shift.change.brief),
      .number(shift.noise, shown: "±" + shift.noise.brief), .text(word),
    ]
  }

  private func id(_ metric: Int) -> String { strategy.metrics.all[metric].id?.value ?? "?" }
}

extension Double {
  /// A mean for people, whose values have fewer digits: `25825`, `0.85`.
  fileprivate var brief: String { magnitude >= 1000 ? rounded().figure : short }
}
