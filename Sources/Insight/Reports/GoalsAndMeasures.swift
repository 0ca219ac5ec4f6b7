import History
import Presentation
import StrategyModel
import StrategyStore

/// Changes of promises and definitions within a report's days, which readers of its numbers must know.
struct GoalsAndMeasures {
  struct Entry {
    let day: Day
    /// `2026-q1/onboarding: target of first-meeting/completion`, or `activation-rate: definition.window`.
    let what: String
    let from: String?
    let to: String?
    /// The consequence for a reader: `easier`, or that values cannot be compared.
    let effect: String
    let who: String
    let reason: String?
  }

  /// In the order of the commits.
  let all: [Entry]

  init(_ strategy: Strategy, _ options: HistoryRequest, _ period: ReportPeriod, in session: Session)
    throws
  {
    let read = try StrategyHistory(options, kinds: [.metric, .cycle, .okrs, .team], in: session)
    let cycles = Set(read.history.events.map(\.change.key).filter { $0.kind == .cycle }.map(\.id)).sorted()
    let goals = try cycles.flatMap { Goalposts.changes(of: $0, in: read.history, day: read.line.day) }
      .filter { period.days.contains($0.day) }.map { ($0.ordinal, try Entry($0, on: read.line)) }
    let measures = try read.history.events.filter { event in
      event.change.key.kind == .metric && !event.change.what.isWhole
        && period.days.contains(read.line.day(event.ordinal))
    }.flatMap { event in
      try event.change.fields.filter { $0.measureChange == .definition }
        .map { (event.ordinal, try Entry($0, of: event, on: read.line)) }
    }
    // Sorting is stable within one commit.
    all = (goals + measures).enumerated().sorted { ($0.element.0, $0.offset) < ($1.element.0, $1.offset) }
      .map(\.element.1)
  }
}

extension GoalsAndMeasures.Entry {
  fileprivate init(_ change: GoalpostChange, on line: MainlineCommits) throws {
    let proof = try RecordingCommit(change.ordinal, on: line)
    let item = change.place.joined(separator: "/")
    day = change.day
    what = "\(change.okrs): \(change.what)" + (item.isEmpty ? "" : " \(item)")
    (from, to) = (change.from, change.to)
    let late = change.isAfterClose ? ", after the close" : change.daysLeft < 0 ? ", after the end" : ""
    effect = change.helps.effect + late
    who = change.by ?? proof.author
    reason = change.reason ?? proof.reason(of: change)
  }

  fileprivate init(_ field: FieldChange, of event: HistoryEvent, on line: MainlineCommits) throws {
    let proof = try RecordingCommit(event.ordinal, on: line)
    day = proof.day
    what = "\(event.change.key.id): \(field.path)"
    (from, to) = (field.old?.value, field.new?.value)
    effect = field.judgement(in: .metric).reason
    who = proof.author
    reason = nil
  }

  /// `"calendar week" → "calendar month"`
  var move: String {
    switch (from, to) {
    case (let from?, let to?): "\(from) → \(to)"
    case (nil, let to?): "\(to) (new)"
    case (let from?, nil): "\(from) (gone)"
    case (nil, nil): ""
    }
  }

  var json: JSONValue {
    [
      "day": .string(day.description), "what": .string(what), "from": .orNull(from), "to": .orNull(to),
      "effect": .string(effect), "by": .string(who), "reason": .orNull(reason),
    ]
  }
}

extension GoalpostChange.Help {
  fileprivate var effect: String {
    switch self {
    case .easier: "easier to reach"
    case .harder: "harder to reach"
    case .neither: "neither easier nor harder"
    case .unknown: "not comparable"
    }
  }
}
