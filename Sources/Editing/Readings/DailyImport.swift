import Git
import Presentation
import StrategyModel
package import StrategyStore

/// An import in one commit for each day on which values became known, dated on that day, so that `--at` of a day
/// answers with what was known then.
///
/// A commit counts from the least time of itself and all that follow it. One that is older than the branch's last commit
/// would move the whole history before it into the past, so it is refused.
package struct DailyImport {
  private let export: ExportReading
  private let writing: StrategyWriting
  private let session: Session

  package init(_ export: ExportReading, _ writing: StrategyWriting, in session: Session) {
    (self.export, self.writing, self.session) = (export, writing, session)
  }

  /// Commits each day; calls `report` after each commit. A rehearsal shows them as one.
  ///
  /// Whether all of it can be imported is known before the first commit. If a later one fails nevertheless, the days
  /// before it stay, and another run imports the others.
  package func run(_ report: (WritingOutcome) throws -> Void) throws {
    var draft = try writing.opened()
    let days = try export.days(&draft)
    try require(days, after: draft)
    guard !writing.options.isRehearsal, days.count > 1 || days.first != draft.today else {
      return try report(writing.run { draft in try export.apply(to: &draft) })
    }
    guard try canBeImported(report) else { return }
    let zone = draft.strategy.zone
    var last = draft.tip.committer.time
    for day in days {
      last = max(last, day.noon(in: zone))
      var dated = writing.options
      dated.moment = CommitMoment(time: last, offset: zone.offset(at: last) / 60)
      let daily = StrategyWriting(dated, branch: writing.branch, of: writing.repository, in: session)
      try report(daily.run { draft in try export.apply(to: &draft, knownOn: day) })
    }
  }

  /// Whether everything together is free of new errors; reports those that it has.
  private func canBeImported(_ report: (WritingOutcome) throws -> Void) throws -> Bool {
    var rehearsal = writing.options
    rehearsal.isRehearsal = true
    let outcome = try StrategyWriting(rehearsal, branch: writing.branch, of: writing.repository, in: session)
      .run { draft in try export.apply(to: &draft) }
    if case .rehearsed = outcome { return true }
    try report(outcome)
    return false
  }

  private func require(_ days: [Day], after draft: StrategyDraft) throws(StrategyError) {
    let tip = Day(of: draft.tip.committer.time, in: draft.strategy.zone)
    if let first = days.first, first < tip {
      throw StrategyError(
        message: "no commit can be dated \(first): the branch's last one is of \(tip)",
        help: [
          """
          A commit of an earlier day would change what every command says of the days before \(tip). Import in one \
          commit; 'known_on' keeps the days.
          """
        ])
    }
    if let last = days.last, last > draft.today {
      throw StrategyError(message: "no commit can be dated \(last): that day is in the future")
    }
  }
}

extension Day {
  /// Seconds since 1970.
  fileprivate func noon(in zone: Zone) -> Int64 { lastSecond(in: zone) - 43_199 }
}
