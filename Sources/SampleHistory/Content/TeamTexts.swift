/// The teams, as each was first written down.
enum TeamTexts {
  static let company = """
    kind: team
    id: company
    name: The company
    mission: What all of us promise together.
    company: true
    lead: helen
    members: [helen, ada]
    started: 2026-09-21

    """

  static let growth = """
    kind: team
    id: growth
    name: Growth
    mission: More teams find Huddle, connect it to their work, and stay.
    lead: viktor
    members: [viktor, marta, bea, omar]
    started: 2022-01-17

    """

  static let firstMile = """
    kind: team
    id: first-mile
    name: First Mile
    mission: From sign-up to the first good meeting in a week.
    parent: growth
    lead: grace
    members: [grace, kenji]
    started: 2023-05-15

    """

  static let hosting = """
    kind: team
    id: hosting
    name: Hosting
    mission: Hosting a meeting is easy, and not one person's job.
    lead: ines
    members: [ines, tomas, priya, wei, sofia]
    started: 2023-11-06

    """

  static let platform = """
    kind: team
    id: platform
    name: Platform
    mission: Sound, picture and sign-in, everywhere and always.
    lead: jonas
    members: [jonas, hugo]
    started: 2021-09-01

    """

  static let care = """
    kind: team
    id: care
    name: Customer Care
    mission: Customers get further than they thought they would.
    lead: noor
    members: [noor]
    started: 2022-11-14

    """

  static let revenue = """
    kind: team
    id: revenue
    name: Revenue
    mission: Companies that would gain from Huddle get it, and keep it.
    lead: dylan
    members: [dylan]
    started: 2023-02-13

    """

  static let invites = """
    kind: team
    id: invites
    name: Invitations
    mission: Whoever is invited feels welcome, and comes.
    parent: growth
    lead: bea
    members: [bea]
    started: 2024-09-30
    split_from: growth

    """

  static let rituals = """
    kind: team
    id: rituals
    name: Rituals
    mission: Meetings that come back every week deserve to.
    lead: priya
    members: [priya, wei]
    started: 2025-01-13
    split_from: hosting

    """
}
