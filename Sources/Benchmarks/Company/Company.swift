/// An invented company with a strategy of any number of documents; always the same one for the same number.
///
/// Every team has four metrics, and in every cycle one file of OKRs and one of check-ins: these make up four fifths of
/// the documents, as they do in a real company after some years. Initiatives make up the rest.
struct Company {
  struct Input {
    let id: String
    let name: String
    let dimension: String
    let counts: String
    let aggregation: String
    let unit: String
  }

  struct Document {
    let path: String
    let text: String
  }

  static let seed: UInt64 = 20_261_122
  static let northStar = "weekly-participations"
  static let inputs = [
    Input(
      id: "activation-rate", name: "Activation rate", dimension: "efficiency",
      counts: "New workspaces that host a first meeting within 7 days of sign-up", aggregation: "ratio", unit: "percent"
    ),
    Input(
      id: "new-workspaces", name: "New workspaces", dimension: "breadth", counts: "Workspaces with a first member",
      aggregation: "distinct", unit: "workspaces"),
    Input(
      id: "participants-per-meeting", name: "Participants in a hosted meeting", dimension: "depth",
      counts: "People who speak or write in a hosted meeting", aggregation: "mean", unit: "participants per meeting"),
    Input(
      id: "meetings-per-workspace", name: "Meetings in an active workspace", dimension: "frequency",
      counts: "Hosted meetings for each workspace that hosts any", aggregation: "mean", unit: "meetings per workspace"),
  ]

  let calendar: CompanyCalendar
  let teams: [CompanyTeam]
  let documents: Int
  /// The year in which everybody joined and every team began.
  let founded: Int

  /// - Parameter documents: at least 150; at most about 110,000, when the names run out.
  init(documents: Int) {
    let calendar = CompanyCalendar(quarters: documents < 500 ? 10 : 20)
    let cycles = calendar.cycles.count
    let perTeam = 2 * cycles + 8
    let common = Company.commonDocuments + cycles
    let count = max(5, (documents - common) * 97 / 100 / perTeam)
    self.init(documents: documents, teams: count, calendar: calendar, founded: 2021)
  }

  /// A company with a given number of teams, at least 5, and cycles; initiatives make up the rest of the documents.
  init(documents: Int, teams count: Int, calendar: CompanyCalendar, founded: Int) {
    self.documents = documents
    self.calendar = calendar
    self.founded = founded
    let teamsPerArea = min(Words.functions.count, max(1, count / 5))
    teams = (0..<count).map { CompanyTeam(position: $0, teamsPerArea: teamsPerArea) }
  }

  /// Passes every document to `body`, grouped by kind.
  func forEachDocument(_ body: (Document) throws -> Void) rethrows {
    var written = 0
    func write(_ document: Document) throws {
      try body(document)
      written += 1
    }
    for document in settings + coreMetrics + reviews { try write(document) }
    for cycle in calendar.cycles { try write(self.cycle(cycle)) }
    for team in teams {
      for document in people(team) + [self.team(team)] + metrics(team) { try write(document) }
    }
    for cycle in calendar.cycles {
      for team in teams {
        let goals = CompanyGoals(team, cycle, in: self)
        try write(goals.okrs)
        try write(goals.checkIns)
      }
    }
    var number = 0
    while written < documents {
      try write(initiative(number))
      number += 1
    }
  }

  func input(of team: CompanyTeam) -> Input { Company.inputs[team.area % Company.inputs.count] }

  /// The team that owns an input, or the North Star.
  func owner(of metric: String) -> CompanyTeam {
    let position = Company.inputs.firstIndex { $0.id == metric } ?? Company.inputs.count
    return teams.first { $0.area == position && $0.leadsArea } ?? teams[0]
  }
}
