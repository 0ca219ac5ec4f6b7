/// The records of the review that replaced the North Star, and of later proposals.
enum Decisions2025 {
  static let questions = """
    kind: review
    id: 2025-north-star
    subject: metric/weekly-active-users
    held_on: 2025-06-24
    questions:
      - question: Does it still express the value that customers get?
      - question: Does it still predict success?
      - question: Has the market changed?
      - question: What would we lose with another one?

    """

  static let review = """
    kind: review
    id: 2025-north-star
    subject: metric/weekly-active-users
    held_on: 2025-06-24
    questions:
      - question: Does it still express the value that customers get?
        answer: No. People are active when they look for something as well as when they find it.
      - question: Does it still predict success?
        answer: No. It rose while renewals fell, and while they came back. Hosted meetings led them by twelve weeks.
      - question: Has the market changed?
        answer: Calendars show everybody's activity now. What they do not show is whether a meeting was led.
      - question: What would we lose with another one?
        answer: A year of habit, and the number that our newsletter begins with.
    decision: replace
    because: >-
      Active users rose evenly through two quarters in which renewals fell and two in which they came
      back. Hosted meetings turned before each time. Its four factors multiply, and each has a team.
    decided_by: [ada, lin]
    dissent:
      - person: viktor
        because: A new star every year is no star, and marketing loses the number that it is known by
    replacement: weekly-hosted-meetings
    overlap_until: 2025-09-30
    mapping:
      - from: metric/activation-rate
        to: metric/activation-rate
        because: Stays, counted in teams that host
      - from: metric/connected-teams
        to: metric/connected-teams
      - from: metric/people-per-team
        to: metric/hosts-per-team
        because: Depth is who leads, not who is there
      - from: metric/days-active-per-user
        to: metric/meetings-per-host
        because: A habit is a meeting that comes back
    judged: {judged}
    next_review: 2026-06-24

    """

  static let proposal = """
    kind: proposal
    id: hosted-meetings-as-north-star
    title: Hosted meetings in place of active users
    why: >-
      Active users went up in the two quarters in which renewals went down. Hosted meetings led
      renewals by about twelve weeks, in every cohort with enough teams to say anything.
    by: lin
    opened: 2025-05-27
    state: open
    touches:
      - metric/weekly-active-users
      - metric/weekly-hosted-meetings
      - metric/activation-rate
      - metric/connected-teams
      - strategy/huddle

    """

  static let minutes = """
    kind: proposal
    id: minutes-in-meetings
    title: Count minutes in place of meetings
    why: Buyers ask how much time their people spend in Huddle. A number they ask for sells better than one we explain.
    by: dylan
    opened: 2025-10-14
    state: open
    touches: [metric/weekly-hosted-meetings]

    """

  static func minutesRejected() throws -> String {
    var text = minutes
    try text.replaceOnce("state: open", with: "state: rejected")
    return text + """
      closed: 2025-10-30
      because: >-
        Minutes reward long meetings. Our promise is the opposite, and the overload guardrail would be
        breached by the very metric that it guards.

      """
  }
}
