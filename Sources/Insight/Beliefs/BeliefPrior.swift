import Git
import History
import StrategyModel
package import StrategyStore

/// What an influence edge said on the day it was written down.
struct BeliefPrior: Equatable {
  let sign: EdgeSign?
  let lagWeeks: Double?
  /// 0…1.
  let confidence: Double?

  init(_ edge: Edge) {
    (sign, lagWeeks, confidence) = (edge.sign?.value, edge.lagWeeks?.value, edge.confidence?.value.value)
  }

  init(_ metric: EntityVersion, target: String) {
    sign = metric["drives[\(target)].sign"].flatMap(EdgeSign.init)
    lagWeeks = metric["drives[\(target)].lag_weeks"].flatMap { try? Double.parse($0) }
    confidence = metric["drives[\(target)].confidence"].flatMap { try? Share.parse($0) }?.value
  }
}

/// When the beliefs of a strategy were written down, and what they said then.
package struct BeliefOrigins {
  struct Origin {
    let prior: BeliefPrior
    let day: Day
    let commit: ObjectID
  }

  private let line: MainlineCommits
  private let events: [EntityKey: [HistoryEvent]]
  let notes: [String]

  /// `nil` where there is no history.
  package init?(_ moment: Moment, in session: Session) throws {
    let found = try session.historyIfThere(moment) { options in
      try StrategyHistory(options, kinds: [.metric], fields: ["drives"], in: session)
    }
    guard let read = found else { return nil }
    self.init(read)
  }

  /// - Parameter read: the history of the metrics, of `drives` at least.
  init(_ read: StrategyHistory) {
    line = read.line
    notes = read.notes
    events = Dictionary(grouping: read.history.events) { $0.change.key }
  }

  /// Where a metric last began to influence another; `nil` for what has not landed.
  func origin(of metric: String, target: String) -> Origin? {
    let path = "drives[\(target)].as"
    let influence = EdgeType.influence.rawValue
    let event = events[EntityKey(.metric, metric)]?.last { event in
      event.change.new?[path] == influence && event.change.old?[path] != influence
    }
    guard let event, let version = event.change.new else { return nil }
    return Origin(
      prior: BeliefPrior(version, target: target), day: line.day(event.ordinal), commit: line.id(event.ordinal))
  }
}
