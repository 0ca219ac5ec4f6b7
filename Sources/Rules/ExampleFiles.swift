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
