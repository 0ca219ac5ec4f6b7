import Git
import History
import StrategyModel
import StrictYAML

/// Who answers for each lever on a day, and who ever did.
///
/// A lever is a metric in use that somebody answers for or did, and every input in use.
struct LeverOwners {
  let line: CommitLine
  let day: Day
  /// Sorted by lever: one for each that is in use, whether anybody owns it or not.
  let current: [Tenure]
  let ownership: OwnershipHistory
  private let timelines: [OwnershipTimeline]

  /// - Parameter includesAll: whether drafts count too that name an owner.
  init(_ records: OwnershipRecords, _ line: CommitLine, _ asked: AskedDay, includesAll: Bool) {
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

  /// A team of another day may have another name now.
  var teams: TeamNames { ownership.teams }

  /// Every stretch with an owner, by lever and then by day. Reads no commit.
  var stretches: [Tenure] { timelines.flatMap { $0.tenures.filter(\.isOwned) } }

  /// How long an owner had been there on the day that is asked about, that day counted.
  func days(_ tenure: Tenure) -> Int { tenure.days(until: day) }

  /// What one name per lever would hide.
  var doubts: [OwnershipDoubt] { current.flatMap(doubts(about:)) }

  func doubts(about tenure: Tenure) -> [OwnershipDoubt] { ownership.doubts(about: tenure.lever, on: day) }

  /// How the owner of a tenure left before the day that is asked about; `nil` for one who stayed.
  func leaving(_ tenure: Tenure) -> Leaving? { ownership.leaving(in: tenure, upTo: day) }
}

extension EntityVersion {
  /// A person's addresses in the order of the file, in which the first one is the one to write to.
  var emails: [String] {
    leaves.filter { $0.path.hasPrefix("emails[") }.sorted { $0.range.lower < $1.range.lower }.map(\.value)
  }
}
