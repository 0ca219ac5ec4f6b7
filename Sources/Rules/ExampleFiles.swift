/// Files that the examples of several rules lay over the small strategy.
enum ExampleFile {
  typealias File = (path: String, text: String)

  /// Somebody who has left.
  static let noor: File = (
    "people/noor.yaml",
    """
    kind: person
    id: noor
    name: Noor Ahmadi
    discipline: design
    joined: 2024-09-02
    left: 2026-01-16
    """
  )

  /// A team that was merged into another.
  static let firstMile: File = (
    "teams/first-mile.yaml",
    """
    kind: team
    id: first-mile
    name: First mile
    lead: ada
    started: 2024-09-02
    ended: 2025-12-31
    merged_into: onboarding
    """
  )

  /// A metric that was retired.
  static let oldSignUps: File = (
    "metrics/sign-ups.yaml",
    """
    kind: metric
    id: sign-ups
    name: Sign-ups
    role: driver
    lifecycle: retired
    definition:
      counts: Mail addresses that signed up
      excludes: Addresses of our own staff
      window: calendar week
      aggregation: sum
      unit: addresses
      source: warehouse, table sign_ups
    direction: increase
    retired: 2025-12-31
    """
  )

  /// A complete metric that drives only revenue.
  static func paidSeats(_ id: String, _ role: String) -> File {
    (
      "metrics/paid-seats.yaml",
      """
      kind: metric
      \(id)
      name: Seats in use
      \(role)
      dimension: depth
      lifecycle: active
      definition:
        counts: Seats whose holder hosted or joined a meeting
        excludes: Seats of our own staff
        window: calendar week
        aggregation: distinct
        unit: seats
        source: warehouse, table seats
      direction: increase
      drives:
        - metric: recurring-revenue
          as: influence
          sign: positive
          lag_weeks: 4
          confidence: 0.6
          because: Fees are counted by the seat
          review_on: 2026-06-30
      owner:
        team: growth
        person: omar
        since: 2026-01-05
      """
    )
  }

  static let lastQuarter = cycle("2025-q4", "starts: 2025-10-01", "ends: 2025-12-31", "state: closed")

  static func cycle(_ id: String, _ fields: String...) -> File {
    ("cycles/\(id).yaml", "kind: cycle\nid: \(id)\n" + fields.joined(separator: "\n"))
  }

  /// What a team had promised in the last quarter and what became of it.
  static func lastOKRs(
    objective: String = "id: welcome", keyResult: String = "id: completion", score: String = "score: 1",
    outcome: String = "outcome: { decision: abandon, because: It is done }"
  ) -> File {
    (
      "okrs/2025-q4/onboarding.yaml",
      """
      kind: okrs
      team: onboarding
      cycle: 2025-q4
      objectives:
        - \(objective)
          title: Nobody has to ask how a meeting begins
          ambition: committed
          input: activation-rate
          key_results:
            - \(keyResult)
              title: Raise onboarding completion from 30 % to 40 %
              metric: onboarding-completion
              type: increase
              baseline: 30
              target: 40
              owner: grace
              \(score)
            - id: tour
              title: The tour exists in three languages
              type: milestone
              owner: ada
              score: 1
          \(outcome)
      """
    )
  }

  static func waiver(
    rule: String = "rule: no-guardrail", entity: String = "entity: metric/onboarding-completion",
    granted: String = "granted: 2026-01-05", expires: String = "expires: 2026-03-31"
  ) -> File {
    (
      "waivers/tour-in-progress.yaml",
      """
      kind: waiver
      id: tour-in-progress
      \(rule)
      \(entity)
      because: The tour is being rewritten
      approved_by: ada
      \(granted)
      \(expires)
      """
    )
  }

  /// A waiver with the fault that it waives: a team without a lever and without a goal.
  static func waived(rule: String = "rule: idle-team", expires: String = "expires: 2026-03-31") -> [File] {
    let team = """
      kind: team
      id: platform
      name: Platform
      lead: ada
      members: [ada]
      """
    return [waiver(rule: rule, entity: "entity: team/platform", expires: expires), ("teams/platform.yaml", team)]
  }

  /// The workshop that found the North Star of the small strategy.
  static func workshop(
    id: String = "id: finding-our-star", participants: String = "[ada, grace, lin, omar, noor]",
    filter: String = "measurable: true", others: String = "minutes",
    choice: String = "candidate: weekly-hosted-meetings", heldOn: String = "2025-11-12", sprint: String = ""
  ) -> File {
    (
      "workshops/finding-our-star.yaml",
      """
      kind: workshop
      \(id)
      title: Finding our North Star
      held_on: \(heldOn)
      participants: \(participants)
      candidates:
        - { id: weekly-hosted-meetings, name: Meetings hosted in a week, \(filter) }
        - { id: active-people, name: People active in a week }
      \(others == "minutes" ? "  - { id: minutes-met, name: Minutes spent in meetings }" : others)
      choice:
        \(choice)
        because: It is closest to what customers come for\(sprint)
      """
    )
  }
}

/// Changes of the small strategy that the examples of several rules make.
enum ExampleChange {
  typealias Change = (path: String, old: String, new: String)

  /// The strategy while its North Star is being sought.
  static func sought(_ northStar: String) -> [Change] {
    [
      ("northstar.yaml", "north_star: weekly-hosted-meetings", "north_star: \(northStar)"),
      ("metrics/weekly-hosted-meetings.yaml", "lifecycle: active", "lifecycle: draft"),
    ]
  }

  /// Gives the team an objective of its own for the key result 'activation', and both objectives two key results.
  static func secondObjective(_ id: String) -> [Change] {
    [
      (
        "okrs/2026-q1/onboarding.yaml", "      - id: activation",
        """
              - id: tour-time
                title: The tour takes three minutes
                type: milestone
                owner: grace
          - \(id)
            title: Whoever is invited finds the meeting at once
            ambition: committed
            input: activation-rate
            key_results:
              - id: joining
                title: Joining from a mail takes one click
                type: milestone
                owner: ada
              - id: activation
        """
      ),
      (
        "checkins/2026-q1/onboarding.yaml", "entries:",
        """
        entries:
          - { on: 2026-01-09, key_result: tour-time, value: 1, by: grace }
          - { on: 2026-01-09, key_result: joining, value: 1, by: ada }
        """
      ),
    ]
  }
}
