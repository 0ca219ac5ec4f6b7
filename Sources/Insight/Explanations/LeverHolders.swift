import History
import Presentation
package import StrategyModel
package import StrategyStore

/// The owners of metrics over some days: from history, else from the current files.
package struct LeverHolders {
  package struct Holder: Equatable {
    let team: String?
    let person: String?
    /// `nil` where only the files are known.
    let from: Day?
    /// `nil` while it continues.
    let to: Day?
  }

  private let strategy: Strategy
  /// `nil` where only the files are known.
  let history: OwnershipHistory?
  /// The limits of the history.
  package let limits: [String]

  var isFromFiles: Bool { history == nil }

  /// - Parameter read: `nil` where there is no history.
  init(_ strategy: Strategy, _ read: OwnershipLookup?) {
    self.strategy = strategy
    history = read?.ownership
    limits = read?.notes ?? ["there is no history: owners are taken from the current files"]
  }

  package init(_ strategy: Strategy, _ moment: Moment, in session: Session) throws {
    let read = try session.historyIfThere(moment) { options in try OwnershipLookup(options, in: session) }
    self.init(strategy, read)
  }

  /// The owners of a metric on these days, in chronological order; empty for nobody.
  func holders(of metric: String, from: Day, to: Day) -> [Holder] {
    guard let history else { return inFile(metric) }
    let tenures = history[metric]?.tenures ?? []
    return tenures.filter { $0.isOwned && $0.from <= to && ($0.to.map { $0 >= from } ?? true) }
      .map { Holder(team: $0.team, person: $0.person, from: $0.from, to: $0.to) }
  }

  /// The owners of a metric from the first day of one period to the last day of another.
  package func holders(of metric: String, during first: Period, _ last: Period) -> [Holder] {
    holders(of: metric, from: strategy.calendar.firstDay(of: first), to: strategy.calendar.lastDay(of: last))
  }

  /// Notes on what the names of a metric's owners would hide, from the first day of one period to the last day of
  /// another.
  package func doubts(about metric: String, during first: Period, _ last: Period) -> [String] {
    let (from, to) = (strategy.calendar.firstDay(of: first), strategy.calendar.lastDay(of: last))
    guard let history else { return [departure(of: metric, before: to)].compactMap(\.self) }
    return history.doubts(about: metric, from: from, to: to).map(\.sentence)
  }

  private func departure(of metric: String, before day: Day) -> String? {
    guard let person = strategy.metrics[metric]?.owner?.person,
      let left = strategy.departure(of: person, before: day)
    else { return nil }
    return "\(person.id), the owner of '\(metric)', left on \(left)"
  }

  private func inFile(_ metric: String) -> [Holder] {
    guard let owner = strategy.metrics[metric]?.owner else { return [] }
    return [Holder(team: owner.team?.id, person: owner.person?.id, from: owner.since?.value, to: nil)]
  }
}

extension LeverHolders.Holder {
  /// `growth (lin)`
  package var name: String {
    guard let team else { return person ?? "nobody" }
    return person.map { "\(team) (\($0))" } ?? team
  }

  var json: JSONValue {
    [
      "team": .orNull(team), "person": .orNull(person), "from": .orNull(from?.description),
      "to": .orNull(to?.description),
    ]
  }
}
