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

  /// A metric that was given up.
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

  /// A complete metric that drives revenue and nothing else.
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
}

/// Texts that the examples of several rules put into files of the small strategy.
enum ExampleText {
  /// Begins an objective of its own before the key result 'activation', and gives both objectives two key results.
  static func secondObjective(_ id: String) -> String {
    """
          - id: tour-time
            title: Shorten the tour to three minutes
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
  }
}
