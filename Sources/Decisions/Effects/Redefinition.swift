import History
import StrategyModel

/// A metric whose values before and after a change cannot be compared.
struct Redefinition {
  /// One clause: "activation-rate counts another thing (definition.counts)".
  let reason: String

  /// By metric: metrics whose own definition changes, and those computed from them.
  static func all(_ changes: [EntityChange], in base: Strategy) -> [String: Redefinition] {
    var found: [String: Redefinition] = [:]
    for change in changes where change.key.kind == .metric && change.what == .changed {
      let fields = change.fields.filter(\.redefines).map(\.path)
      guard !fields.isEmpty else { continue }
      found[change.key.id] = Redefinition(reason: "\(change.key.id) changes (\(fields.joined(separator: ", ")))")
    }
    for change in changes where found[change.key.id] == nil && change.losesMetric {
      let end = change.what == .removed ? "is gone" : "is retired"
      found[change.key.id] = Redefinition(reason: "\(change.key.id) \(end)")
    }
    for id in found.keys.sorted() { spread(id, &found, base) }
    return found
  }

  /// Whatever is computed from a metric changes with it.
  private static func spread(_ id: String, _ found: inout [String: Redefinition], _ base: Strategy) {
    guard let start = base.metrics.position(of: id) else { return }
    var queue = [start]
    var next = 0
    while next < queue.count {
      let metric = queue[next]
      next += 1
      for step in base.graph.up[metric] {
        let edge = base.metrics.all[metric].drives[step.edge]
        guard edge.type?.value == .component, let above = base.metrics.all[step.metric].id?.value,
          found[above] == nil
        else { continue }
        found[above] = Redefinition(reason: "\(above) is computed from \(id), which changes")
        queue.append(step.metric)
      }
    }
  }
}

extension EntityChange {
  fileprivate var losesMetric: Bool {
    key.kind == .metric
      && (what == .removed || new?["lifecycle"] == Lifecycle.retired.rawValue && old?["lifecycle"] != new?["lifecycle"])
  }
}
