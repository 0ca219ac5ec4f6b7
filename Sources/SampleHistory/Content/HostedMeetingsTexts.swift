/// The second North Star and what came with it in the summer of 2025.
enum HostedMeetingsTexts {
  static let weeklyHostedMeetings = """
    kind: metric
    id: weekly-hosted-meetings
    name: Weekly hosted meetings
    role: north-star
    lifecycle: active
    description: A meeting that somebody called, prepared and led is the moment in which Huddle earns its keep.
    definition:
      counts: Meetings that a host started and at least one other person attended
      excludes: Meetings of our own staff
      window: calendar week
      aggregation: sum
      unit: meetings
      source: warehouse, table meetings_hosted
    direction: increase
    # The rate is in percent, the rest are counts and means.
    formula: activation-rate / 100 * connected-teams * hosts-per-team * meetings-per-host
    drives:
      - metric: net-revenue-retention
        as: influence
        sign: positive
        lag_weeks: 12
        confidence: 0.7
        because: Teams that host twice a week or more renewed at 97 %, the others at 81 %
        review_on: 2026-06-30
      - metric: paid-conversion
        as: influence
        sign: positive
        lag_weeks: 6
        confidence: 0.6
        because: Free teams meet the meeting limit long before they meet the seat limit
        review_on: 2026-06-30
    target: 20000
    supersedes: weekly-active-users

    """

  static let hostsPerTeam = """
    kind: metric
    id: hosts-per-team
    name: Hosts per active team
    role: input
    dimension: depth
    lifecycle: active
    definition:
      counts: Different people who hosted in the week, divided by the teams that hosted
      excludes: Our own staff
      window: calendar week
      aggregation: mean
      unit: hosts per team
      source: warehouse, table meetings_hosted
    direction: increase
    drives:
      - metric: weekly-hosted-meetings
        as: component
    owner:
      team: hosting
      person: ines
      since: 2025-07-01

    """

  static let meetingsPerHost = """
    kind: metric
    id: meetings-per-host
    name: Meetings per host
    role: input
    dimension: frequency
    lifecycle: active
    definition:
      counts: Meetings hosted in the week, divided by the people who hosted
      excludes: Our own staff
      window: calendar week
      aggregation: mean
      unit: meetings per host
      source: warehouse, table meetings_hosted
    direction: increase
    formula: recurring-meetings-per-host + ad-hoc-meetings-per-host
    drives:
      - metric: weekly-hosted-meetings
        as: component
    owner:
      team: hosting
      person: ines
      since: 2025-07-01

    """

  static let recurring = """
    kind: metric
    id: recurring-meetings-per-host
    name: Recurring meetings per host
    role: driver
    lifecycle: active
    definition:
      counts: Hosted meetings that belong to a series, divided by the people who hosted
      excludes: Our own staff
      window: calendar week
      aggregation: mean
      unit: meetings per host
      source: warehouse, table meetings_hosted
    direction: increase
    drives:
      - metric: meetings-per-host
        as: component
    owner:
      team: rituals
      person: priya
      since: 2025-07-01

    """

  static let adHoc = """
    kind: metric
    id: ad-hoc-meetings-per-host
    name: Ad hoc meetings per host
    role: driver
    lifecycle: active
    definition:
      counts: Hosted meetings that belong to no series, divided by the people who hosted
      excludes: Our own staff
      window: calendar week
      aggregation: mean
      unit: meetings per host
      source: warehouse, table meetings_hosted
    # More is better only up to a point; meeting-overload watches that point.
    direction: increase
    drives:
      - metric: meetings-per-host
        as: component
    owner:
      team: rituals
      person: wei
      since: 2025-07-01

    """

  static let phoneHostedShare = """
    kind: metric
    id: phone-hosted-share
    name: Meetings hosted from a phone
    role: driver
    lifecycle: draft
    description: Not agreed yet. Tomás wants to know whether hosting from a phone makes new hosts or moves old ones.
    definition:
      counts: Hosted meetings that were started from the phone app
      excludes: Meetings joined by phone but started elsewhere
      window: calendar week
      aggregation: ratio
      unit: percent
      source: product events, table meetings_hosted
    direction: increase
    drives:
      - metric: hosts-per-team
        as: influence
        sign: positive
        lag_weeks: 6
        confidence: 0.3
        because: Half of the people who never hosted say that they are away from a desk
        review_on: 2027-01-31
    owner:
      team: hosting
      person: tomas
      since: 2026-09-28

    """
}
