/// The drivers, as each was first written down.
enum DriverTexts {
  static let onboardingCompletion = """
    kind: metric
    id: onboarding-completion
    name: Onboarding completion
    role: driver
    lifecycle: active
    definition:
      counts: New teams that finish all four steps of the set-up within three days
      excludes: Teams made by our own staff
      window: calendar week of the sign-up
      aggregation: ratio
      unit: percent
      source: product events, table onboarding_steps
    direction: increase
    drives:
      - metric: activation-rate
        as: influence
        sign: positive
        lag_weeks: 2
        confidence: 0.6
        because: Teams that finish the set-up are active three times as often in their second week
        review_on: 2025-06-30
    owner:
      team: first-mile
      person: grace
      since: 2024-10-07

    """

  static let inviteAcceptance = """
    kind: metric
    id: invite-acceptance
    name: Invitation acceptance
    role: driver
    lifecycle: active
    definition:
      counts: Invitations that are accepted within a week of being sent
      excludes: Invitations taken back by the sender
      window: calendar week of the invitation
      aggregation: ratio
      unit: percent
      source: product events, table invitations
    direction: increase
    drives:
      - metric: connected-teams
        as: influence
        sign: positive
        lag_weeks: 2
        confidence: 0.5
        because: A team needs a second person before it counts as connected
        review_on: 2025-06-30
    owner:
      team: invites
      person: bea
      since: 2024-10-07

    """

  static let firstInviteTime = """
    kind: metric
    id: first-invite-time
    name: Time to first invitation
    role: driver
    lifecycle: active
    definition:
      counts: Hours from a team's sign-up to its first invitation, middle value of the week's new teams
      excludes: Teams that never invite anybody
      window: calendar week of the sign-up
      aggregation: median
      unit: hours
      source: product events, table invitations
    direction: decrease
    drives:
      - metric: activation-rate
        as: influence
        sign: negative
        lag_weeks: 1
        confidence: 0.5
        because: Whoever waits until tomorrow to invite a colleague mostly never does
        review_on: 2025-12-15
    owner:
      team: invites
      person: bea
      since: 2025-02-10

    """

  static let salesLedTeams = """
    kind: metric
    id: sales-led-teams
    name: Sales-led teams
    role: driver
    lifecycle: active
    definition:
      counts: Connected teams on a business contract
      excludes: Pilots without a signed order
      window: calendar week
      aggregation: last
      unit: teams
      source: billing, report contracts_active
    direction: increase
    drives:
      - metric: connected-teams
        as: segment
    owner:
      team: growth
      person: marta
      since: 2025-09-22

    """

  static let firstTimeHosts = """
    kind: metric
    id: first-time-hosts
    name: First-time hosts
    role: driver
    lifecycle: active
    definition:
      counts: People who host a meeting with two guests or more for the first time
      excludes: The first meeting of a new team, which activation counts
      window: calendar week
      aggregation: distinct
      unit: people
      source: product events, table meetings_hosted
    direction: increase
    drives:
      - metric: people-per-team
        as: influence
        sign: positive
        lag_weeks: 2
        confidence: 0.4
        because: Hosts come back more often than guests do
        review_on: 2025-08-31
    owner:
      team: hosting
      person: ines
      since: 2025-02-10

    """

  static let coHostShare = """
    kind: metric
    id: co-host-share
    name: Share of co-hosted meetings
    role: driver
    lifecycle: active
    definition:
      counts: Hosted meetings with a second host named before the start
      excludes: Meetings of two people
      window: calendar week
      aggregation: ratio
      unit: percent
      source: product events, table meetings_hosted
    direction: increase
    drives:
      - metric: people-per-team
        as: influence
        sign: positive
        lag_weeks: 4
        confidence: 0.4
        because: Today's co-host is next month's host
        review_on: 2025-11-30
    owner:
      team: hosting
      person: ines
      since: 2025-05-19

    """

  static let templateUse = """
    kind: metric
    id: template-use
    name: Meetings from a template
    role: driver
    lifecycle: active
    definition:
      counts: New series that begin with one of our templates or the team's own
      excludes: Series imported from another calendar
      window: calendar week
      aggregation: ratio
      unit: percent
      source: product events, table series_created
    direction: increase
    drives:
      - metric: days-active-per-user
        as: influence
        sign: positive
        lag_weeks: 3
        confidence: 0.4
        because: A template gives a meeting an agenda, and an agenda gives it a reason to come back
        review_on: 2025-08-31
    owner:
      team: rituals
      person: wei
      since: 2025-02-10

    """

  static let seriesSurvival = """
    kind: metric
    id: series-survival
    name: Series that survive
    role: driver
    lifecycle: active
    definition:
      counts: Weekly series that are still held in their fifth week
      excludes: Series with an end date within the first month
      window: calendar week of the fifth meeting
      aggregation: ratio
      unit: percent
      source: warehouse, table series_weeks
    direction: increase
    drives:
      - metric: days-active-per-user
        as: influence
        sign: positive
        lag_weeks: 4
        confidence: 0.5
        because: A series that lives is a habit, by definition almost
        review_on: 2025-11-30
    owner:
      team: rituals
      person: priya
      since: 2025-05-19

    """
}
