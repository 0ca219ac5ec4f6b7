import StrategyModel

/// The documents about people, teams and their missions.
extension Company {
  /// The number of documents that does not depend on the number of teams and cycles.
  static var commonDocuments: Int { 1 + 5 + guardrails.count + results.count + 5 }

  var settings: [Document] {
    [
      Document(
        path: "northstar.yaml",
        text: """
          kind: strategy
          id: gather
          product: Gather
          vision: Every meeting earns its time
          core_value: Teams decide together without leaving their desks
          game: productivity
          north_star: \(Company.northStar)
          stewards: [\(Company.inputs.map { owner(of: $0.id).people[0] }.joined(separator: ", "))]
          timezone: Europe/Berlin
          calendar:
            fiscal_year_starts: 1
            week_starts: monday
          approvals:
            north_star: 2
          reviews:
            north_star_months: 12
          checkins:
            every_days: \(CompanyCalendar.rhythm)
            grace_days: 4

          """)
    ]
  }

  func cycle(_ cycle: CompanyCalendar.Cycle) -> Document {
    let closing = cycle.isClosed ? "\nclosed: \(cycle.ends + 8)" : ""
    return Document(
      path: "cycles/\(cycle.id).yaml",
      text: """
        kind: cycle
        id: \(cycle.id)
        name: \(cycle.name)
        starts: \(cycle.starts)
        ends: \(cycle.ends)
        state: \(cycle.isClosed ? "closed" : "active")
        activated: \(cycle.starts + 4)\(closing)

        """)
  }

  func people(_ team: CompanyTeam) -> [Document] {
    zip(team.people, ["product", "engineering", "design"]).map { person($0, $1, in: team) }
  }

  func person(_ handle: String, _ discipline: String, in team: CompanyTeam) -> Document {
    Document(
      path: "people/\(handle).yaml",
      text: """
        kind: person
        id: \(handle)
        name: \(handle.split(separator: "-").map(\.capitalized).joined(separator: " "))
        title: \(team.areaName.capitalized), \(discipline)
        discipline: \(discipline)
        emails: [\(handle)@gather.example]
        joined: \(founded)-0\(1 + team.position % 9)-15

        """)
  }

  func team(_ team: CompanyTeam) -> Document {
    let parent = team.parent(among: teams).map { "\nparent: \($0.id)" } ?? ""
    return Document(
      path: "teams/\(team.id).yaml",
      text: """
        kind: team
        id: \(team.id)
        name: \(team.id.spoken)
        mission: \(Words.goals[team.position % Words.goals.count])\(parent)
        lead: \(team.people[0])
        members: [\(team.people.joined(separator: ", "))]
        started: \(founded)-10-04

        """)
  }

  func initiative(_ number: Int) -> Document {
    var random = SeededRandom(seed: Company.seed, part: number, of: 1)
    let team = teams[number % teams.count]
    let round = number / teams.count
    let cycle = calendar.cycles[calendar.cycles.count - 1 - round % calendar.cycles.count]
    let id = "\(team.id)-\(Words.qualities[round % Words.qualities.count])-\(cycle.id)"
    let ending =
      cycle.isClosed
      ? "\nended: \(cycle.ends + -9)\noutcome: The input rose by about a third of what was expected, and stayed there"
      : ""
    return Document(
      path: "initiatives/\(id).yaml",
      text: """
        kind: initiative
        id: \(id)
        name: A \(Words.qualities[round % Words.qualities.count]) \(team.areaName)
        team: \(team.id)
        input: \(input(of: team).id)
        expected:
          change: \(1 + random.below(6))
          lag_weeks: \(2 + random.below(6))
          confidence: 0.\(3 + random.below(6))
        state: \(cycle.isClosed ? "shipped" : "running")
        started: \(cycle.starts + 11)\(ending)
        links: [https://tracker.gather.example/\(team.areaName)/\(random.below(9000) + 1000)]

        """)
  }
}

extension StringProtocol {
  /// `first-mile` as "First mile".
  var spoken: String { split(separator: "-").joined(separator: " ").capitalized }

  /// With a capital first letter.
  var capitalized: String { prefix(1).uppercased() + dropFirst() }
}
