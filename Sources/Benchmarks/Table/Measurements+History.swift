import Foundation

extension Measurements {
  /// Who owned what over a long history, compared with git's own log of the folders that record it.
  func historyRows() throws -> [Row] {
    let small = try HistoryRepository(commits: 10_000, in: directory)
    let large = try HistoryRepository(commits: 100_000, in: directory)
    var rows: [Row] = []
    for (place, name) in [(large.bare, "no commit graph"), (large.graphed, "commit graph")] {
      let costs = try least(3, [log(place), walk(place)])
      rows.append(
        Row(
          what: "owners of 100,000 commits, \(name)", floor: "\(costs[0].seconds.milliseconds) git log --raw",
          figure: costs[1].seconds.milliseconds, ratio: costs[1].seconds / costs[0].seconds, bar: .atMost(1)))
      rows.append(
        Row(
          what: "peak memory of that", floor: "\(costs[0].peak.megabytes) git log --raw",
          figure: costs[1].peak.megabytes, ratio: Double(costs[1].peak) / Double(costs[0].peak), bar: .atMost(1.5)))
    }
    let growth = try least(3, [walk(small.graphed), walk(large.graphed)])
    rows.append(
      Row(
        what: "growth from 10,000 to 100,000 commits", floor: growth[0].seconds.milliseconds,
        figure: growth[1].seconds.milliseconds, ratio: growth[1].seconds / growth[0].seconds, bar: .atMost(11)))
    let blame = TimedProcess(words: [northstar, "blame", "metric/access-spread"], directory: large.bare.path)
    let commits = TimedProcess(
      words: ["git", "log", "--format=%H", "main", "--", "metrics/access-spread.yaml"], directory: large.bare.path)
    rows.append(
      try compare("blame of one entity, no commit graph", blame, with: commits, "git log of its file", 1.5, rounds: 3))
    return try rows + indexRows(large)
  }

  private func indexRows(_ large: HistoryRepository) throws -> [Row] {
    let last = TimedProcess(words: ["git", "log", "-1"], directory: large.graphed.path)
    let owners = TimedProcess(
      words: [northstar, "owners", "--history", "--format", "csv"], directory: large.graphed.path)
    let who = TimedProcess(
      words: [northstar, "who", "access-spread", "--at", "2022-03-01"], directory: large.graphed.path)
    var newer = owners
    newer.before = {
      try Program("git", "update-ref", "refs/heads/main", "\(large.tip)~10", in: large.graphed).run()
      CleanEnvironment.removeCache()
      _ = owners.run()
      try Program("git", "update-ref", "refs/heads/main", large.tip, in: large.graphed).run()
    }
    return try [
      compare("the same with the index", owners, with: last, "git log -1", 8),
      compare("the same after 10 new commits", newer, with: last, "git log -1", 10, rounds: 3),
      compare("who --at a day, with the index", who, with: last, "git log -1", 3),
    ]
  }

  /// The folders that `owners` reads.
  private static let folders = ["northstar.yaml", "metrics", "teams"]

  private func log(_ place: URL) -> TimedProcess {
    TimedProcess(
      words: ["git", "log", "--raw", "--full-history", "--first-parent", "main", "--"] + Self.folders,
      directory: place.path)
  }

  /// Without an index.
  private func walk(_ place: URL) -> TimedProcess {
    TimedProcess(
      words: [northstar, "owners", "--history", "--format", "csv"], directory: place.path,
      before: { CleanEnvironment.removeCache() })
  }
}
