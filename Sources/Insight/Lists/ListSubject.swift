package import Presentation
package import StrategyModel

/// Everything that can be listed: all kinds, and the parts of OKRs.
package enum ListSubject: String, CaseIterable {
  case metrics, people, teams, cycles, okrs, objectives
  case keyResults = "key-results"
  case checkins, initiatives, workshops, proposals, reviews, waivers

  /// Takes the plural, or the singular as `kind:` has it.
  package init?(name: String) {
    if let subject = ListSubject(rawValue: name) ?? ListSubject(rawValue: name + "s") {
      self = subject
    } else if let folder = Kind(rawValue: name)?.folder, let subject = ListSubject(rawValue: folder) {
      self = subject
    } else {
      return nil
    }
  }

  package func listing(of strategy: Strategy) -> Listing {
    switch self {
    case .metrics: .metrics(strategy)
    case .people: .people(strategy)
    case .teams: .teams(strategy)
    case .cycles: .cycles(strategy)
    case .okrs: .okrs(strategy)
    case .objectives: .objectives(strategy)
    case .keyResults: .keyResults(strategy)
    case .checkins: .checkIns(strategy)
    case .initiatives: .initiatives(strategy)
    case .workshops: .workshops(strategy)
    case .proposals: .proposals(strategy)
    case .reviews: .reviews(strategy)
    case .waivers: .waivers(strategy)
    }
  }
}
