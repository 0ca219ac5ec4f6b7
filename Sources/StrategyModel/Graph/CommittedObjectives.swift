/// Every objective that still binds, with the metrics that it and its key results name, looked up once.
package struct CommittedObjectives: Sendable {
  package struct Goal: Sendable {
    /// The position of the team's OKRs in `Strategy.okrs`.
    package let okrs: Int
    /// The position in `TeamOKRs.objectives`.
    package let objective: Int
    /// Positions in `Strategy.metrics`; `nil` when none is named, or no such metric exists.
    package let input: Int?
    package let guards: Int?
    /// The objective's key results, as positions in `metricOfKeyResult`.
    package let keyResults: Range<Int>
  }

  /// In the order of their files.
  package private(set) var goals: [Goal] = []
  /// The states of the cycles that the files in `Strategy.okrs` and `Strategy.checkIns` belong to; `nil` for an unknown
  /// cycle.
  package private(set) var okrStates: [CycleState?] = []
  package private(set) var checkInStates: [CycleState?] = []
  private var metrics: [Int32] = []

  init() {}

  init(_ strategy: Strategy) {
    let okrs = strategy.okrs.all
    okrStates = okrs.indices.map { strategy.state(of: okrs[$0].cycle) }
    checkInStates = strategy.checkIns.all.indices.map { strategy.state(of: strategy.checkIns.all[$0].cycle) }
    for position in okrs.indices where okrStates[position] != .closed {
      for objective in okrs[position].objectives.indices { add(objective, of: position, strategy) }
    }
  }

  private mutating func add(_ objective: Int, of position: Int, _ strategy: Strategy) {
    let objectives = strategy.okrs.all[position].objectives
    let start = metrics.count
    for keyResult in objectives[objective].keyResults.indices {
      let metric = strategy.metrics.position(of: objectives[objective].keyResults[keyResult].metric)
      metrics.append(metric.map { Int32(clamping: $0) } ?? -1)
    }
    goals.append(
      Goal(
        okrs: position, objective: objective, input: strategy.metrics.position(of: objectives[objective].input),
        guards: strategy.metrics.position(of: objectives[objective].guards), keyResults: start..<metrics.count))
  }

  /// The metric of a key result, as a position in `Strategy.metrics`; `nil` when it names no existing metric.
  package func metric(ofKeyResult position: Int) -> Int? {
    metrics[position] < 0 ? nil : Int(metrics[position])
  }
}
