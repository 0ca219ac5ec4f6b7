/// What the teams of the small strategy have promised, and how far they have come.
extension SmallStrategy {
  static let onboardingOKRs = """
    kind: okrs
    team: onboarding
    cycle: 2026-q1
    objectives:
      - id: first-meeting-obvious
        title: New teams host their first meeting without help
        ambition: committed
        input: activation-rate
        key_results:
          - id: completion
            title: Raise onboarding completion from 41 % to 55 %
            metric: onboarding-completion
            type: increase
            baseline: 41
            target: 55
            owner: grace
          - id: activation
            title: Raise the activation rate from 34 % to 40 %
            metric: activation-rate
            type: increase
            baseline: 34
            target: 40
            owner: ada
    """

  static let onboardingCheckIns = """
    kind: checkins
    team: onboarding
    cycle: 2026-q1
    entries:
      - { on: 2026-01-12, key_result: completion, value: 41, confidence: 0.5, by: grace }
      - { on: 2026-01-12, key_result: activation, value: 34, confidence: 0.5, by: ada }
      - { on: 2026-01-19, key_result: completion, value: 43.5, confidence: 0.6, by: grace }
      - { on: 2026-01-19, key_result: activation, value: 34.5, confidence: 0.5, by: ada }
      - { on: 2026-01-26, key_result: completion, value: 45, confidence: 0.7, by: grace }
      - { on: 2026-01-26, key_result: activation, value: 35, confidence: 0.6, by: ada }
    """

  static let growthOKRs = """
    kind: okrs
    team: growth
    cycle: 2026-q1
    objectives:
      - id: invited-by-colleagues
        title: Colleagues bring each other to Huddle
        ambition: aspirational
        input: new-workspaces
        key_results:
          - id: workspaces
            title: Raise new workspaces from 900 to 1200 a week
            metric: new-workspaces
            type: increase
            baseline: 900
            target: 1200
            owner: lin
          - id: invitations
            title: An invitation can be sent from every calendar
            type: milestone
            owner: omar
    """

  static let growthCheckIns = """
    kind: checkins
    team: growth
    cycle: 2026-q1
    entries:
      - { on: 2026-01-19, key_result: workspaces, value: 930, confidence: 0.6, by: lin }
      - { on: 2026-01-19, key_result: invitations, value: 0, confidence: 0.7, by: omar }
      - { on: 2026-01-26, key_result: workspaces, value: 955, confidence: 0.6, by: lin }
      - { on: 2026-01-26, key_result: invitations, value: 1, by: omar }
    """
}
