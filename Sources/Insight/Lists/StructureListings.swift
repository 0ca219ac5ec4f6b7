import Presentation
import StrategyModel

extension Listing {
  static func metrics(_ strategy: Strategy) -> Listing {
    let columns = ["id", "name", "role", "dimension", "lifecycle", "team", "person", "since", "drives"]
    return Listing(columns, strategy.metrics.all) { metric in
      let drives = metric.drives.compactMap { $0.metric?.id }.joined(separator: " ")
      return [
        metric.id?.value, metric.name?.value, metric.role?.value.rawValue, metric.dimension?.value.rawValue,
        metric.lifecycle?.value.rawValue, metric.owner?.team?.id, metric.owner?.person?.id,
        metric.owner?.since?.value.description, drives,
      ]
    }
  }

  static func people(_ strategy: Strategy) -> Listing {
    Listing(["id", "name", "discipline", "title", "joined", "left"], strategy.people.all) { person in
      [
        person.id?.value, person.name?.value, person.discipline?.value.rawValue, person.title?.value,
        person.joined?.value.description, person.left?.value.description,
      ]
    }
  }

  static func teams(_ strategy: Strategy) -> Listing {
    Listing(["id", "name", "parent", "lead", "members", "ended", "merged_into"], strategy.teams.all) { team in
      [
        team.id?.value, team.name?.value, team.parent?.id, team.lead?.id, String(team.members.count),
        team.ended?.value.description, team.mergedInto?.id,
      ]
    }
  }

  static func cycles(_ strategy: Strategy) -> Listing {
    Listing(["id", "name", "starts", "ends", "state"], strategy.cycles.all) { cycle in
      [
        cycle.id?.value, cycle.name?.value, cycle.starts?.value.description, cycle.ends?.value.description,
        cycle.state?.value.rawValue,
      ]
    }
  }

  static func initiatives(_ strategy: Strategy) -> Listing {
    Listing(["id", "name", "team", "input", "state", "started", "ended"], strategy.initiatives.all) { initiative in
      [
        initiative.id?.value, initiative.name?.value, initiative.team?.id, initiative.input?.id,
        initiative.state?.value.rawValue, initiative.started?.value.description, initiative.ended?.value.description,
      ]
    }
  }
}
