import Diagnostics
import StrategyModel

/// Why a metric may only seem to lead nowhere: faults that other rules report at their cause.
struct HiddenWays {
  private let strategy: Strategy
  private var below: Reach
  private var withRetired: Reach

  init(_ strategy: Strategy) {
    self.strategy = strategy
    below = Reach(strategy.graph)
    withRetired = Reach(strategy.graph)
    let graph = strategy.graph
    let broken = strategy.metrics.all.indices.filter { position in
      strategy.mayHideFields(strategy.metrics.all[position].file)
        || graph.up[position].count != strategy.metrics.all[position].drives.count
    }
    below.mark(below: broken + graph.loops().joined(), graph) { _ in true }
  }

  /// Prepares for questions about these goals.
  mutating func look(from goals: [Int]) {
    let graph = strategy.graph
    withRetired.mark(below: goals, graph) {
      graph.isLive[$0] || strategy.metrics.all[$0].lifecycle?.value == .retired
    }
  }

  /// Whether a metric might reach the goals if a damaged file, an unknown or retired metric on its way, or a circle did
  /// not prevent it.
  func mayLead(from metric: Int) -> Bool { below.contains(metric) || withRetired.contains(metric) }
}

extension Strategy {
  /// The ids of metrics by position.
  func ids(_ metrics: some Sequence<Int>) -> [String] { metrics.map { self.metrics.all[$0].id?.value ?? "?" } }

  /// The place of a metric's id.
  func place(ofMetric position: Int) -> Location {
    let file = metrics.all[position].file
    return metrics.all[position].id.map { location(file, $0.range) } ?? start(of: file)
  }

  /// Inputs in use that a metric drives directly or through others; at most four.
  func inputs(above metric: Int) -> [String] {
    var inputs: [Int] = []
    var seen = Set([metric])
    var queue = [metric]
    var next = 0
    while next < queue.count && queue.count < 256 && inputs.count < 4 {
      if metrics.all[queue[next]].role?.value == .input, graph.isLive[queue[next]] { inputs.append(queue[next]) }
      for step in graph.up[queue[next]] where seen.insert(step.metric).inserted { queue.append(step.metric) }
      next += 1
    }
    return ids(inputs)
  }
}

extension String {
  /// "a → b → c", with "…" for the middle of a long way.
  static func way(_ ids: [String]) -> String {
    let shown = ids.count > 8 ? ids.prefix(4) + ["…"] + ids.suffix(3) : ids[...]
    return shown.joined(separator: " → ")
  }
}

extension MetricRole {
  /// The role in a sentence, with its article.
  var noun: String {
    switch self {
    case .northStar: "the North Star Metric"
    case .input: "an input"
    case .driver: "a driver"
    case .guardrail: "a guardrail"
    case .result: "a result"
    }
  }
}
