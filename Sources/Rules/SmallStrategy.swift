package import StrategyModel

/// A small, complete strategy without any faults, on which every rule's examples are based and which `explain` shows.
package enum SmallStrategy {
  /// The day on which it is checked.
  package static let today = Day(number: 20_481)  // 2026-01-28

  /// The text of every file, by path.
  package static let files: [String: String] = [
    "northstar.yaml": northstar,
    "cycles/2026-q1.yaml": cycle,
    "people/ada.yaml": ada,
    "people/grace.yaml": grace,
    "people/lin.yaml": lin,
    "people/omar.yaml": omar,
    "teams/onboarding.yaml": onboarding,
    "teams/growth.yaml": growth,
    "metrics/weekly-hosted-meetings.yaml": weeklyHostedMeetings,
    "metrics/activation-rate.yaml": activationRate,
    "metrics/new-workspaces.yaml": newWorkspaces,
    "metrics/meetings-per-workspace.yaml": meetingsPerWorkspace,
    "metrics/onboarding-completion.yaml": onboardingCompletion,
    "metrics/support-load.yaml": supportLoad,
    "metrics/meeting-satisfaction.yaml": meetingSatisfaction,
    "metrics/recurring-revenue.yaml": recurringRevenue,
    "okrs/2026-q1/onboarding.yaml": onboardingOKRs,
    "okrs/2026-q1/growth.yaml": growthOKRs,
    "checkins/2026-q1/onboarding.yaml": onboardingCheckIns,
    "checkins/2026-q1/growth.yaml": growthCheckIns,
    "reviews/2026-north-star.yaml": review,
  ].mapValues { $0 + "\n" }

  /// The strategy with the files of an example laid over its own.
  package static func loaded(with example: Example? = nil) -> Strategy {
    let overlay = example?.files ?? []
    let hidden = Set((example?.removed ?? []) + overlay.map(\.path))
    let (sheets, texts) = (overlay.filter(\.isSheet), overlay.filter { !$0.isSheet })
    let own = files.filter { !hidden.contains($0.key) }
      .map { StrategyFile(path: $0.key, in: "", text: Array($0.value.utf8)) }
    var strategy = Strategy(folder: "", files: own + texts.map(\.loaded))
    let calendar = strategy.calendar
    strategy.readings = Readings(sheets.map { $0.sheet(in: calendar) }, calendar: calendar)
    return strategy
  }
}

extension Example.File {
  fileprivate var isSheet: Bool { path.hasSuffix(ReadingsFile.suffix) }

  fileprivate func sheet(in calendar: PeriodCalendar) -> ReadingsFile {
    ReadingsFile(path: path, text: Array(text.utf8), calendar: calendar)
  }

  fileprivate var loaded: StrategyFile {
    if let problem { return StrategyFile(path: path, in: "", problem: problem) }
    return StrategyFile(path: path, in: "", text: Array(text.utf8))
  }
}

private let northstar = """
  kind: strategy
  id: huddle
  product: Huddle
  vision: Every meeting earns its time
  core_value: Teams decide together without leaving their desks
  game: productivity
  north_star: weekly-hosted-meetings
  stewards: [ada, lin]
  timezone: Europe/Berlin
  omitted_dimensions:
    - dimension: depth
      because: Every hosted meeting is equally deep
  """

private let cycle = """
  kind: cycle
  id: 2026-q1
  name: First quarter 2026
  starts: 2026-01-01
  ends: 2026-03-31
  state: active
  activated: 2026-01-05
  """

private let ada = person("ada", "Ada Okafor", "product")
private let grace = person("grace", "Grace Lindqvist", "engineering")
private let lin = person("lin", "Lin Wei", "marketing")
private let omar = person("omar", "Omar Haddad", "sales")

private func person(_ handle: String, _ name: String, _ discipline: String) -> String {
  """
  kind: person
  id: \(handle)
  name: \(name)
  discipline: \(discipline)
  emails: [\(handle)@huddle.example]
  joined: 2024-09-02
  """
}

private let onboarding = """
  kind: team
  id: onboarding
  name: Onboarding
  lead: ada
  members: [ada, grace]
  started: 2025-01-06
  """

private let growth = """
  kind: team
  id: growth
  name: Growth
  lead: lin
  members: [lin, omar]
  started: 2025-01-06
  """

private let weeklyHostedMeetings = """
  kind: metric
  id: weekly-hosted-meetings
  name: Weekly hosted meetings
  role: north-star
  lifecycle: active
  definition:
    counts: Meetings of three people and more that a workspace hosts
    excludes: Meetings that end within two minutes
    window: calendar week
    aggregation: sum
    unit: meetings
    source: warehouse, table meetings_hosted
  direction: increase
  formula: activation-rate / 100 * new-workspaces * meetings-per-workspace
  drives:
    - metric: recurring-revenue
      as: influence
      sign: positive
      lag_weeks: 8
      confidence: 0.7
      because: Workspaces that host every week renew twice as often
      review_on: 2026-06-30
  target: 12000
  owner:
    team: growth
    person: lin
    since: 2026-01-05
  """

private let activationRate = """
  kind: metric
  id: activation-rate
  name: Activation rate
  role: input
  dimension: efficiency
  lifecycle: active
  definition:
    counts: New workspaces that host a first meeting within 7 days of sign-up
    excludes: Workspaces made by our own staff
    window: calendar week
    aggregation: ratio
    unit: percent
    source: warehouse, table workspaces
  direction: increase
  drives:
    - metric: weekly-hosted-meetings
      as: component
  owner:
    team: onboarding
    person: ada
    since: 2026-01-05
  """

private let newWorkspaces = """
  kind: metric
  id: new-workspaces
  name: New workspaces
  role: input
  dimension: breadth
  lifecycle: active
  definition:
    counts: Workspaces with a first member
    excludes: Workspaces made by our own staff
    window: calendar week
    aggregation: distinct
    unit: workspaces
    source: warehouse, table workspaces
  direction: increase
  drives:
    - metric: weekly-hosted-meetings
      as: component
  owner:
    team: growth
    person: lin
    since: 2026-01-05
  """

private let meetingsPerWorkspace = """
  kind: metric
  id: meetings-per-workspace
  name: Meetings per active workspace
  role: input
  dimension: frequency
  lifecycle: active
  definition:
    counts: Hosted meetings for each workspace that hosts any
    excludes: Meetings that end within two minutes
    window: calendar week
    aggregation: mean
    unit: meetings per workspace
    source: warehouse, table meetings_hosted
  direction: increase
  drives:
    - metric: weekly-hosted-meetings
      as: component
  owner:
    team: growth
    person: omar
    since: 2026-01-05
  """

private let onboardingCompletion = """
  kind: metric
  id: onboarding-completion
  name: Onboarding completion
  role: driver
  lifecycle: active
  definition:
    counts: New workspaces that finish the guided tour
    excludes: Workspaces made by our own staff
    window: calendar week
    aggregation: ratio
    unit: percent
    source: warehouse, table tours
  direction: increase
  drives:
    - metric: activation-rate
      as: influence
      sign: positive
      lag_weeks: 1
      confidence: 0.8
      because: Whoever has seen the tour invites others sooner
      review_on: 2026-06-30
  """

private let supportLoad = """
  kind: metric
  id: support-load
  name: Support load
  role: guardrail
  lifecycle: active
  definition:
    counts: Support tickets for every hundred new workspaces
    excludes: Tickets of our own staff
    window: calendar week
    aggregation: mean
    unit: tickets per hundred workspaces
    source: help desk export
  direction: decrease
  guards: [activation-rate, new-workspaces]
  threshold:
    at_most: 12
  """

private let meetingSatisfaction = """
  kind: metric
  id: meeting-satisfaction
  name: Meeting satisfaction
  role: guardrail
  lifecycle: active
  definition:
    counts: The answer to "was this meeting worth your time?", from 1 to 5
    excludes: Answers of our own staff
    window: calendar week
    aggregation: mean
    unit: points
    source: warehouse, table answers
  direction: increase
  guards: [weekly-hosted-meetings, meetings-per-workspace]
  threshold:
    at_least: 3.8
  """

private let recurringRevenue = """
  kind: metric
  id: recurring-revenue
  name: Monthly recurring revenue
  role: result
  lifecycle: active
  definition:
    counts: Fees of all paid workspaces
    excludes: One-time services
    window: calendar month
    aggregation: sum
    unit: EUR
    source: billing export
  direction: increase
  """

private let review = """
  kind: review
  id: 2026-north-star
  subject: metric/weekly-hosted-meetings
  held_on: 2026-01-20
  questions:
    - question: Does it still reflect the core value?
      answer: Yes, a hosted meeting is a decision made together.
    - question: Does it still predict success?
      answer: Yes, it has led renewals by two months all year.
  decision: keep
  because: It has led revenue for four quarters, and every team can name the input that it moves.
  decided_by: [ada, lin]
  next_review: 2027-01-20
  """
