/// April to November 2026: a hand-over that hurt, a North Star that stays, and what is open at the end.
enum Year2026 {
  static func tell(_ story: inout Story) throws {
    try spring(&story)
    try review(&story)
    try autumn(&story)
    try companyGoals(&story)
    try inputReviews(&story)
  }

  private static func spring(_ story: inout Story) throws {
    try story.commit(
      "2026-05-18 09:15", "ines", "hosting: Tomás takes over hosts per team",
      """
      My last day is the 29th. Tomás leads from today, so that there are two
      weeks in which he can still ask me.
      """
    ) { files in
      try files.replace(
        "metrics/hosts-per-team.yaml", "person: ines\n  since: 2025-07-01", with: "person: tomas\n  since: 2026-05-18")
      try files.replace(
        "teams/hosting.yaml", "lead: ines\nmembers: [ines, tomas, sofia]",
        with: "lead: tomas\nmembers: [tomas, sofia, ines]")
      try files.replace(
        "metrics/first-time-hosts.yaml", "person: ines\n  since: 2025-02-10", with: "person: sofia\n  since: 2026-05-18"
      )
      try files.replace(
        "metrics/co-host-share.yaml", "person: ines\n  since: 2025-05-19", with: "person: tomas\n  since: 2026-05-18")
      try files.change("okrs/2026-q2/hosting.yaml") {
        try Amending.amend(
          &$0,
          .init(
            keyResult: "hosts", field: "owner", from: "ines", to: "tomas", by: "ines", on: "2026-05-18",
            because: "Inés leaves at the end of May"))
      }
    }
    try story.commit("2026-05-29 15:59", "ada", "people: Inés leaves") {
      try $0.append("people/ines.yaml", "left: 2026-05-29\n")
      try $0.replace("teams/hosting.yaml", "members: [tomas, sofia, ines]", with: "members: [tomas, sofia]")
    }
    try story.commit(
      "2026-05-11 10:26", "noor", "checkins: Care corrects a figure of 8 May",
      "5.3, not 3.5. I typed it on a phone."
    ) {
      try $0.append(
        "checkins/2026-q2/care.yaml",
        """
          - on: 2026-05-11
            key_result: load
            value: 5.3
            confidence: 0.5
            note: Typed the wrong way round on Friday.
            by: noor
            corrects: 2026-05-08

        """)
    }
    try story.commit(
      "2026-06-02 14:32", "tomas", "hosting: lower co-hosts to 20.5 %",
      """
      I set the 22 in March with the prompt in two places. It is back in one,
      and the other needs a new calendar view that nobody is building.
      """
    ) {
      try $0.change("okrs/2026-q2/hosting.yaml") {
        try Amending.amend(
          &$0,
          .init(
            keyResult: "co-hosts", field: "target", from: "22", to: "20.5", by: "tomas", on: "2026-06-02",
            because: "The prompt is back in one of two places, and the other is not planned any more"))
        try Amending.amend(
          &$0,
          .init(
            keyResult: "co-hosts", field: "title", from: "Raise the share of co-hosted meetings from 18.5 % to 22 %",
            to: "Raise the share of co-hosted meetings from 18.5 % to 20.5 %", by: "tomas", on: "2026-06-02",
            because: "Follows the target"))
      }
    }
  }

  private static func review(_ story: inout Story) throws {
    try story.commit("2026-06-09 11:44", "lin", "reviews: the questions for this year's review") {
      $0.write("reviews/2026-north-star.yaml", Decisions2026.northStarQuestions)
    }
    try story.decide(
      "2026-06-23 17:06", "ada", "Keep weekly-hosted-meetings as the North Star",
      """
      It led net revenue retention by about twelve weeks through the whole
      year, the bad winter included. Every team can say which factor it
      works on. Depth is the weakest of the four and the reason for Lin's
      dissent.
      """,
      trailers: """
        Northstar-Review: 2026-north-star
        Northstar-Decision: keep
        Northstar-Subject: metric/weekly-hosted-meetings
        Northstar-Decided-By: ada
        Northstar-Decided-By: helen
        Northstar-Dissent: lin: depth has stopped leading retention
        Northstar-Judged: {judged}
        Northstar-Next-Review: 2027-06-22
        """,
      record: "reviews/2026-north-star.yaml", Decisions2026.northStarReview
    ) {
      try $0.change("metrics/weekly-hosted-meetings.yaml") { text in
        try text.replaceOnce("confidence: 0.7\n", with: "confidence: 0.8\n")
        text = text.replacing("review_on: 2026-06-30", with: "review_on: 2027-06-30")
        try text.replaceOnce("target: 26000", with: "target: 36000")
      }
    }
    try story.commit(
      "2026-07-02 10:19", "noor", "support-load: lower the limit to 6.5, once more",
      "Same reason as two years ago. We are at 5.3."
    ) { try $0.replace("metrics/support-load.yaml", "at_most: 8", with: "at_most: 6.5") }
    try story.commit("2026-07-02 11:40", "jonas", "call-failure-rate: the limit follows what we promise") {
      try $0.replace("metrics/call-failure-rate.yaml", "at_most: 1.5", with: "at_most: 1.2")
    }
  }

  private static func smallThings(_ story: inout Story) throws {
    try story.commit("2026-04-08 12:33", "dylan", "net-revenue-retention: say which rate we convert with") {
      try $0.replace(
        "metrics/net-revenue-retention.yaml", "excludes: One-off services",
        with: "excludes: One-off services, and changes of exchange rates since then")
    }
    try story.commit(
      "2026-07-13 16:02", "lin", "waivers: the holidays for another half a year",
      "Nothing has changed, and the next turn of the year comes before the next review of the input."
    ) {
      try $0.change("waivers/holidays-are-known.yaml") {
        try $0.replaceOnce("granted: 2026-01-14\nexpires: 2026-07-13", with: "granted: 2026-07-13\nexpires: 2027-01-08")
      }
    }
    try story.commit("2026-08-04 10:09", "ada", "people: titles after the spring") {
      try $0.replace("people/tomas.yaml", "title: Engineering Lead, Hosting", with: "title: Head of Hosting")
      try $0.replace("people/bea.yaml", "title: Product Manager, Invitations", with: "title: Product Manager, Growth")
    }
    try story.commit(
      "2026-09-03 15:57", "carla", "growth: note that I split my week",
      "Three days Growth, two days Revenue. Please ask before you plan the other two."
    ) {
      try $0.replace(
        "teams/revenue.yaml", "members: [dylan, carla]",
        with: "# Carla is here on Thursdays and Fridays.\nmembers: [dylan, carla]")
    }
  }

  private static func contracts(_ story: inout Story) throws {
    try story.commit(
      "2026-10-01 10:03", "marta", "sales-led-teams: Revenue answers for its contracts",
      """
      What both of us asked for in the retrospective. A slice with another
      owner than the whole is against our own rule, so it is a trial with
      an end, and Ada signed it.
      """
    ) {
      try $0.replace(
        "metrics/sales-led-teams.yaml", "team: growth\n  person: marta\n  since: 2025-09-22",
        with: "team: revenue\n  person: dylan\n  since: 2026-10-01")
      $0.write("waivers/contracts-with-revenue.yaml", Decisions2026.contractsTrial)
    }
  }

  private static func autumn(_ story: inout Story) throws {
    try contracts(&story)
    try smallThings(&story)
    try story.commit(
      "2026-09-28 15:21", "tomas", "metrics: a draft for meetings hosted from a phone",
      "Not to be used yet. Omar and I do not agree on what a phone is."
    ) { $0.write("metrics/phone-hosted-share.yaml", HostedMeetingsTexts.phoneHostedShare) }
    try story.commit(
      "2026-11-09 13:27", "priya", "rituals: lower templates to 46 %",
      "Care asked for the written status round first, and they are right."
    ) {
      try $0.change("okrs/2026-q4/rituals.yaml") {
        try Amending.amend(
          &$0,
          .init(
            keyResult: "templates", field: "target", from: "47", to: "46", by: "priya", on: "2026-11-09",
            because: "Two weeks went to the written status round that Care needs"))
        try Amending.amend(
          &$0,
          .init(
            keyResult: "templates", field: "title",
            from: "Raise the share of series begun from a template from 43.5 % to 47 %",
            to: "Raise the share of series begun from a template from 43.5 % to 46 %", by: "priya", on: "2026-11-09",
            because: "Follows the target"))
      }
    }
    let branch = "proposal/three-people-make-a-meeting"
    try story.begin(branch, "2026-11-13 10:00", "omar")
    try story.commit(
      "2026-11-13 10:41", "omar", "Propose to count meetings of three people and more",
      """
      Conversations of two are a third of all hosted meetings. They do not
      lead renewals, and they make one very busy pair look like a team.
      """, on: branch
    ) { $0.write("proposals/three-people-make-a-meeting.yaml", Decisions2026.threePeople) }
    try story.commit("2026-11-16 11:18", "omar", "weekly-hosted-meetings: at least two other people", on: branch) {
      try $0.replace(
        "metrics/weekly-hosted-meetings.yaml", "and at least one other person attended",
        with: "and at least two other people attended")
    }
  }

  /// The company has goals of its own, and the teams say what theirs are part of.
  private static func companyGoals(_ story: inout Story) throws {
    try story.commit(
      "2026-09-21 17:10", "helen", "teams: the company's own goals have a home",
      "What all of us promise stood in a slide. From now on it is written where the teams' goals are."
    ) { $0.write("teams/company.yaml", TeamTexts.company) }
    try story.commit(
      "2026-09-29 16:20", "priya", "okrs: Rituals shares Care's goal for full weeks",
      "We can lower the overload only together: Care tells hosts, and we change what comes back every week."
    ) {
      try $0.replace(
        "okrs/2026-q4/care.yaml", "    guards: meeting-overload\n",
        with: "    guards: meeting-overload\n    shared_with: [rituals]\n")
    }
    try story.commit(
      "2026-09-30 11:05", "ada", "okrs: what the teams' goals are part of",
      "Read together with Helen. Two goals of this quarter carry the company's, the others stand for themselves."
    ) { files in
      for (team, input) in [("growth", "connected-teams"), ("hosting", "hosts-per-team")] {
        try files.change("okrs/2026-q4/\(team).yaml") { text in
          guard let place = text.firstRange(of: "    input: \(input)\n") else { throw StoryFault("no goal of \(team)") }
          text.replaceSubrange(
            place, with: "    input: \(input)\n    parent: 2026-q4/company/meet-well-and-move-on\n")
        }
      }
    }
  }

  private static func inputReviews(_ story: inout Story) throws {
    try story.decide(
      "2026-09-15 14:05", "priya", "Keep meetings-per-host, and watch it with Care",
      """
      It grew by recurring meetings only, which is the half that we want. Ad
      hoc meetings stand still on purpose.
      """,
      trailers: """
        Northstar-Review: 2026-meetings-per-host
        Northstar-Decision: keep
        Northstar-Subject: metric/meetings-per-host
        Northstar-Decided-By: priya
        Northstar-Decided-By: lin
        Northstar-Judged: {judged}
        Northstar-Next-Review: 2027-09-14
        """,
      record: "reviews/2026-meetings-per-host.yaml", Decisions2026.meetingsPerHostReview)

    try story.decide(
      "2026-10-27 16:12", "tomas", "Defer the decision on hosts-per-team to January",
      """
      Depth grew by a fifth of a host in a year and retention shows little
      of it. Whether that is the metric or our patience, the phone data
      will tell.
      """,
      trailers: """
        Northstar-Review: 2026-hosts-per-team
        Northstar-Decision: defer
        Northstar-Subject: metric/hosts-per-team
        Northstar-Decided-By: tomas
        Northstar-Decided-By: ada
        Northstar-Dissent: lin: another quarter of work on a factor that stopped mattering
        Northstar-Judged: {judged}
        Northstar-Next-Review: 2027-01-26
        """,
      record: "reviews/2026-hosts-per-team.yaml", Decisions2026.hostsPerTeamReview)
    try story.commit(
      "2026-10-30 09:46", "lin", "Review every input once a year, too",
      "All four have had theirs now. It took one afternoon each and changed two definitions."
    ) {
      try $0.replace(
        "northstar.yaml", "  north_star_months: 12\n", with: "  north_star_months: 12\n  input_months: 12\n")
    }
  }
}
