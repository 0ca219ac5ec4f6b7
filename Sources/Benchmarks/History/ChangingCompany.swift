import StrategyModel

/// The files of a company with 200 levers on the main branch, and the changes that may happen to them.
struct ChangingCompany {
  /// People without a permanent team, besides the three permanent ones in each team.
  static let floaters = (0..<30).map { CompanyTeam.handle(3 * 40 + $0) }
  static let levers = 200

  let company: Company
  var teams: [ChangingTeam]
  var metrics: [ChangingMetric]
  /// Every team's in the first cycle, then in the second one, and so on.
  var goals: [ChangingGoals]
  var initiatives: [Company.Document]
  /// The metrics that are not where the convention wants them.
  var misplaced: Set<Int> = []
  var notes: [String] = []
  var random = SeededRandom(seed: Company.seed)

  /// - Parameter documents: the number of files at the beginning; later there are as many.
  init(documents: Int) {
    let company = Company(
      documents: documents, teams: 40, calendar: CompanyCalendar(months: 116), founded: 2016)
    self.company = company
    teams = company.teams.map { team in
      let others = ChangingCompany.floaters.indices.filter { $0 % company.teams.count == team.position }
      return ChangingTeam(company.team(team), team, joinedBy: others.map { ChangingCompany.floaters[$0] })
    }
    metrics = ChangingCompany.metrics(of: company)
    goals = company.calendar.cycles.flatMap { cycle in
      company.teams.map { ChangingGoals(CompanyGoals($0, cycle, in: company), in: cycle) }
    }
    initiatives = []
    let others = documents - otherFiles.count
    initiatives = (0..<max(1, others)).map(company.initiative)
  }

  private static func metrics(of company: Company) -> [ChangingMetric] {
    let documents =
      company.coreMetrics + company.teams.flatMap(company.metrics)
      + (0..<levers - Company.inputs.count).map(company.furtherLever)
      + company.furtherGuardrails(watching: levers - Company.inputs.count)
    let aims = Set(Company.inputs.map { "metrics/\($0.id).yaml" })
    let since = Day(year: company.founded + 1, month: 1, day: 2) ?? CompanyCalendar.today
    return documents.map { document in
      let owner = company.teams.first { document.text.contains("  team: \($0.id)\n") } ?? company.teams[0]
      return ChangingMetric(
        document, isLever: document.text.contains("\nrole: input\n"), isAimedAt: aims.contains(document.path),
        owner: ChangingMetric.Owner(team: owner.position, person: owner.people[0], since: since), team: owner.id)
    }
  }

  /// Every file as it is now.
  var files: [Change.File] { otherFiles + initiatives.map(Change.write) }

  private var otherFiles: [Change.File] {
    let fixed =
      company.settings + company.reviews + company.calendar.cycles.map(company.cycle)
      + company.teams.flatMap(company.people)
      + ChangingCompany.floaters.enumerated().map { position, handle in
        company.person(handle, "data", in: company.teams[position % company.teams.count])
      }
    return fixed.map(Change.write) + teams.map(\.file) + metrics.map(\.file) + goals.flatMap(\.files) + [readMe]
  }

  var readMe: Change.File {
    .write(path: "README.md", text: "# Gather's strategy\n\n" + notes.suffix(20).joined())
  }

  /// A random person to commit.
  mutating func anybody() -> String {
    let team = random.below(teams.count)
    return random.pick(teams[team].members)
  }

  /// The position of a metric that may change; `nil` when there are hardly any.
  mutating func pickMetric(_ moment: Moment, where isRight: (ChangingMetric) -> Bool) -> Int? {
    for _ in 0..<200 {
      let position = random.below(metrics.count)
      if metrics[position].touched <= moment.base, isRight(metrics[position]) { return position }
    }
    return nil
  }

  /// Changes one metric.
  mutating func change(
    _ position: Int, at moment: Moment, _ message: String, _ body: (inout ChangingMetric) -> Void
  ) -> Change {
    body(&metrics[position])
    metrics[position].touched = moment.number
    return Change(message: message, files: [metrics[position].file])
  }
}
