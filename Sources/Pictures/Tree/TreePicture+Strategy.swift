import Numbers
package import StrategyModel

extension TreePicture {
  /// The metrics of a strategy that are not retired; a fault only removes what it affects.
  ///
  /// - Parameters:
  ///   - showsObjectives: whether to show objectives of cycles that are not closed, below what they aim at.
  ///   - day: shows for each metric what was measured and known on this day; requires the strategy's readings to be
  ///     loaded.
  package init(_ strategy: Strategy, showsObjectives: Bool = false, valuesOn day: Day? = nil) {
    var builder = TreeBuilder(strategy: strategy, day: day)
    builder.addMetrics()
    if showsObjectives { builder.addObjectives() }
    let title = strategy.settings?.product?.value ?? strategy.settings?.id?.value ?? "Strategy"
    self.init(title: title, nodes: builder.nodes, edges: builder.edges)
  }
}

private struct TreeBuilder {
  let strategy: Strategy
  let day: Day?
  private let breaches: [Int: Breach]
  var nodes: [TreePicture.Node] = []
  var edges: [TreePicture.Edge] = []
  /// The node of each metric, by its position in the strategy's table.
  private var nodeOfMetric: [Int: Int] = [:]
  private var known: Set<TreePicture.Edge> = []

  init(strategy: Strategy, day: Day?) {
    self.strategy = strategy
    self.day = day
    let breaches = day.map { strategy.breaches(on: $0) } ?? []
    self.breaches = Dictionary(breaches.map { ($0.metric, $0) }, uniquingKeysWith: { first, _ in first })
  }

  mutating func addMetrics() {
    for (position, metric) in strategy.metrics.all.enumerated() where metric.lifecycle?.value != .retired {
      nodeOfMetric[position] = nodes.count
      var node = node(for: metric)
      node.measured = day.flatMap { .init(metric, in: strategy, breach: breaches[position], on: $0) }
      nodes.append(node)
    }
    for (position, metric) in strategy.metrics.all.enumerated() {
      for drive in metric.drives { addEdge(from: position, to: drive.metric, drive.kind) }
      for guarded in metric.guards { addEdge(from: position, to: guarded, .guards) }
    }
  }

  mutating func addObjectives() {
    for okrs in strategy.openOKRs {
      for (position, objective) in okrs.objectives.enumerated() {
        let aims = [objective.input, objective.guards].compactMap(\.self) + objective.supports.compactMap(\.input)
        let uppers = aims.compactMap { strategy.metrics.position(of: $0) }.compactMap { nodeOfMetric[$0] }
        let service = objective.service
        guard !uppers.isEmpty else { continue }
        for upper in uppers {
          edges.append(.init(from: nodes.count, to: upper, service == .supports ? .supports : .aims))
        }
        let name = objective.id?.value ?? String(position + 1)
        nodes.append(
          TreePicture.Node(
            id: "\(okrs.id?.value ?? "?")/\(name)", label: objective.title?.value ?? name, role: .objective,
            detail: okrs.cycle?.id, owner: teamName(okrs.team)))
      }
    }
  }

  private mutating func addEdge(from position: Int, to target: Reference<Metric>?, _ kind: TreePicture.Edge.Kind) {
    guard let lower = nodeOfMetric[position], let above = strategy.metrics.position(of: target),
      let upper = nodeOfMetric[above]
    else { return }
    let edge = TreePicture.Edge(from: lower, to: upper, kind)
    if known.insert(edge).inserted { edges.append(edge) }
  }

  private func node(for metric: Metric) -> TreePicture.Node {
    let id = metric.id?.value ?? fileName(of: metric) ?? "?"
    let owner = metric.owner.map { owner in
      [teamName(owner.team), personName(owner.person)].compactMap(\.self).joined(separator: ", ")
    }
    let state = metric.lifecycle.flatMap { $0.value == .active ? nil : $0.value.rawValue }
    return TreePicture.Node(
      id: id, label: metric.name?.value ?? id, role: metric.pictureRole, detail: metric.pictureDetail, owner: owner,
      state: state)
  }

  private func fileName(of metric: Metric) -> String? {
    let position = Int(metric.file.value)
    return strategy.files.indices.contains(position) ? strategy.files[position].expectedID : nil
  }

  private func teamName(_ team: Reference<Team>?) -> String? {
    team.map { strategy.teams[$0]?.name?.value ?? $0.id }
  }

  private func personName(_ person: Reference<Person>?) -> String? {
    person.map { strategy.people[$0]?.name?.value ?? $0.id }
  }
}

extension Metric {
  fileprivate var pictureRole: TreePicture.Node.Role {
    switch role?.value {
    case .northStar: .northStar
    case .input: .input
    case .driver: .driver
    case .guardrail: .guardrail
    case .result: .result
    case nil: .metric
    }
  }

  fileprivate var pictureDetail: String? {
    if let dimension = dimension?.value, role?.value == .input { return dimension.rawValue }
    let limits = [
      threshold?.atLeast.map { "at least \(shortest($0.value))" },
      threshold?.atMost.map { "at most \(shortest($0.value))" },
    ].compactMap(\.self)
    return limits.isEmpty ? nil : limits.joined(separator: ", ")
  }

  /// A number without the `.0` of whole numbers.
  private func shortest(_ value: Double) -> String {
    Int(exactly: value).map(String.init) ?? String(value)
  }
}

extension StrategyModel.Edge {
  fileprivate var kind: TreePicture.Edge.Kind {
    switch type?.value {
    case .segment: .segment
    case .influence:
      switch sign?.value {
      case .positive: .influence(.positive)
      case .negative: .influence(.negative)
      case nil: .influence(.unknown)
      }
    case .component, nil: .component
    }
  }
}
