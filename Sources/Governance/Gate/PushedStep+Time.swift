import Git
import StrategyModel
import StrategyStore

extension PushedStep {
  /// Later questions about a day are answered by the dates of the commits.
  func timeRefusal(on today: Day) -> Refusal? {
    let day = Day(of: commit.committer.time, in: .utc)
    let before = min(Day(of: parent.committer.time, in: .utc), today)
    let help: [Remedy] = ["Correct the clock and redate the commit: git commit --amend --no-edit --reset-author."]
    if day > today + 1 { return Refusal("it is dated \(day), and today is \(today)", in: commit, help: help) }
    guard day < before else { return nil }
    return Refusal("it is dated \(day), before the commit that it follows (\(before))", in: commit, help: help)
  }
}
