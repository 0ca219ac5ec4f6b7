/// Who is still there on a day.
extension Strategy {
  /// The last day of somebody who left before `day`; `nil` for everybody else, including unknown people.
  package func departure(of person: Reference<Person>?, before day: Day) -> Day? {
    guard let position = people.position(of: person), let left = people.all[position].left?.value, left < day
    else { return nil }
    return left
  }

  /// Whether the team at a position has neither ended before a day nor, when no day is given, been merged into another.
  package func isLive(team: Int, on day: Day) -> Bool {
    if let ended = teams.all[team].ended { return ended.value >= day }
    return teams.all[team].mergedInto == nil
  }

  /// Whether a reference leads to a team that has ended; false when the team is unknown.
  package func hasEnded(_ team: Reference<Team>?, on day: Day) -> Bool {
    teams.position(of: team).map { !isLive(team: $0, on: day) } ?? false
  }

  /// The live team at the end of the chain of mergers that begins with a team that ended; `nil` when it leads nowhere.
  package func successor(of team: Reference<Team>?, on day: Day) -> String? {
    var seen: Set<Int> = []
    var next = teams.position(of: team)
    while let here = next, seen.insert(here).inserted {
      if isLive(team: here, on: day) { return teams.all[here].id?.value }
      next = teams.position(of: teams.all[here].mergedInto)
    }
    return nil
  }

  /// Whether somebody leads the team at a position or is, or may be, one of its members: not every team lists them.
  package func mayHave(member person: String, team: Int) -> Bool {
    let members = teams.all[team].members
    return members.isEmpty || teams.all[team].leads.contains { $0.id == person } || members.contains { $0.id == person }
  }

  /// Whether one team is the other, or part of it at any depth.
  package func isPart(team: Int, of whole: Int) -> Bool {
    var seen: Set<Int> = []
    var next: Int? = team
    while let here = next, seen.insert(here).inserted {
      if here == whole { return true }
      next = teams.position(of: teams.all[here].parent)
    }
    return false
  }

  /// The ids of teams that have another live team as a part.
  package func parents(on day: Day) -> Set<String> {
    var parents: Set<String> = []
    for position in teams.all.indices where isLive(team: position, on: day) {
      if let parent = teams.all[position].parent { parents.insert(parent.id) }
    }
    return parents
  }

  /// The ids of teams that own a metric in use.
  package var teamsWithLevers: Set<String> {
    var owners: Set<String> = []
    for position in metrics.all.indices where graph.isLive[position] {
      if let team = metrics.all[position].owner?.team { owners.insert(team.id) }
    }
    return owners
  }
}
