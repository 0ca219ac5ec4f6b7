import StrategyModel
import Testing

/// The graph compared with slow, obvious answers on seeded random graphs.
@Suite struct GraphTests {
  struct RandomGraph: Sendable {
    let edges: [(Int, Int)]
    let retired: Set<Int>
    let count: Int

    init(seed: UInt64) {
      var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
      func next(_ bound: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int(state % UInt64(bound))
      }
      let count = 1 + next(9)
      self.count = count
      edges = (0..<next(16)).map { _ in (next(count), next(count)) }
      retired = Set((0..<next(3)).map { _ in next(count) })
    }

    /// Metric 0 is the North Star.
    var strategy: Strategy {
      let files = (0..<count).map { node in
        let drives = edges.filter { $0.0 == node }.map { "  - metric: m\($0.1)\n    as: component\n" }.joined()
        let text = """
          kind: metric
          id: m\(node)
          role: \(node == 0 ? "north-star" : "driver")
          lifecycle: \(retired.contains(node) ? "retired" : "active")

          """ + (drives.isEmpty ? "" : "drives:\n" + drives)
        return StrategyFile(path: "metrics/m\(node).yaml", in: "", text: Array(text.utf8))
      }
      return Strategy(folder: "", files: files)
    }

    /// Whether live edges lead from one node to another, by a plain closure.
    func reaches(_ start: Int, _ goal: Int) -> Bool {
      var seen: Set = [start]
      var grew = true
      while grew {
        grew = false
        for (from, to) in edges where seen.contains(from) && !retired.contains(to) && seen.insert(to).inserted {
          grew = true
        }
      }
      return seen.contains(goal)
    }
  }

  @Test(arguments: 1...400)
  func agreesWithTheClosure(_ seed: Int) {
    let random = RandomGraph(seed: UInt64(seed))
    let graph = random.strategy.graph
    let starIsLive = !random.retired.contains(0)
    for node in 0..<random.count where !random.retired.contains(node) {
      #expect(graph.reachesNorthStar[node] == (starIsLive && random.reaches(node, 0)), "seed \(seed), node \(node)")
      for goal in 0..<random.count where !random.retired.contains(goal) {
        let path = graph.path(from: node, to: goal)
        #expect((path != nil) == random.reaches(node, goal), "seed \(seed), \(node) to \(goal)")
        for (from, to) in zip(path ?? [], (path ?? []).dropFirst()) {
          #expect(random.edges.contains { $0 == (from, to) })
        }
      }
    }
  }

  @Test(arguments: 1...400)
  func namesALoopExactlyWhereThereIsOne(_ seed: Int) {
    let random = RandomGraph(seed: UInt64(seed))
    let loops = random.strategy.graph.loops()
    for loop in loops {
      #expect(loop.first == loop.last && loop.count >= 2, "seed \(seed)")
      for (from, to) in zip(loop, loop.dropFirst()) {
        #expect(random.edges.contains { $0 == (from, to) }, "seed \(seed)")
      }
    }
    let circular = (0..<random.count).contains { node in
      random.edges.contains { from, to in from == node && (to == node || all(random, to, node)) }
    }
    #expect(loops.isEmpty != circular, "seed \(seed)")
  }

  /// Loops count retired metrics too.
  private func all(_ random: RandomGraph, _ start: Int, _ goal: Int) -> Bool {
    var seen: Set = [start]
    var grew = true
    while grew {
      grew = false
      for (from, to) in random.edges where seen.contains(from) && seen.insert(to).inserted { grew = true }
    }
    return seen.contains(goal)
  }

  @Test func aDeepChainNeedsNoStack() {
    let files = (0..<20_000).map { node in
      let text =
        "kind: metric\nid: m\(node)\nlifecycle: active\ndrives:\n  - metric: m\((node + 1) % 20_000)\n    as: component\n"
      return StrategyFile(path: "metrics/m\(node).yaml", in: "", text: Array(text.utf8))
    }
    let loops = Strategy(folder: "", files: files).graph.loops()
    #expect(loops.count == 1)
    #expect(loops.first?.count == 20_001)
  }
}
