import Presentation
import StrategyModel

extension Listing {
  static func metrics(_ strategy: Strategy) -> Listing {
    let columns = ["id", "name", "role", "dimension", "lifecycle", "team", "person", "since", "drives"]
    return Listing(columns, strategy.metrics.all) { metric in
      [
        .text(metric.id?.value), .text(metric.name?.value), .text(metric.role?.value.rawValue),
        .text(metric.dimension?.value.rawValue), .text(metric.lifecycle?.value.rawValue),
        .text(metric.owner?.team?.id), .text(metric.owner?.person?.id),
        .text(metric.owner?.since?.value.description), .list(metric.drives.compactMap { $0.metric?.id }),
      ]
    }
  }

  static func people(_ strategy: Strategy) -> Listing {
    Listing(["id", "name", "discipline", "title", "joined", "left"], strategy.people.all) { person in
      [
        .text(person.id?.value), .text(person.name?.value), .text(person.discipline?.value.rawValue),
        .text(person.title?.value), .text(person.joined?.value.description), .text(person.left?.value.description),
      ]
    }
  }

  static func teams(_ strategy: Strategy) -> Listing {
    Listing(["id", "name", "parent", "lead", "members", "ended", "merged_into"], strategy.teams.all) { team in
      [
        .text(team.id?.value), .text(team.name?.value), .text(team.parent?.id),
        .text(team.lead?.id ?? team.vacancy?.value.rawValue),
        .count(team.members.count), .text(team.ended?.value.description), .text(team.mergedInto?.id),
      ]
    }
  }

  static func cycles(_ strategy: Strategy) -> Listing {
    Listing(["id", "name", "starts", "ends", "state"], strategy.cycles.all) { cycle in
      [
        .text(cycle.id?.value), .text(cycle.name?.value), .text(cycle.starts?.value.description),
        .text(cycle.ends?.value.description), .text(cycle.state?.value.rawValue),
      ]
    }
  }

  static func initiatives(_ strategy: Strategy) -> Listing {
    Listing(["id", "name", "team", "input", "state", "started", "ended"], strategy.initiatives.all) { initiative in
      [
        .text(initiative.id?.value), .text(initiative.name?.value), .text(initiative.team?.id),
        .text(initiative.input?.id), .text(initiative.state?.value.rawValue),
        .text(initiative.started?.value.description), .text(initiative.ended?.value.description),
      ]
    }
  }
}
