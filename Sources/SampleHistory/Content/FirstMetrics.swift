/// The metrics of June 2024, as they were first written down.
enum FirstMetrics {
  static let weeklyActiveUsers = """
    kind: metric
    id: weekly-active-users
    name: Weekly active users
    role: north-star
    lifecycle: active
    description: Chosen in the workshop of June 2024. Easy to explain, and everybody already looked at it.
    definition:
      counts: People in a connected team who joined, hosted or scheduled a meeting in the week
      excludes: Guests without an account, our own staff
      window: calendar week
      aggregation: distinct
      unit: people
      source: warehouse, table weekly_activity
    direction: increase
    formula: connected-teams * people-per-team
    drives:
      - metric: net-revenue-retention
        as: influence
        sign: positive
        lag_weeks: 8
        confidence: 0.6
        because: Teams with more active people renewed more often in 2023
        review_on: 2025-06-30
      - metric: paid-conversion
        as: influence
        sign: positive
        lag_weeks: 4
        confidence: 0.5
        because: Free teams ask for a plan when they run out of seats
        review_on: 2025-06-30

    """

  static let activationRate = """
    kind: metric
    id: activation-rate
    name: Activation rate
    role: input
    dimension: efficiency
    lifecycle: active
    definition:
      counts: Connected teams in which three people or more were active in the week
      excludes: Teams made by our own staff
      window: calendar week
      aggregation: ratio
      unit: percent
      source: warehouse, table team_activity
    direction: increase
    drives:
      - metric: weekly-active-users
        as: influence
        sign: positive
        lag_weeks: 2
        confidence: 0.6
        because: A team that gets going in its first week brings the rest of its people along
        review_on: 2025-06-30
    owner:
      team: first-mile
      person: grace
      since: 2024-06-24

    """

  static let connectedTeams = """
    kind: metric
    id: connected-teams
    name: Connected teams
    role: input
    dimension: breadth
    lifecycle: active
    definition:
      counts: Teams with a connected calendar and two people or more signed in during the last four weeks
      excludes: Trial teams that sales has set up for a demo
      window: calendar week
      aggregation: last
      unit: teams
      source: warehouse, table teams_connected
    direction: increase
    drives:
      - metric: weekly-active-users
        as: component
    owner:
      team: growth
      person: viktor
      since: 2024-06-24

    """

  static let peoplePerTeam = """
    kind: metric
    id: people-per-team
    name: Active people per connected team
    role: input
    dimension: depth
    lifecycle: active
    definition:
      counts: Active people in the week, divided by connected teams
      excludes: Guests without an account, our own staff
      window: calendar week
      aggregation: mean
      unit: people per team
      source: warehouse, table weekly_activity
    direction: increase
    drives:
      - metric: weekly-active-users
        as: component
    owner:
      team: growth
      person: viktor
      since: 2024-06-24

    """

  static let daysActive = """
    kind: metric
    id: days-active-per-user
    name: Days active per user
    role: input
    dimension: frequency
    lifecycle: active
    definition:
      counts: Days of the week on which an active person did something, averaged over active people
      excludes: Days on which somebody only read a reminder
      window: calendar week
      aggregation: mean
      unit: days
      source: warehouse, table weekly_activity
    direction: increase
    drives:
      - metric: weekly-active-users
        as: influence
        sign: positive
        lag_weeks: 4
        confidence: 0.4
        because: Habits bring people back the week after, or so we hope
        review_on: 2025-03-31
    owner:
      team: hosting
      person: ines
      since: 2024-06-24

    """

  static let netRevenueRetention = """
    kind: metric
    id: net-revenue-retention
    name: Net revenue retention
    role: result
    lifecycle: active
    definition:
      counts: Revenue of the last four weeks from teams that paid a year ago, divided by theirs of then
      excludes: One-off services
      window: four weeks
      aggregation: ratio
      unit: percent
      source: billing, report revenue_by_cohort
    direction: increase
    owner:
      team: revenue
      person: dylan
      since: 2024-06-24

    """

  static let paidConversion = """
    kind: metric
    id: paid-conversion
    name: Paid conversion
    role: result
    lifecycle: active
    definition:
      counts: Free teams older than four weeks that move to a paid plan, as a share of all such teams
      excludes: Teams that return to a plan they had within the last year
      window: four weeks
      aggregation: ratio
      unit: percent
      source: billing, report plan_changes
    direction: increase
    owner:
      team: revenue
      person: dylan
      since: 2024-06-24

    """
}
