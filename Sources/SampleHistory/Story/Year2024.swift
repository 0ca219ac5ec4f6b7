/// 2024: a workshop, a first North Star, and the habit of writing things down.
enum Year2024 {
  static func tell(_ story: inout Story) throws {
    try begin(&story)
    try choose(&story)
    try settle(&story)
    try lookBack(&story)
    try smallThings(&story)
  }

  private static func begin(_ story: inout Story) throws {
    try story.commit(
      "2024-06-11 09:12", "helen", "Begin a place for our strategy",
      """
      Three decks say three things about what we are after, and the newest
      is on a laptop that is being repaired. From now on it stands here.
      """
    ) { $0.write("README.md", Settings.readme) }
    try story.commit("2024-06-11 14:40", "ada", "people: everybody who takes part") { files in
      for person in People.all where person.joined < "2024-06-11" { files.write(person.path, person.file) }
    }
    try story.commit("2024-06-12 10:05", "lin", "teams: as they stand today") { files in
      files.write("teams/growth.yaml", TeamTexts.growth)
      files.write("teams/first-mile.yaml", TeamTexts.firstMile)
      files.write("teams/hosting.yaml", TeamTexts.hosting)
      files.write("teams/platform.yaml", TeamTexts.platform)
      files.write("teams/care.yaml", TeamTexts.care)
      files.write("teams/revenue.yaml", TeamTexts.revenue)
    }
    try story.commit(
      "2024-06-14 16:21", "lin", "workshops: what we found in three hours",
      """
      Four candidates, no choice yet. Omar tests them against last year's
      cohorts before we decide anything.
      """
    ) { $0.write("workshops/finding-our-star.yaml", Decisions2024.workshop) }
  }

  private static func choose(_ story: inout Story) throws {
    try story.commit(
      "2024-06-21 11:30", "omar", "workshops: the candidates against last year's cohorts",
      """
      Active users and hosted meetings both lead renewals. Hosted meetings
      lead by more, but we only count them since April and I would not bet
      the company on nine weeks.
      """
    ) { files in
      try files.replace(
        "workshops/finding-our-star.yaml", "    note: Closest to what we are for. Counted since April only.",
        with:
          "    note: Closest to what we are for. Leads renewals by more than active users, but on nine weeks of data.")
    }
    try story.decide(
      "2024-06-24 15:02", "ada", "Choose weekly active users as our North Star",
      """
      Four of five in the room were for it. It is measured already, every
      team can name something that it does for it, and in last year's
      cohorts it moved before renewals did.

      Lin would have chosen hosted meetings. We come back to that when
      there is a year of data.
      """,
      trailers: """
        Northstar-Review: 2024-first-north-star
        Northstar-Decision: keep
        Northstar-Subject: metric/weekly-active-users
        Northstar-Decided-By: ada
        Northstar-Decided-By: helen
        Northstar-Dissent: lin: hosting is the moment of value, being active is not
        Northstar-Judged: {judged}
        Northstar-Next-Review: 2025-06-24
        """,
      record: "reviews/2024-first-north-star.yaml", Decisions2024.review
    ) { files in
      files.write("northstar.yaml", Settings.first)
      files.write("metrics/weekly-active-users.yaml", FirstMetrics.weeklyActiveUsers)
      files.write("metrics/activation-rate.yaml", FirstMetrics.activationRate)
      files.write("metrics/connected-teams.yaml", FirstMetrics.connectedTeams)
      files.write("metrics/people-per-team.yaml", FirstMetrics.peoplePerTeam)
      files.write("metrics/days-active-per-user.yaml", FirstMetrics.daysActive)
      try files.append("workshops/finding-our-star.yaml", Decisions2024.choice)
    }
    try story.commit("2024-06-24 08:40", "dylan", "metrics: the two results that the board asks for") { files in
      files.write("metrics/net-revenue-retention.yaml", FirstMetrics.netRevenueRetention)
      files.write("metrics/paid-conversion.yaml", FirstMetrics.paidConversion)
    }
    try story.commit(
      "2024-06-24 17:05", "noor", "metrics: support load as a guardrail",
      "If we grow by confusing people, I would like a number that says so."
    ) { $0.write("metrics/support-load.yaml", GuardrailTexts.supportLoad) }
    try story.commit("2024-06-24 17:40", "jonas", "metrics: call failure rate as a guardrail") {
      $0.write("metrics/call-failure-rate.yaml", GuardrailTexts.callFailureRate)
    }
    try story.commit("2024-06-24 18:12", "viktor", "metrics: invitation complaints as a guardrail") {
      $0.write("metrics/invite-complaints.yaml", GuardrailTexts.inviteComplaints)
    }
  }

  private static func settle(_ story: inout Story) throws {
    try story.commit(
      "2024-07-03 10:48", "omar", "connected-teams: two people, not two accounts",
      """
      One in thirty teams is one person with two addresses. I count them
      once now, and say so in the definition.
      """
    ) {
      try $0.replace(
        "metrics/connected-teams.yaml",
        "counts: Teams with a connected calendar and two people or more signed in during the last four weeks",
        with: """
          counts: >-
              Teams with a connected calendar and two people or more, not two addresses of one, signed in
              during the last four weeks
          """)
    }
    try story.commit("2024-09-02 09:30", "helen", "people: welcome Carla") {
      let carla = try People.named("carla")
      $0.write(carla.path, carla.file)
      try $0.replace("teams/revenue.yaml", "members: [dylan]", with: "members: [dylan, carla]")
    }
    try story.commit(
      "2024-09-30 11:15", "viktor", "teams: Invitations stands on its own feet",
      "Half of growth's work this year was invitations. Bea leads it from today."
    ) {
      $0.write("teams/invites.yaml", TeamTexts.invites)
      try $0.replace("teams/growth.yaml", "members: [viktor, marta, bea, omar]", with: "members: [viktor, marta, omar]")
    }
    try story.commit("2024-10-07 10:20", "grace", "metrics: onboarding completion drives activation") {
      $0.write("metrics/onboarding-completion.yaml", DriverTexts.onboardingCompletion)
    }
    try story.commit("2024-10-07 14:55", "bea", "metrics: invitation acceptance, and complaints move to us") {
      $0.write("metrics/invite-acceptance.yaml", DriverTexts.inviteAcceptance)
      try $0.replace(
        "metrics/invite-complaints.yaml", "  team: growth\n  person: viktor\n  since: 2024-06-24",
        with: "  team: invites\n  person: bea\n  since: 2024-10-07")
    }
  }

  private static func lookBack(_ story: inout Story) throws {
    try story.commit(
      "2024-11-20 16:33", "noor", "support-load: lower the limit to 8",
      "We have been below 7.6 since August. A limit nobody can touch limits nothing."
    ) { try $0.replace("metrics/support-load.yaml", "at_most: 8.5", with: "at_most: 8") }
    try story.commit(
      "2024-12-12 17:20", "lin", "days-active-per-user: a doubt, written down",
      """
      Half a year of data shows no lead over active users. I would not
      remove it in the busy weeks, but nobody should plan on it.
      """
    ) { try $0.replace("metrics/days-active-per-user.yaml", "confidence: 0.4", with: "confidence: 0.2") }
  }

  /// Minor changes, of which every repository is full.
  private static func smallThings(_ story: inout Story) throws {
    try story.commit(
      "2024-07-18 14:36", "grace", "workshops: every team has heard the reasons",
      "Seven rounds of half an hour. The question was always what happens to the old dashboards."
    ) {
      try $0.replace(
        "workshops/finding-our-star.yaml", "task: Explain the choice to every team, and listen",
        with: "task: Explain the choice to every team, and listen\n    done: true")
      try $0.replace(
        "workshops/finding-our-star.yaml", "task: Give every input an owner",
        with: "task: Give every input an owner\n    done: true")
    }
    try story.commit(
      "2024-08-14 10:51", "hugo", "call-failure-rate: ten seconds in one piece",
      "Three gaps of four seconds are annoying and something else."
    ) {
      try $0.replace(
        "metrics/call-failure-rate.yaml", "for more than ten seconds", with: "for more than ten seconds in one piece")
    }
    try story.commit("2024-10-22 16:12", "omar", "README: where the readings come from") {
      try $0.replace("README.md", "- `workshops/` and", with: Settings.readings + "- `workshops/` and")
    }
    try story.commit(
      "2024-11-06 09:58", "helen", "Say the vision the way we say it aloud",
      "I have said it forty times this year and never the way it stood here."
    ) { try $0.replace("northstar.yaml", "worth the time of everybody in it", with: "worth everybody's time") }
    try story.commit("2024-12-17 11:47", "carla", "invite-complaints: mails that bounced twice do not count either") {
      try $0.replace(
        "metrics/invite-complaints.yaml", "addresses that bounced before",
        with: "addresses that bounced before, test mails of our own")
    }
  }
}
