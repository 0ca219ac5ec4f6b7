extension Kind {
  /// The type that describes this kind.
  package var entity: any Entity.Type {
    switch self {
    case .strategy: StrategySettings.self
    case .metric: Metric.self
    case .person: Person.self
    case .team: Team.self
    case .cycle: Cycle.self
    case .okrs: TeamOKRs.self
    case .checkins: TeamCheckIns.self
    case .initiative: Initiative.self
    case .workshop: Workshop.self
    case .proposal: Proposal.self
    case .review: Review.self
    case .waiver: Waiver.self
    }
  }

  package var description: KindDescription { entity.description }
}
