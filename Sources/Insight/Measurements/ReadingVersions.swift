import Git
package import Presentation
import StrategyModel
package import StrategyStore

/// Every version of a metric's readings: what was known when, and the commits that say so.
package struct ReadingVersions {
  package let notes: [String]
  private let rows: [(row: SheetHistory.Row, commit: RecordingCommit)]
  private let metric: String
  private let calendar: PeriodCalendar

  /// - Parameters:
  ///   - period: the only period, by its name; `nil` for all.
  ///   - segment: the only segment, "" for the whole; `nil` for all.
  package init(
    _ metric: String, period: String?, segment: String?, _ options: HistoryRequest, in session: Session
  ) throws {
    let history = try SheetHistory(metric, options, in: session)
    let calendar = history.strategy.calendar
    let wanted = try period.map { name throws(StrategyError) in
      guard let period = calendar.period(named: name) else {
        throw StrategyError(message: "'\(name.visible)' \(Period.refusal(of: name))")
      }
      return period
    }
    guard !history.rows.isEmpty else {
      throw StrategyError(
        message: "no commit on this branch has a reading of '\(metric.visible)'",
        help: ["See which metrics have readings with \(run: .measurements)."])
    }
    let chosen = history.rows.filter { row in
      wanted.map { $0 == row.reading.period } ?? true && segment.map { $0 == row.segment } ?? true
    }
    var commits: [Int: RecordingCommit] = [:]
    for ordinal in Set(chosen.map(\.ordinal)) { commits[ordinal] = try RecordingCommit(ordinal, on: history.line) }
    rows = chosen.sorted { ($0.reading.period, $0.segment) < ($1.reading.period, $1.segment) }
      .compactMap { row in commits[row.ordinal].map { (row, $0) } }
    (self.metric, self.calendar, notes) = (metric, calendar, history.notes)
  }

  /// One row for each version, by period and segment; the oldest first.
  package var listing: Listing {
    Listing(["period", "segment", "value", "known_on", "source", "commit", "committed", "by", "reason"], rows) {
      [calendar, metric] version in
      let (row, commit) = version
      return [
        .text(calendar.name(of: row.reading.period)), .text(row.segment.isEmpty ? nil : row.segment),
        row.reading.isWithdrawal ? .absent(Reading.withdrawn) : .number(row.reading.value),
        .text(row.reading.knownOn.description), .text(row.source), .commit(commit.id.description),
        .text(commit.day.description), .text(commit.author), .text(commit.reason(ofReadings: metric)),
      ]
    }
  }
}
