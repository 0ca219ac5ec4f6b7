/// The metric tree: which metric moves which, by position in the strategy's table of metrics.
package struct MetricGraph: Sendable {
  /// One `drives` edge between metrics that both exist.
  package struct Step: Sendable, Hashable {
    /// The position of the metric at the other end.
    package let metric: Int
    /// The position of the edge in the lower metric's `drives`.
    package let edge: Int
  }

  /// For each metric, the metrics that it drives.
  package private(set) var up: [[Step]] = []
  /// For each metric, the metrics that drive it; `edge` counts in the driving metric.
  package private(set) var down: [[Step]] = []
  /// Active metrics with the role of the North Star.
  package private(set) var northStars: [Int] = []
  /// Metrics that are in use: active or deprecated.
  package private(set) var isLive: [Bool] = []
  /// For each metric, whether live edges lead from it to an active North Star.
  package private(set) var reachesNorthStar: [Bool] = []

  init() {}

  init(_ metrics: Table<Metric>) {
    let count = metrics.all.count
    up = Array(repeating: [], count: count)
    down = Array(repeating: [], count: count)
    isLive = metrics.all.map { $0.lifecycle.map { $0.value == .active || $0.value == .deprecated } ?? true }
    for position in metrics.all.indices {
      for (edge, drive) in metrics.all[position].drives.enumerated() {
        guard let target = metrics.position(of: drive.metric) else { continue }
        up[position].append(Step(metric: target, edge: edge))
        down[target].append(Step(metric: position, edge: edge))
      }
      if metrics.all[position].role?.value == .northStar, metrics.all[position].lifecycle?.value == .active {
        northStars.append(position)
      }
    }
    reachesNorthStar = Array(repeating: false, count: count)
    for position in descendants(of: northStars) { reachesNorthStar[position] = true }
  }

  /// Everything that reaches one of `roots` by live edges, including the roots; nearest first.
  package func descendants(of roots: [Int]) -> [Int] {
    var seen = Set(roots)
    var queue = roots
    var next = 0
    while next < queue.count {
      for step in down[queue[next]] where isLive[step.metric] && seen.insert(step.metric).inserted {
        queue.append(step.metric)
      }
      next += 1
    }
    return queue
  }

  /// The shortest path by live edges from one metric up to another, including both ends; `nil` when there is none.
  ///
  /// Cost: the number of edges above `start`, which is small in real trees.
  package func path(from start: Int, to goal: Int) -> [Int]? {
    if start == goal { return [start] }
    var cameFrom = [start: start]
    var queue = [start]
    var next = 0
    while next < queue.count {
      let here = queue[next]
      next += 1
      for step in up[here] where isLive[step.metric] && cameFrom[step.metric] == nil {
        cameFrom[step.metric] = here
        if step.metric == goal { return trace(back: goal, cameFrom) }
        queue.append(step.metric)
      }
    }
    return nil
  }

  /// The longest of the shortest paths upwards from a metric: where its roll-up ends. Looks at no more than `limit`
  /// metrics, so that it can be called for every fault.
  package func pathUpwards(from start: Int, limit: Int = 256) -> [Int] {
    var cameFrom = [start: start]
    var queue = [start]
    var next = 0
    while next < queue.count && queue.count < limit {
      for step in up[queue[next]] where isLive[step.metric] && cameFrom[step.metric] == nil {
        cameFrom[step.metric] = queue[next]
        queue.append(step.metric)
      }
      next += 1
    }
    return trace(back: queue[queue.count - 1], cameFrom)
  }

  private func trace(back goal: Int, _ cameFrom: [Int: Int]) -> [Int] {
    var path = [goal]
    while let last = path.last, let previous = cameFrom[last], previous != last { path.append(previous) }
    return path.reversed()
  }
}
