/// Which metrics reach a goal, for one goal after the other: each costs only what is below it.
package struct Reach: Sendable {
  private var stamps: [Int32]
  private var stamp: Int32 = 0
  private var queue: [Int] = []

  package init(_ graph: MetricGraph) { stamps = Array(repeating: 0, count: graph.down.count) }

  /// Marks the goals and everything that drives them, and clears earlier marks.
  ///
  /// - Parameter mayPass: whether a path may lead through a metric.
  package mutating func mark(below goals: [Int], _ graph: MetricGraph, mayPass: (Int) -> Bool) {
    stamp &+= 1
    queue.removeAll(keepingCapacity: true)
    for goal in goals where stamps[goal] != stamp {
      stamps[goal] = stamp
      queue.append(goal)
    }
    var next = 0
    while next < queue.count {
      for step in graph.down[queue[next]] where stamps[step.metric] != stamp {
        guard mayPass(step.metric) else { continue }
        stamps[step.metric] = stamp
        queue.append(step.metric)
      }
      next += 1
    }
  }

  /// Whether the last call of `mark` marked a metric.
  package func contains(_ metric: Int) -> Bool { stamps[metric] == stamp }
}
