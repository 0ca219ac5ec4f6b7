/// One team of an invented company, with its people and its metrics. All names follow from its position.
struct CompanyTeam {
  let position: Int
  let area: Int
  let areaName: String
  let leadsArea: Bool
  let id: String
  /// Handles; the first leads the team.
  let people: [String]
  /// The metric of the area: it moves the area's input, and the area's teams move it.
  let lever: String
  /// The team's other metrics.
  let metrics: [CompanyMetric]

  init(position: Int, teamsPerArea: Int) {
    self.position = position
    area = position / teamsPerArea
    leadsArea = position % teamsPerArea == 0
    let edition = Words.editions[area / Words.areas.count % Words.editions.count]
    areaName = edition + Words.areas[area % Words.areas.count]
    let id = "\(areaName)-\(Words.functions[position % teamsPerArea])"
    self.id = id
    people = (0..<3).map { CompanyTeam.handle(position * 3 + $0) }
    lever = "\(areaName)-reach"
    metrics = CompanyMetric.shapes.dropFirst(leadsArea ? 1 : 0).map { CompanyMetric(id: "\(id)-\($0.word)", shape: $0) }
  }

  /// The head of the area's first team, which the others are part of.
  func parent(among teams: [CompanyTeam]) -> CompanyTeam? {
    leadsArea ? nil : teams[..<position].last { $0.leadsArea }
  }

  /// A person's handle, one for each number.
  static func handle(_ number: Int) -> String {
    let last = Words.lastNames[number / Words.firstNames.count % Words.lastNames.count]
    return "\(Words.firstNames[number % Words.firstNames.count])-\(last)"
  }
}

/// A metric that a team moves.
struct CompanyMetric {
  struct Shape {
    let word: String
    let name: String
    let counts: String
    let aggregation: String
    let unit: String
    let direction: String
    /// Where values usually begin, and how far they may go in a cycle.
    let start: Int
    let step: Int
  }

  let id: String
  let shape: Shape

  static let shapes = [
    Shape(
      word: "completion", name: "Completion", counts: "Visits that end with the task done", aggregation: "ratio",
      unit: "percent", direction: "increase", start: 31, step: 9),
    Shape(
      word: "return-share", name: "Return share", counts: "Users who come back within a week of their first visit",
      aggregation: "ratio", unit: "percent", direction: "increase", start: 22, step: 6),
    Shape(
      word: "time-to-result", name: "Time to result", counts: "Minutes from the first click to the finished task",
      aggregation: "median", unit: "minutes", direction: "decrease", start: 48, step: 11),
    Shape(
      word: "weekly-hosts", name: "Weekly hosts", counts: "People who host at least one meeting in the week",
      aggregation: "distinct", unit: "people", direction: "increase", start: 140, step: 35),
  ]
}
