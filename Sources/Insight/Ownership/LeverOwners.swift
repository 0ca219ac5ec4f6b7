package import History
import StrategyModel
package import StrategyStore
import StrictYAML

/// The owner of each lever on a day, and all former owners.
///
/// A lever is a metric in use that has or had an owner, or any input in use.
package struct LeverOwners {
  let line: MainlineCommits
  let day: Day
  /// Sorted by lever: one for each lever in use, whether owned or not.
  let current: [Tenure]
  let ownership: OwnershipHistory
  private let timelines: [OwnershipTimeline]

  /// - Parameter includesAll: whether drafts that name an owner count too.
  package init(_ records: OwnershipRecords, _ line: MainlineCommits, _ asked: AskedDay, includesAll: Bool) {
    self.line = line
    day = asked.day
    ownership = OwnershipHistory(records, day: line.day)
    let all = ownership.timelines
    timelines = includesAll ? all : all.filter { $0.records.contains(where: \.isInUse) }
    current = timelines.compactMap { timeline in
      let tenure = asked.isOfTheFact ? timeline.tenure(on: asked.day) : timeline.records.last
      return tenure.flatMap { $0.isInUse || (includesAll && $0.isOwned) ? $0 : nil }
    }
  }

  /// A team of an earlier day may have another name now.
  var teams: TeamNames { ownership.teams }

  /// Every period with an owner, by lever and then by day. Reads no commit.
  var stretches: [Tenure] { timelines.flatMap { $0.tenures.filter(\.isOwned) } }

  /// How long an owner had been there on the requested day, including that day.
  func days(_ tenure: Tenure) -> Int { tenure.days(until: day) }

  /// Notes on what one name per lever would hide.
  package var doubts: [OwnershipDoubt] { current.flatMap(doubts(about:)) }

  func doubts(about tenure: Tenure) -> [OwnershipDoubt] { ownership.doubts(about: tenure.lever, on: day) }

  /// How the owner of a tenure left before the requested day; `nil` for one who stayed.
  func leaving(_ tenure: Tenure) -> Leaving? { ownership.leaving(in: tenure, upTo: day) }
}

extension EntityVersion {
  /// A person's addresses in the order of the file; the first is the one for mail.
  var emails: [String] {
    leaves.filter { $0.path.hasPrefix("emails[") }.sorted { $0.range.lower < $1.range.lower }.map(\.value)
  }
}
