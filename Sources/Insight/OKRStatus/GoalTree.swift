import Diagnostics
package import Presentation
package import StrategyModel
package import StrategyStore

/// Objectives below their parents, each with its way to the North Star Metric.
package struct GoalTree {
  package struct Goal {
    /// `2026-q1/onboarding/first-meeting-obvious`
    let name: String
    let okrs: Int
    let objective: Int
    /// 0 for an objective without a parent among those shown.
    let depth: Int
    /// `nil` when it serves nothing that exists.
    package let path: RollUpPath?
  }

  let strategy: Strategy
  /// Each after its parent; otherwise by cycle, team and the order of the file.
  package let goals: [Goal]

  /// - Parameters:
  ///   - cycle: `nil` for all that are not closed.
  ///   - team: `nil` for all; otherwise also the goals that others share with it.
  package init(_ strategy: Strategy, cycle: String? = nil, team: String? = nil) throws(StrategyError) {
    try StatusReport.require(cycle, .cycle, in: strategy)
    try StatusReport.require(team, .team, in: strategy)
    var places: [(okrs: Int, objective: Int)] = []
    let order = strategy.okrs.all.indices.sorted { a, b in
      (strategy.okrs.all[a].cycle?.id ?? "", strategy.okrs.all[a].team?.id ?? "")
        < (strategy.okrs.all[b].cycle?.id ?? "", strategy.okrs.all[b].team?.id ?? "")
    }
    for okrs in order {
      let own = strategy.okrs.all[okrs]
      guard cycle.map({ own.cycle?.id == $0 }) ?? (strategy.commitments.okrStates[okrs] != .closed) else { continue }
      for i in own.objectives.indices {
        let isMeant = team.map { own.team?.id == $0 || own.objectives[i].isShared(with: $0) } ?? true
        if isMeant { places.append((okrs, i)) }
      }
    }
    self.strategy = strategy
    goals = GoalTree.ordered(places, strategy)
  }

  private static func ordered(_ places: [(okrs: Int, objective: Int)], _ strategy: Strategy) -> [Goal] {
    let names = places.map { strategy.name(okrs: $0.okrs, objective: $0.objective) }
    let known = Set(names)
    var children: [String: [Int]] = [:]
    var roots: [Int] = []
    for i in places.indices {
      let parent = strategy.okrs.all[places[i].okrs].objectives[places[i].objective].parent?.name
      if let parent, known.contains(parent), parent != names[i] {
        children[parent, default: []].append(i)
      } else {
        roots.append(i)
      }
    }
    var goals: [Goal] = []
    var seen: Set<Int> = []
    // Those that are their own ancestors come last, as roots: a rule reports them.
    for root in roots + places.indices where !seen.contains(root) {
      var stack = [(place: root, depth: 0)]
      while let (i, depth) = stack.popLast() {
        guard seen.insert(i).inserted else { continue }
        let (okrs, objective) = places[i]
        goals.append(
          Goal(
            name: names[i], okrs: okrs, objective: objective, depth: depth,
            path: strategy.rollUp(okrs: okrs, objective: objective)))
        for child in (children[names[i]] ?? []).reversed() { stack.append((child, depth + 1)) }
      }
    }
    return goals
  }

  private func objective(_ goal: Goal) -> Objective { strategy.okrs.all[goal.okrs].objectives[goal.objective] }

  /// Two lines for each objective, indented below its parent.
  ///
  /// - Parameter width: of a terminal; `nil` for a pipe, where lines may have any length.
  package func text(width: Int?) -> String {
    let lines = goals.flatMap { goal -> [String] in
      let indent = String(repeating: "  ", count: min(goal.depth, 12))
      let own = objective(goal)
      let shared = own.sharedWith.isEmpty ? "" : " (shared with \(own.sharedWith.map(\.id).joined(separator: ", ")))"
      let title = "\(goal.name): \(own.title?.value ?? "")\(shared)".visible
      let limit = width ?? 1000
      return wrapped(title, to: limit, first: indent)
        + wrapped(strategy.sentence(of: goal.path, of: own), to: limit, first: indent + "    ")
    }
    return lines.map { $0 + "\n" }.joined() + "\n" + summary + "\n"
  }

  /// `12 objectives: 9 move an input, 1 guards, 2 support others`
  private var summary: String {
    ServiceCounts(goals.map { objective($0).service }).sentence
  }

  /// One row for each objective.
  package var listing: Listing {
    let columns = [
      "objective", "title", "serves", "path", "reaches", "lags", "parent", "shared_with", "because",
    ]
    return Listing(columns, goals) { goal in
      let own = objective(goal)
      return [
        .text(goal.name), .text(own.title?.value), .text(own.service?.rawValue),
        .list(goal.path?.steps.map(\.name) ?? [], separator: " → "), .flag(goal.path?.isComplete ?? false),
        .flag(goal.path?.isLagging ?? false), .text(own.parent?.name), .list(own.sharedWith.map(\.id), separator: ", "),
        .text(own.supports.first?.because?.value),
      ]
    }
  }
}

/// How many objectives serve an input in which way.
package struct ServiceCounts {
  package let counts: [Service: Int]
  package let aimless: Int

  package init(_ services: [Service?]) {
    counts = Dictionary(services.compactMap { $0 }.map { ($0, 1) }, uniquingKeysWith: +)
    aimless = services.count { $0 == nil }
  }

  /// Whether there is more to tell than that all of them move something.
  var isMixed: Bool { aimless > 0 || counts.keys.contains { $0 != .moves } }

  package var sentence: String {
    let all = counts.values.reduce(aimless, +)
    let parts =
      [
        counts[.moves].map { "\($0) \($0 == 1 ? "moves" : "move") an input" },
        counts[.guards].map { "\($0) \($0 == 1 ? "guards" : "guard")" },
        counts[.supports].map { "\($0) \($0 == 1 ? "supports" : "support") others" },
        aimless == 0 ? nil : "\(aimless) \(aimless == 1 ? "serves" : "serve") nothing",
      ].compactMap(\.self).joined(separator: ", ")
    return "\(counted(all, "objective"))\(parts.isEmpty ? "" : ": \(parts)")"
  }
}

extension Objective {
  /// Whether a team that did not write the goal promised it too.
  func isShared(with team: String) -> Bool { sharedWith.contains { $0.id == team } }
}

extension RollUpPath.Step {
  package var name: String {
    switch self {
    case .objective(let name), .metric(let name): name
    }
  }
}

extension Strategy {
  /// `2026-q1/onboarding/first-meeting-obvious`
  func name(okrs: Int, objective: Int) -> String {
    let own = self.okrs.all[okrs]
    return "\(own.id?.value ?? "?")/\(own.objectives[objective].id?.value ?? String(objective + 1))"
  }

  /// How an objective reaches the North Star: `moves activation-rate → weekly-hosted-meetings`.
  package func sentence(of path: RollUpPath?, of objective: Objective) -> String {
    guard let path else { return objective.service == nil ? "serves nothing" : "serves nothing that exists" }
    let steps = path.steps.map(\.name)
    let end = path.isComplete ? "" : settings?.search != nil ? " (the North Star is undecided)" : " (ends there)"
    if path.isLagging, path.service == .moves, let result = steps.first {
      let star = steps.count > 1 ? ", which follows \(steps[steps.count - 1]) with a delay" : ""
      return "promises the result \(result)\(star)\(end)"
    }
    let isStar = steps.count == 1 && path.isComplete && path.service == .moves
    return "\(path.service.rawValue) \(steps.joined(separator: " → "))\(isStar ? ", the North Star itself" : "")\(end)"
  }
}
