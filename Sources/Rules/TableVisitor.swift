import StrategyModel

/// An operation that is the same for the entities of every kind.
protocol TableVisitor {
  mutating func visit<E: Entity>(_ table: Table<E>)
}

extension Strategy {
  /// Passes every kind's table to a visitor.
  func visitTables(_ visitor: inout some TableVisitor) {
    for kind in Kind.allCases {
      switch kind {
      case .strategy: visitor.visit(settingsFiles)
      case .metric: visitor.visit(metrics)
      case .person: visitor.visit(people)
      case .team: visitor.visit(teams)
      case .cycle: visitor.visit(cycles)
      case .okrs: visitor.visit(okrs)
      case .checkins: visitor.visit(checkIns)
      case .initiative: visitor.visit(initiatives)
      case .workshop: visitor.visit(workshops)
      case .proposal: visitor.visit(proposals)
      case .review: visitor.visit(reviews)
      case .waiver: visitor.visit(waivers)
      }
    }
  }
}
