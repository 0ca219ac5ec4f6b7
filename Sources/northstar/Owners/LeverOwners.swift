import Git
import History
import StrategyModel
import StrictYAML

/// Who answers for each lever on a day, and who ever did.
struct LeverOwners {
  let line: CommitLine
  let day: Day
  /// Sorted by lever: one for each that is in use, whether anybody owns it or not.
  let current: [Tenure]
  /// A team of another day may have another name now.
  let teams: TeamNames
  private let timelines: [OwnershipTimeline]

  /// - Parameters:
  ///   - asksForDay: whether the day is part of the question; else what the file says counts, even when its day is
  ///     still to come.
  ///   - includesAll: whether any metric with an owner counts, not levers alone.
  init(_ records: OwnershipRecords, _ line: CommitLine, on day: Day, asksForDay: Bool, includesAll: Bool) {
    self.line = line
    self.day = day
    let all = OwnershipHistory(records, day: line.day)
    teams = all.teams
    timelines = includesAll ? all.timelines : all.timelines.filter { $0.records.contains(where: \.isLever) }
    current = timelines.compactMap { timeline in
      let tenure = asksForDay ? timeline.tenure(on: day) : timeline.records.last
      return tenure.flatMap { $0.isLever || (includesAll && $0.isOwned) ? $0 : nil }
    }
  }

  /// Every stretch with an owner, by lever and then by day. Reads no commit.
  var stretches: [Tenure] { timelines.flatMap { $0.tenures.filter(\.isOwned) } }

  /// How long an owner had been there on the day that is asked about, that day counted.
  func days(_ tenure: Tenure) -> Int { min(tenure.days(upTo: day), max(0, day - tenure.from + 1)) }
}

extension EntityVersion {
  /// A person's addresses in the order of the file, in which the first one is the one to write to.
  var emails: [String] {
    leaves.filter { $0.path.hasPrefix("emails[") }.sorted { $0.range.lower < $1.range.lower }.map(\.value)
  }
}
