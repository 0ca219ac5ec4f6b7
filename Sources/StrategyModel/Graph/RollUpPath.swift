/// How an objective serves an input.
package enum Service: String, Sendable, CaseIterable {
  /// It moves the input, or what else it aims at.
  case moves
  /// It protects a guardrail.
  case guards
  /// It makes other work possible.
  case supports
}

extension Objective {
  /// `nil` when it serves nothing.
  package var service: Service? {
    input != nil ? .moves : guards != nil ? .guards : supports.isEmpty ? nil : .supports
  }
}

/// The way from an objective up to the North Star Metric.
package struct RollUpPath: Sendable {
  package enum Step: Sendable, Hashable {
    /// `2026-q1/growth/easier-invitations`
    case objective(String)
    /// The id of a metric.
    case metric(String)
  }

  package let service: Service
  /// From what the objective aims at to the last metric, at least one.
  package let steps: [Step]
  /// Whether the way leads to the North Star Metric.
  package let isComplete: Bool
  /// Whether the objective promises a result, which follows the North Star with a delay.
  package let isLagging: Bool
}

extension Strategy {
  /// Whether a team's objectives may aim at a metric: at an input always, at the North Star Metric if they are the
  /// company's, and at a result if the team owns it.
  package func mayAim(okrs: Int, at metric: Int) -> Bool {
    switch metrics.all[metric].role?.value {
    case .input: true
    case .northStar: isCompany(okrs: okrs)
    case .result: metrics.all[metric].owner?.team.map { $0.id == self.okrs.all[okrs].team?.id } ?? false
    case .driver, .guardrail, nil: false
    }
  }

  private func isCompany(okrs: Int) -> Bool {
    teams.position(of: self.okrs.all[okrs].team).map { teams.all[$0].isCompany?.value == true } ?? false
  }

  /// An objective by its reference: the position of its file, and its own in that file.
  package func position(of reference: ObjectiveReference) -> (okrs: Int, objective: Int)? {
    guard let file = okrs.position(of: reference.okrs) else { return nil }
    return okrs.all[file].objectives.firstIndex { $0.id?.value == reference.objective }.map { (file, $0) }
  }

  /// The shortest way of an objective to the North Star Metric, or as far as there is one; `nil` when it serves nothing
  /// that exists.
  package func rollUp(okrs: Int, objective: Int) -> RollUpPath? {
    var seen: Set<[Int]> = []
    return rollUp(okrs, objective, &seen)
  }

  private func rollUp(_ file: Int, _ position: Int, _ seen: inout Set<[Int]>) -> RollUpPath? {
    guard seen.insert([file, position]).inserted else { return nil }
    let objective = okrs.all[file].objectives[position]
    switch objective.service {
    case .moves: return metrics.position(of: objective.input).map { path(.moves, from: $0) }
    case .guards:
      guard let guardrail = metrics.position(of: objective.guards) else { return nil }
      let guarded = metrics.all[guardrail].guards.compactMap { metrics.position(of: $0) }.map {
        path(.guards, from: $0)
      }
      let best = guarded.first(where: \.isComplete) ?? guarded.first
      let own = RollUpPath.Step.metric(name(guardrail))
      return RollUpPath(
        service: .guards, steps: [own] + (best?.steps ?? []),
        isComplete: best?.isComplete == true && graph.isLive[guardrail], isLagging: false)
    case .supports:
      var best: RollUpPath?
      for support in objective.supports where best?.isComplete != true {
        guard let found = path(of: support, &seen) else { continue }
        if best == nil || found.isComplete { best = found }
      }
      return best
    case nil: return nil
    }
  }

  private func path(of support: Support, _ seen: inout Set<[Int]>) -> RollUpPath? {
    if let input = metrics.position(of: support.input) { return path(.supports, from: input) }
    guard let reference = support.objective, let place = position(of: reference),
      let rest = rollUp(place.okrs, place.objective, &seen)
    else { return nil }
    return RollUpPath(
      service: .supports, steps: [.objective(reference.name)] + rest.steps, isComplete: rest.isComplete,
      isLagging: rest.isLagging)
  }

  private func path(_ service: Service, from metric: Int) -> RollUpPath {
    if metrics.all[metric].role?.value == .result {
      let ways = graph.northStars.compactMap { graph.path(from: $0, to: metric) }
      let way = ways.min { $0.count < $1.count }?.reversed() ?? [metric]
      return RollUpPath(
        service: service, steps: way.map { .metric(name($0)) }, isComplete: !ways.isEmpty && graph.isLive[metric],
        isLagging: true)
    }
    let ways = graph.northStars.compactMap { graph.path(from: metric, to: $0) }
    let way = ways.min { $0.count < $1.count } ?? graph.pathUpwards(from: metric)
    return RollUpPath(
      service: service, steps: way.map { .metric(name($0)) }, isComplete: !ways.isEmpty && graph.isLive[metric],
      isLagging: false)
  }

  private func name(_ metric: Int) -> String { metrics.all[metric].id?.value ?? "?" }
}
