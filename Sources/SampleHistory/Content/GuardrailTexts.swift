/// The guardrails, as each was first written down.
enum GuardrailTexts {
  static let supportLoad = """
    kind: metric
    id: support-load
    name: Support load
    role: guardrail
    lifecycle: active
    definition:
      counts: Tickets opened by customers for every thousand meetings
      excludes: Tickets about invoices
      window: calendar week
      aggregation: ratio
      unit: tickets per 1000 meetings
      source: helpdesk export
    direction: decrease
    guards: [activation-rate, connected-teams]
    threshold:
      at_most: 8.5
    owner:
      team: care
      person: noor
      since: 2024-06-24

    """

  static let callFailureRate = """
    kind: metric
    id: call-failure-rate
    name: Call failure rate
    role: guardrail
    lifecycle: active
    definition:
      counts: Meetings in which somebody lost sound or picture for more than ten seconds
      excludes: Meetings of a single person
      window: calendar week
      aggregation: ratio
      unit: percent
      source: call telemetry
    direction: decrease
    guards: [weekly-active-users, days-active-per-user]
    threshold:
      at_most: 1.5
    owner:
      team: platform
      person: jonas
      since: 2024-06-24

    """

  static let inviteComplaints = """
    kind: metric
    id: invite-complaints
    name: Invitation complaints
    role: guardrail
    lifecycle: active
    definition:
      counts: Invitation mails marked as junk for every thousand delivered
      excludes: Mails to addresses that bounced before
      window: calendar week
      aggregation: ratio
      unit: complaints per 1000 mails
      source: mail provider's report
    direction: decrease
    guards: [connected-teams, people-per-team]
    threshold:
      at_most: 1
    owner:
      team: growth
      person: viktor
      since: 2024-06-24

    """

  static let meetingOverload = """
    kind: metric
    id: meeting-overload
    name: Meeting overload
    role: guardrail
    lifecycle: active
    description: The harm we could do ourselves. A product that fills calendars is not what we set out to build.
    definition:
      counts: Hosts who sat in more than twenty hours of meetings in the week, as a share of all hosts
      excludes: Hosts with fewer than four weeks behind them
      window: calendar week
      aggregation: ratio
      unit: percent
      source: warehouse, table host_hours
    direction: decrease
    guards: [weekly-active-users]
    threshold:
      at_most: 5
    owner:
      team: rituals
      person: priya
      since: 2025-05-19

    """
}
