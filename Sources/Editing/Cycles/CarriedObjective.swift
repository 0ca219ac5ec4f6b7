import Numbers
import Presentation
import StrategyModel
import StrategyStore
import StrictYAML

/// An objective that is carried over into another cycle.
package struct CarriedObjective {
  /// `2026-q1/onboarding/first-meeting-obvious`
  package let name: String
  package let cycle: String

  package init(name: String, cycle: String) {
    (self.name, self.cycle) = (name, cycle)
  }

  /// Fields that are written at the close or belong only to the old cycle.
  private static let leftBehind = Set(Objective.fields.map(\.description).filter(\.isOfOneCycle).map(\.name))
  private static let leftBehindOfKeyResult = Set(KeyResult.fields.map(\.description).filter(\.isOfOneCycle).map(\.name))

  /// Copies the objective and returns a sentence about each part that was left behind.
  package func apply(to draft: inout StrategyDraft) throws -> [String] {
    let (okrs, objective) = try found(in: draft.strategy)
    let own = draft.strategy.okrs.all[okrs]
    guard let team = own.team?.id, own.cycle?.id != cycle else {
      throw StrategyError(.badRequest, message: "'\(name.visible)' is already in '\(cycle)'")
    }
    _ = try draft.liveTeam(team, on: draft.today)
    let source = draft.innerPath(draft.strategy.path(of: own.file))
    let document = Document(parsing: draft.text(of: source) ?? [])
    guard let root = document.root, let list = document.value(forKey: "objectives", in: root) else { return [] }
    let items = Array(document.items(of: list))
    let id = own.objectives[objective].id?.value ?? ""
    let numbers = draft.strategy.numbers(ofOKRs: okrs, on: draft.today).objectives[objective]
    let node = items.first { document.value(forKey: "id", in: $0).map { document.string(of: $0) == id } ?? false }
    guard let node else { return [] }
    let left = numbers.leftBehind(own.objectives[objective].keyResults)
    guard left.count < numbers.keyResults.count else {
      throw StrategyError(
        message: "everything in '\(name.visible)' was reached: nothing is left to carry over",
        help: ["Write a new objective: \(run: .addObjective(team: team, cycle: cycle))."])
    }
    let isRunning = draft.strategy.cycles[cycle]?.state?.value == .active
    let value = YAMLValue(document, node).carried(
      without: left, numbers, own.objectives[objective].keyResults, since: isRunning ? draft.today : nil)
    try add(value, id, to: "\(cycle)/\(team)", team, &draft)
    return left.sorted().map { "\(team)/\($0) was reached and stays behind." }
      + (own.objectives[objective].agreement == nil
        ? [] : ["\(team)/\(id) needs the agreement of the lever's owner again."])
  }

  private func found(in strategy: Strategy) throws(StrategyError) -> (okrs: Int, objective: Int) {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    let known = strategy.okrs.all.flatMap { okrs in
      okrs.objectives.compactMap { objective in objective.id.map { "\(okrs.id?.value ?? "?")/\($0.value)" } }
    }
    guard parts.count == 3 else {
      throw StrategyError(
        .badRequest, message: "'\(name.visible)' does not name an objective",
        help: ["Write the cycle, the team and the objective: <cycle>/<team>/<objective>."])
    }
    guard let okrs = strategy.okrs.position(of: "\(parts[0])/\(parts[1])"),
      let objective = strategy.okrs.all[okrs].objectives.firstIndex(where: { $0.id?.value == parts[2] })
    else { throw .unknown(name, among: known, "objective") }
    return (okrs, objective)
  }

  private func add(
    _ value: YAMLValue, _ id: String, to okrs: String, _ team: String, _ draft: inout StrategyDraft
  ) throws {
    let path =
      draft.strategy.file(of: .okrs, okrs).map { draft.innerPath($0.path) } ?? Kind.okrs.home(of: okrs)
    guard let text = draft.text(of: path) else {
      try draft.requireFree(path)
      let all: YAMLValue = [
        "kind": .scalar(Kind.okrs.rawValue), "team": .scalar(team), "cycle": .scalar(cycle), "objectives": [value],
      ]
      return draft.write(YAMLWriter.text(of: all), to: path)
    }
    let existing = StrategyFile(path: draft.fullPath(path), in: draft.strategy.folder, text: text)
    let there = Strategy(folder: draft.strategy.folder, files: [existing]).okrs[okrs]?.objectives ?? []
    guard !there.contains(where: { $0.id?.value == id }) else {
      throw StrategyError(message: "'\(okrs)' already has an objective '\(id)'")
    }
    try draft.edit(path, [.append([.key("objectives")], value)])
  }

  fileprivate static func keeps(_ key: String) -> Bool { !leftBehind.contains(key) }
  fileprivate static func keepsOfKeyResult(_ key: String) -> Bool { !leftBehindOfKeyResult.contains(key) }
}

extension ObjectiveNumbers {
  /// Ids of the key results that reached their target and need no further work.
  fileprivate func leftBehind(_ own: [KeyResult]) -> Set<String> {
    Set(
      keyResults.compactMap { numbers in
        let isReached = numbers.promise.type != .maintain && ((try? numbers.progress.get())?.raw ?? 0) >= 1
        return isReached ? own[numbers.position].id?.value : nil
      })
  }
}

extension YAMLValue {
  private var entries: [Entry] {
    switch self {
    case .mapping(let entries), .flowMapping(let entries): entries
    default: []
    }
  }

  private func text(_ key: String) -> String? {
    entries.first { $0.key == key }.flatMap { if case .scalar(let text, _) = $0.value { text } else { nil } }
  }

  /// The objective with its unfinished key results; their last values become the baselines.
  ///
  /// - Parameter since: the day from which it counts, in a cycle that has already started.
  fileprivate func carried(
    without left: Set<String>, _ numbers: ObjectiveNumbers, _ own: [KeyResult], since: Day?
  ) -> YAMLValue {
    .mapping(
      entries.filter { CarriedObjective.keeps($0.key) }.map { entry in
        guard entry.key == "key_results", case .sequence(let items, let style) = entry.value else { return entry }
        let kept = items.filter { !left.contains($0.text("id") ?? "") }.map { item in
          let current = numbers.keyResults.first { own[$0.position].id?.value == item.text("id") }?.current
          return item.carriedKeyResult(from: current, since: since)
        }
        return Entry(entry.key, .sequence(kept, style))
      })
  }

  private func carriedKeyResult(from current: Double?, since: Day?) -> YAMLValue {
    let start = since.map { [Entry("since", .scalar($0.description))] } ?? []
    return .mapping(
      entries.filter { CarriedObjective.keepsOfKeyResult($0.key) }.map { entry in
        guard entry.key == "baseline", let current else { return entry }
        return Entry(entry.key, .scalar(current.plain))
      } + start)
  }
}

extension FieldDescription {
  fileprivate var isOfOneCycle: Bool { !consequence.bearing.isDisjoint(with: [.grade, .once]) }
}
