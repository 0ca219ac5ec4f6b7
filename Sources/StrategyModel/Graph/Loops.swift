extension MetricGraph {
  /// One loop for each group of metrics that drive each other in a circle: the shortest through the group's first
  /// metric that is on one, beginning and ending there. Sorted by the first metric's position.
  package func loops() -> [[Int]] {
    var loops: [[Int]] = []
    for group in circularGroups() {
      if let loop = shortestLoop(in: Set(group), from: group.min() ?? 0) { loops.append(loop) }
    }
    return loops.sorted { ($0.first ?? 0) < ($1.first ?? 0) }
  }

  private func shortestLoop(in group: Set<Int>, from start: Int) -> [Int]? {
    var cameFrom: [Int: Int] = [:]
    var queue = [start]
    var next = 0
    while next < queue.count {
      let here = queue[next]
      next += 1
      for step in up[here] where group.contains(step.metric) {
        if step.metric == start {
          var path = [start, here]
          while let last = path.last, last != start, let previous = cameFrom[last] { path.append(previous) }
          return path.count == 2 && here == start ? [start, start] : path.reversed()
        }
        guard cameFrom[step.metric] == nil else { continue }
        cameFrom[step.metric] = here
        queue.append(step.metric)
      }
    }
    return nil
  }

  /// The strongly connected groups of more than one metric, and metrics that drive themselves.
  ///
  /// Source: Tarjan, "Depth-first search and linear graph algorithms". Uses an explicit stack, since users decide how
  /// deep the graph is.
  private func circularGroups() -> [[Int]] {
    var search = TarjanSearch(count: up.count)
    for root in up.indices where search.order[root] == nil { search.run(from: root, up) }
    return search.groups.filter { group in
      group.count > 1 || up[group[0]].contains { $0.metric == group[0] }
    }
  }
}

private struct TarjanSearch {
  var order: [Int?]
  var groups: [[Int]] = []
  private var lowest: [Int]
  private var onStack: [Bool]
  private var stack: [Int] = []
  private var counter = 0

  init(count: Int) {
    order = Array(repeating: nil, count: count)
    lowest = Array(repeating: 0, count: count)
    onStack = Array(repeating: false, count: count)
  }

  mutating func run(from root: Int, _ up: [[MetricGraph.Step]]) {
    var frames = [(node: root, next: 0)]
    enter(root)
    while let (node, next) = frames.last {
      if next < up[node].count {
        frames[frames.count - 1].next += 1
        let target = up[node][next].metric
        if let seen = order[target] {
          if onStack[target] { lowest[node] = min(lowest[node], seen) }
        } else {
          enter(target)
          frames.append((target, 0))
        }
      } else {
        frames.removeLast()
        if let parent = frames.last?.node { lowest[parent] = min(lowest[parent], lowest[node]) }
        if lowest[node] == order[node] { popGroup(downTo: node) }
      }
    }
  }

  private mutating func enter(_ node: Int) {
    order[node] = counter
    lowest[node] = counter
    counter += 1
    stack.append(node)
    onStack[node] = true
  }

  private mutating func popGroup(downTo node: Int) {
    var group: [Int] = []
    while let last = stack.popLast() {
      onStack[last] = false
      group.append(last)
      if last == node { break }
    }
    groups.append(group)
  }
}
