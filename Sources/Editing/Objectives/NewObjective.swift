import Presentation
package import StrategyModel
package import StrategyStore
import StrictYAML

/// An objective that is added to a team's OKRs.
package struct NewObjective {
  package let team: String
  /// `nil` for the only draft cycle, else the active one.
  package let cycle: String?
  /// `nil` for one made from the title.
  package let id: String?
  package let title: String
  package var why: String?
  package let ambition: Ambition
  package var input: String?
  package var guards: String?
  /// What it makes possible, each as `new-workspaces: How it helps`, with an objective in place of an input.
  package var supports: [String] = []
  /// `2026/company/teams-meet-better`
  package var parent: String?
  package var sharedWith: [String] = []
  package let keyResults: [KeyResultShorthand]

  package init(
    team: String, cycle: String?, id: String?, title: String, why: String? = nil, ambition: Ambition,
    input: String? = nil, guards: String? = nil, keyResults: [KeyResultShorthand]
  ) {
    (self.team, self.cycle, self.id, self.title, self.why, self.ambition, self.input, self.guards, self.keyResults) = (
      team, cycle, id, title, why, ambition, input, guards, keyResults
    )
  }

  package func apply(to draft: inout StrategyDraft) throws -> CommitWording {
    _ = try draft.liveTeam(team, on: draft.today)
    let cycle = try NewObjective.cycle(cycle, in: draft.strategy)
    let id = try self.id ?? NewObjective.id(of: title)
    let name = "\(cycle)/\(team)"
    let state = draft.strategy.cycles.position(of: cycle).flatMap { draft.strategy.cycles.all[$0].state?.value }
    try requireNew(id, in: draft.strategy.okrs[name])
    for keyResult in keyResults { try keyResult.requireUnit(in: draft.strategy) }
    let since = state == .active ? draft.today : nil
    if let file = draft.strategy.file(of: .okrs, name) {
      try draft.edit(draft.innerPath(file.path), [.append([.key("objectives")], try yaml(id, since: since))])
    } else {
      let path = Kind.okrs.home(of: name)
      try draft.requireFree(path)
      let all: YAMLValue = [
        "kind": .scalar(Kind.okrs.rawValue), "team": .scalar(team), "cycle": .scalar(cycle),
        "objectives": [try yaml(id, since: since)],
      ]
      draft.write(YAMLWriter.text(of: all), to: path)
    }
    let late = state == .active ? [LateObjective.remark(in: cycle)] : []
    return CommitWording(topic: name, what: "add the objective \(id)", remarks: late)
  }

  /// - Parameter since: the day from which it counts, in a cycle that has already started.
  private func yaml(_ id: String, since: Day?) throws(StrategyError) -> YAMLValue {
    let fields: [(String, String?)] = [
      ("id", id), ("title", title), ("why", why), ("ambition", ambition.rawValue), ("input", input),
      ("guards", guards),
    ]
    var entries = fields.compactMap { key, text in text.map { YAMLValue.Entry(key, .scalar($0)) } }
    if !supports.isEmpty {
      let all = try supports.map { text throws(StrategyError) in try NewObjective.support(text) }
      entries.append(YAMLValue.Entry("supports", .sequence(all, .block)))
    }
    if let parent { entries.append(YAMLValue.Entry("parent", .scalar(parent))) }
    if !sharedWith.isEmpty { entries.append(YAMLValue.Entry("shared_with", .list(sharedWith))) }
    return .mapping(entries + [YAMLValue.Entry("key_results", .sequence(keyResults.map { $0.yaml(since: since) }))])
  }

  /// From `input or objective: reason`.
  static func support(_ text: String) throws(StrategyError) -> YAMLValue {
    let parts = text.split(separator: ":", maxSplits: 1).map { $0.trimmed }
    guard parts.count == 2, !parts.contains("") else {
      throw StrategyError(
        .badRequest, message: "'\(text.visible)' does not say what the objective supports, and how",
        help: ["Write the input or the objective, a colon and the reason."])
    }
    return .fields(
      (parts[0].contains("/") ? "objective" : "input", .scalar(parts[0])), ("because", .scalar(parts[1])))
  }

  private func requireNew(_ id: String, in okrs: TeamOKRs?) throws(StrategyError) {
    try Identifier.require(id, "an objective")
    let objectives = okrs?.objectives ?? []
    guard !objectives.contains(where: { $0.id?.value == id }) else {
      throw StrategyError(
        message: "'\(okrs?.id?.value ?? team)' already has an objective '\(id)'", help: ["Give \(give: .id)."])
    }
    let taken = Set(objectives.flatMap(\.keyResults).compactMap { $0.id?.value })
    var own: Set<String> = []
    for keyResult in keyResults {
      guard own.insert(keyResult.id).inserted else {
        throw StrategyError(
          .badRequest, message: "two of these key results have the id '\(keyResult.id)'",
          help: ["Give each an id of its own."])
      }
      guard !taken.contains(keyResult.id) else {
        throw StrategyError(message: "'\(okrs?.id?.value ?? team)' already has a key result '\(keyResult.id)'")
      }
    }
  }

  /// A key result on one line, with a metric and a person of the strategy.
  package static func example(for team: String, _ aim: String?, in strategy: Strategy) -> String {
    let own = strategy.metrics.all.first { $0.owner?.team?.id == team && $0.role?.value == .input }?.id?.value
    let metric =
      aim.flatMap { strategy.metrics.contains($0) ? $0 : nil } ?? own ?? strategy.metrics.all.first?.id?.value
    let owner = strategy.teams[team]?.leads.first?.id ?? strategy.people.all.first?.id?.value
    let parts = ["rate:", "Raise it to 55", metric.map { "metric=\($0) 41..55" }, owner.map { "owner=\($0)" }]
    return parts.compactMap(\.self).joined(separator: " ")
  }

  /// The first words of a title, as an id.
  static func id(of title: String) throws(StrategyError) -> String {
    let words = title.split(separator: " ").prefix(5).joined(separator: " ")
    guard let id = Identifier.corrected(words) else {
      throw StrategyError(
        .badRequest, message: "no id can be made from '\(title.visible)'", help: ["Give \(give: .id)."])
    }
    return id
  }

  /// The cycle that goals are written for.
  package static func cycle(_ wanted: String?, in strategy: Strategy) throws(StrategyError) -> String {
    guard let wanted else {
      for state in [CycleState.draft, .active] {
        let own = strategy.cycles.all.filter { $0.state?.value == state }.compactMap { $0.id?.value }
        if own.count == 1 { return own[0] }
        if own.count > 1 {
          throw StrategyError(
            .badRequest, message: "several cycles are \(state.rawValue)",
            help: ["Choose one with \(give: .cycle): \(own.joined(separator: ", "))."])
        }
      }
      throw StrategyError(
        message: "there is no cycle to write goals for",
        help: ["Add one: \(run: .add(.cycle))."])
    }
    guard let cycle = strategy.cycles[wanted] else {
      throw .unknown(wanted, among: strategy.ids(of: .cycle).sorted(), "cycle")
    }
    guard let state = cycle.state?.value, state == .grading || state == .closed else { return wanted }
    throw StrategyError(
      message: "'\(wanted)' is \(state == .closed ? "closed" : "being graded"): no new goals")
  }
}
