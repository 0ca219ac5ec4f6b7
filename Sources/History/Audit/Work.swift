import StrategyModel

/// What teams planned to do: their objectives by cycle, and their initiatives.
struct Work {
  struct Cycle {
    let id: String
    let starts: Day
    let ends: Day
  }

  struct Goal {
    let id: String
    let team: String
    let cycle: Cycle
    let lever: String
    let isAgreed: Bool
    /// The commit that aimed it at the lever.
    let ordinal: Int?
  }

  /// By their first day.
  private(set) var cycles: [Cycle] = []
  private(set) var goals: [Goal] = []
  private var teamsWithGoals: Set<String> = []
  private var parents: [String: String] = [:]
  private var initiatives: [(team: String, lever: String, from: Day, to: Day?)] = []

  /// Teams under their current ids.
  init(_ history: EntityHistory, _ teams: TeamNames) {
    let aims = Work.aims(history)
    let entities = history.snapshot.entities.values.sorted { $0.key < $1.key }
    cycles = entities.filter { $0.key.kind == .cycle }.compactMap(Cycle.init).sorted { $0.starts < $1.starts }
    for team in entities where team.key.kind == .team {
      parents[teams.now(team.key.id)] = team["parent"].map(teams.now)
    }
    for okrs in entities where okrs.key.kind == .okrs {
      guard let team = okrs["team"].map(teams.now), let id = okrs["cycle"],
        let cycle = cycles.first(where: { $0.id == id })
      else { continue }
      teamsWithGoals.insert("\(id)/\(team)")
      for item in okrs.items("objectives") {
        let stem = "objectives[\(item)]"
        guard let lever = okrs[stem + ".input"] else { continue }
        let isAgreed = okrs[stem + ".agreement.team"] != nil
        let ordinal = aims["\(okrs.key)\(stem)"]
        goals.append(
          Goal(id: item, team: team, cycle: cycle, lever: lever, isAgreed: isAgreed, ordinal: ordinal))
      }
    }
    for work in entities where work.key.kind == .initiative {
      guard let team = work["team"], let lever = work["input"], let from = work["started"].flatMap({ Day($0) })
      else { continue }
      initiatives.append((teams.now(team), lever, from, work["ended"].flatMap { Day($0) }))
    }
  }

  func hasGoals(_ team: String, in cycle: Cycle) -> Bool { teamsWithGoals.contains("\(cycle.id)/\(team)") }

  /// The last commit that changed what each objective aims at, or the agreement on it.
  private static func aims(_ history: EntityHistory) -> [String: Int] {
    var aims: [String: Int] = [:]
    for event in history.events where event.change.key.kind == .okrs {
      guard let new = event.change.new else { continue }
      for item in new.items("objectives") {
        let stem = "objectives[\(item)]"
        let fields = [stem + ".input", stem + ".agreement.team"]
        if fields.contains(where: { event.change.old?[$0] != new[$0] }) {
          aims["\(event.change.key)\(stem)"] = event.ordinal
        }
      }
    }
    return aims
  }

  /// Whether one team is another, or a part of it at any depth.
  func isPart(_ team: String, of other: String) -> Bool {
    var seen: Set<String> = []
    var team = team
    while team != other {
      guard seen.insert(team).inserted, let parent = parents[team] else { return false }
      team = parent
    }
    return true
  }

  /// Whether the team or a part of it works on a lever.
  func works(_ team: String, on lever: String, in cycle: Cycle) -> Bool {
    goals.contains { isPart($0.team, of: team) && $0.lever == lever && $0.cycle.id == cycle.id }
      || initiatives.contains {
        isPart($0.team, of: team) && $0.lever == lever && $0.from <= cycle.ends && ($0.to ?? cycle.ends) >= cycle.starts
      }
  }
}

extension Work.Cycle {
  fileprivate init?(_ version: EntityVersion) {
    guard let starts = version["starts"].flatMap({ Day($0) }), let ends = version["ends"].flatMap({ Day($0) })
    else { return nil }
    (id, self.starts, self.ends) = (version.key.id, starts, ends)
  }
}
