/// Which metrics reach a goal, asked for one goal after the other: each costs what lies below it and no more.
package struct Reach: Sendable {
  private var stamps: [Int32]
  private var stamp: Int32 = 0
  private var queue: [Int] = []

  package init(_ graph: MetricGraph) { stamps = Array(repeating: 0, count: graph.down.count) }

  /// Marks the goals and all that drives them, and forgets what was marked before.
  ///
  /// - Parameter mayPass: whether a way may lead over a metric.
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

  /// Whether a metric was marked last.
  package func contains(_ metric: Int) -> Bool { stamps[metric] == stamp }
}
