package import History
package import StrategyModel

/// What a review judges.
package enum ReviewSubject: Sendable, Hashable {
  case northStar(String)
  case metric(String, role: MetricRole)
  case cycle(String)
  /// That one metric moves another.
  case belief(String, on: String)

  /// `metric/activation-rate`, `cycle/2026-q1`, `metric/onboarding-completion->activation-rate`.
  package var name: String {
    switch self {
    case .belief(let metric, let target): "metric/\(metric)->\(target)"
    default: entity.description
    }
  }

  /// The entity that the review names as its subject.
  package var entity: EntityKey {
    switch self {
    case .northStar(let id), .metric(let id, _), .belief(let id, _): EntityKey(.metric, id)
    case .cycle(let id): EntityKey(.cycle, id)
    }
  }

  /// The beginning of a review's name.
  package var stem: String {
    switch self {
    case .northStar: "north-star"
    case .metric(let id, _), .cycle(let id): id
    case .belief(let metric, let target): "\(metric)-on-\(target)"
    }
  }

  /// What is judged, in a snapshot: for a cycle its goals and scores too, for a belief only its edge. Empty when it
  /// does not exist.
  package func judged(in snapshot: Snapshot) -> [EntityVersion] {
    guard let own = snapshot.entities[entity] else { return [] }
    switch self {
    case .northStar, .metric: return [own]
    case .cycle(let id):
      let okrs = snapshot.entities.filter { $0.key.kind == .okrs && $0.key.id.hasPrefix(id + "/") }.map(\.value)
      return ([own] + okrs).sorted { $0.key < $1.key }
    case .belief(_, let target):
      let leaves = own.leaves.filter { $0.path.hasPrefix("drives[\(target)].") }
      return leaves.isEmpty ? [] : [EntityVersion(key: own.key, leaves: leaves)]
    }
  }

  /// Its changes between two snapshots.
  package func changes(from old: Snapshot, to new: Snapshot) -> [EntityChange] {
    let (before, after) = (judged(in: old), judged(in: new))
    let keys = Set((before + after).map(\.key)).sorted()
    return keys.compactMap { key in
      EntityChange(before.first { $0.key == key }, after.first { $0.key == key })
    }
  }
}

extension ReviewSubject {
  /// A subject by its name: `north-star`, `metric/activation-rate`, `cycle/2026-q1`,
  /// `onboarding-completion->activation-rate`. `nil` when the strategy has no such subject.
  package init?(_ name: String, in strategy: Strategy) {
    let parts = name.split(separator: "/", maxSplits: 1).map(String.init)
    let (kind, id) =
      parts.count == 2 ? (Kind(rawValue: parts[0]) ?? Kind(folder: parts[0][...]), parts[1]) : (nil, name)
    if parts.count == 2, kind != .metric, kind != .cycle { return nil }
    if name == "north-star" {
      guard let star = strategy.graph.northStars.first, let id = strategy.metrics.all[star].id?.value else {
        return nil
      }
      self = .northStar(id)
    } else if let (metric, target) = ReviewSubject.ends(of: id), kind != .cycle {
      let edges = strategy.metrics[metric]?.drives ?? []
      guard edges.contains(where: { $0.isBelief(on: target) }) else { return nil }
      self = .belief(metric, on: target)
    } else if kind != .cycle, let metric = strategy.metrics[id], let role = metric.role?.value {
      self = strategy.isNorthStar(id) ? .northStar(id) : .metric(id, role: role)
    } else if kind != .metric, strategy.cycles.contains(id) {
      self = .cycle(id)
    } else {
      return nil
    }
  }

  /// The two metrics around an arrow.
  private static func ends(of name: String) -> (String, String)? {
    guard let dash = name.indices.first(where: { name[$0...].hasPrefix("->") }) else { return nil }
    return (String(name[..<dash]), String(name[dash...].dropFirst(2)))
  }

  /// The subject of an existing review; `nil` when the strategy does not have it.
  package init?(_ review: Review, in strategy: Strategy) {
    guard let name = review.subjectName else { return nil }
    self.init(name, in: strategy)
  }

  /// Every name that may be judged.
  package static func names(in strategy: Strategy) -> [String] {
    let metrics = strategy.metrics.all.compactMap { metric in metric.id.map { ($0.value, metric.drives) } }
    return ["north-star"] + metrics.flatMap { [$0.0, "metric/\($0.0)"] }
      + strategy.cycles.all.compactMap { $0.id?.value }
      + metrics.flatMap { id, edges in
        edges.compactMap { edge in edge.metric.flatMap { edge.isBelief(on: $0.id) ? "\(id)->\($0.id)" : nil } }
      }
  }
}

extension ReviewSubject {
  /// The last review of it that reached a decision; for a metric that was never judged, the one that chose it as a
  /// replacement.
  package func lastReview(in strategy: Strategy) -> Review? {
    if let own = strategy.lastDecisions[name] { return strategy.reviews.all[own] }
    return strategy.lastDecisions.values.sorted().map { strategy.reviews.all[$0] }
      .last { $0.decision?.value == .replace && $0.replacement?.id == entity.id }
  }
}

extension Edge {
  fileprivate func isBelief(on target: String) -> Bool { type?.value == .influence && metric?.id == target }
}
