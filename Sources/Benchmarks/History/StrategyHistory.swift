import StrategyModel

/// Years of commits on a strategy of about 10,000 files; always the same ones for the same number.
struct StrategyHistory {
  /// The mean time between two commits on the main branch, in seconds.
  private static let pace = 3000

  /// Commits on the main branch.
  let commits: Int
  private var company = ChangingCompany(documents: 10_000)
  /// Seconds since 1970, on a clock that is never wrong.
  private var now: Int

  /// - Parameter commits: at least 1, at most about 100,000, since the company had no cycles earlier.
  init(commits: Int) {
    self.commits = commits
    now = (CompanyCalendar.today.number - 30) * 86_400 - commits * StrategyHistory.pace
  }

  /// Every commit, the oldest first; its mark is its number on the main branch, from 1.
  mutating func write(to stream: inout FastImportStream) throws {
    let first = Change(message: "Bring the strategy under version control", files: company.files)
    try stream.commit(first, to: .main, by: company.teams[0].lead, at: now, mark: 1)
    for number in 1..<max(1, commits) {
      now += 2 * 60 + company.random.below(2 * (StrategyHistory.pace - 2 * 60))
      try writeCommit(number, &stream)
    }
    try stream.flush()
  }

  private mutating func writeCommit(_ number: Int, _ stream: inout FastImportStream) throws {
    let happening = Happening.pick(&company.random)
    if happening == .merge { return try writeMerge(number, &stream) }
    let moment = Moment(number: number, day: Day(number: now / 86_400), base: number)
    let change = company.change(happening, at: moment) ?? Change(message: "Run the checks again")
    try stream.commit(change, to: .main, by: company.anybody(), at: date(), mark: number + 1)
  }

  /// One to three commits that branch off an earlier commit of the main branch, and their merge.
  private mutating func writeMerge(_ number: Int, _ stream: inout FastImportStream) throws {
    let base = max(0, number - 1 - company.random.below(40))
    let moment = Moment(number: number, day: Day(number: now / 86_400), base: base)
    var merge = Change(message: "Merge a branch that began \(number - 1 - base) commits ago")
    for step in 0...company.random.below(3) {
      let happening = Happening.onBranches[company.random.below(Happening.onBranches.count)]
      let change = company.change(happening, at: moment) ?? Change(message: "Run the checks again")
      try stream.commit(
        change, to: .side, by: company.anybody(), at: date() - (3 - step) * 30, from: step == 0 ? base + 1 : nil)
      merge.files += change.files
    }
    try stream.commit(merge, to: .main, by: company.anybody(), at: date(), mark: number + 1, merging: .side)
  }

  /// The time on a committer's clock: once in a thousand times it is up to two days slow.
  private mutating func date() -> Int {
    now - (company.random.once(in: 1000) ? company.random.below(2 * 86_400) : 0)
  }
}
