/// 2025: doubts about active users, a year of data, and another North Star.
enum Year2025 {
  static func tell(_ story: inout Story) throws {
    try winter(&story)
    try smallThings(&story)
    try spring(&story)
    try replace(&story)
    try summer(&story)
    try autumn(&story)
  }

  private static func winter(_ story: inout Story) throws {
    try story.commit(
      "2025-01-13 09:41", "ada", "teams: Rituals begins, out of Hosting",
      "Meetings that come back are different work from meetings that happen once."
    ) {
      $0.write("teams/rituals.yaml", TeamTexts.rituals)
      try $0.replace(
        "teams/hosting.yaml", "members: [ines, tomas, priya, wei, sofia]", with: "members: [ines, tomas, sofia]")
    }
    try story.commit(
      "2025-01-13 15:26", "grace", "teams: First Mile is called Onboarding now",
      """
      New people asked what a First Mile is, every single one of them. Same
      team, same work; the id changes with the name and the old one stays
      findable.
      """
    ) { files in
      try files.move("teams/first-mile.yaml", to: "teams/onboarding.yaml")
      try files.replace(
        "teams/onboarding.yaml", "id: first-mile\nname: First Mile", with: "id: onboarding\nname: Onboarding")
      try files.append("teams/onboarding.yaml", "formerly: [first-mile]\n")
      try files.replace("metrics/activation-rate.yaml", "team: first-mile", with: "team: onboarding")
      try files.replace("metrics/onboarding-completion.yaml", "team: first-mile", with: "team: onboarding")
    }
    try story.commit("2025-02-10 10:10", "bea", "metrics: time to first invitation") {
      $0.write("metrics/first-invite-time.yaml", DriverTexts.firstInviteTime)
    }
    try story.commit("2025-02-10 12:45", "wei", "metrics: meetings from a template") {
      $0.write("metrics/template-use.yaml", DriverTexts.templateUse)
    }
    try story.commit("2025-02-10 17:02", "ines", "metrics: first-time hosts") {
      $0.write("metrics/first-time-hosts.yaml", DriverTexts.firstTimeHosts)
    }
    try story.commit("2025-03-10 09:20", "noor", "people: welcome Mateo to Care") {
      let mateo = try People.named("mateo")
      $0.write(mateo.path, mateo.file)
      try $0.replace("teams/care.yaml", "members: [noor]", with: "members: [noor, mateo]")
    }
  }

  private static func smallThings(_ story: inout Story) throws {
    try story.commit(
      "2025-01-28 17:11", "sofia", "hosting: sofia, not Sofia",
      "Handles are lower case everywhere, mine was not in my head."
    ) {
      try $0.replace("people/sofia.yaml", "title: Design Lead", with: "title: Design Lead, Hosting")
    }
    try story.commit(
      "2025-02-03 09:32", "bea", "people: a shorter address for me",
      "Nobody could spell the other one. Both arrive."
    ) {
      try $0.replace(
        "people/bea.yaml", "emails: [beatriz.santos@huddle.example]",
        with: "emails: [bea@huddle.example, beatriz.santos@huddle.example]")
    }
    try story.commit(
      "2025-03-31 16:27", "lin", "days-active-per-user: give the belief until autumn",
      """
      Still no lead to be seen. Ines asks for two more quarters, because the
      templates are only out since February.
      """
    ) { try $0.replace("metrics/days-active-per-user.yaml", "review_on: 2025-03-31", with: "review_on: 2025-09-30") }
    try story.commit(
      "2025-04-15 13:05", "noor", "support-load: a chat is a ticket",
      "We moved half of our hours to chat and looked twice as good for a month."
    ) {
      try $0.replace("metrics/support-load.yaml", "counts: Tickets opened", with: "counts: Tickets and chats opened")
    }
    try story.commit("2025-05-06 10:44", "kenji", "onboarding-completion: say which four steps") {
      try $0.replace(
        "metrics/onboarding-completion.yaml", "definition:",
        with: "# The four steps: name the team, connect a calendar, invite somebody, plan a meeting.\ndefinition:")
    }
    try story.commit("2025-08-12 14:20", "wei", "template-use: the team's own templates count from the first copy") {
      try $0.replace(
        "metrics/template-use.yaml", "one of our templates or the team's own",
        with: "one of our templates or the team's own, first copies included")
    }
  }

  private static func spring(_ story: inout Story) throws {
    try story.commit("2025-05-19 10:31", "ines", "metrics: share of co-hosted meetings") {
      $0.write("metrics/co-host-share.yaml", DriverTexts.coHostShare)
    }
    try story.commit("2025-05-19 11:55", "priya", "metrics: series that survive, and meeting overload") {
      $0.write("metrics/series-survival.yaml", DriverTexts.seriesSurvival)
      $0.write("metrics/meeting-overload.yaml", GuardrailTexts.meetingOverload)
    }
    try story.commit(
      "2025-06-10 15:48", "lin", "reviews: the questions for the annual review",
      "The evidence is in the readings. Please answer before the 24th, here or by mail to me."
    ) { $0.write("reviews/2025-north-star.yaml", Decisions2025.questions) }
  }

  private static func replace(_ story: inout Story) throws {
    let branch = "proposal/hosted-meetings-as-north-star"
    try story.begin(branch, "2025-05-27 10:00", "lin")
    try story.commit(
      "2025-05-27 10:58", "lin", "Propose hosted meetings as the North Star",
      """
      A year ago we had nine weeks of data. Now we have a year, and active
      users went up in the two quarters in which renewals went down.
      """, on: branch
    ) { $0.write("proposals/hosted-meetings-as-north-star.yaml", Decisions2025.proposal) }
    try story.commit("2025-05-28 14:12", "lin", "metrics: hosted meetings and their four factors", on: branch) {
      files in
      files.write("metrics/weekly-hosted-meetings.yaml", HostedMeetingsTexts.weeklyHostedMeetings)
      files.write("metrics/hosts-per-team.yaml", HostedMeetingsTexts.hostsPerTeam)
      files.write("metrics/meetings-per-host.yaml", HostedMeetingsTexts.meetingsPerHost)
      files.write("metrics/recurring-meetings-per-host.yaml", HostedMeetingsTexts.recurring)
      files.write("metrics/ad-hoc-meetings-per-host.yaml", HostedMeetingsTexts.adHoc)
    }
    try story.commit(
      "2025-06-03 17:29", "omar", "metrics: activation and breadth as factors",
      "With activation counted in hosting teams the four multiply exactly.", on: branch, factors)
    try story.commit("2025-06-05 11:41", "priya", "metrics: what drives the new inputs", on: branch, drivers)
    try story.commit(
      "2025-06-12 16:04", "jonas", "metrics: guardrails for the new inputs", on: branch, guardrails)
    try story.decide(
      "2025-07-01 10:17", "ada", "Replace weekly-active-users by weekly-hosted-meetings",
      """
      Active users rose evenly through two quarters in which renewals fell
      and two in which they came back. Hosted meetings turned about twelve
      weeks before each time. Both are measured until the end of September;
      plans made on active users are kept until then.

      Viktor holds that one star a year is too often, and that marketing
      loses the number that it is known by.
      """,
      trailers: """
        Northstar-Review: 2025-north-star
        Northstar-Proposal: hosted-meetings-as-north-star
        Northstar-Decision: replace
        Northstar-Subject: metric/weekly-active-users
        Northstar-Decided-By: ada
        Northstar-Decided-By: lin
        Northstar-Dissent: viktor: a new star every year is no star
        Northstar-Judged: {judged}
        Northstar-Next-Review: 2026-06-24
        """,
      record: "reviews/2025-north-star.yaml", Decisions2025.review, merging: .taking(branch), also: land)
  }

  private static func factors(_ files: inout Files) throws {
    try files.change("metrics/activation-rate.yaml") { text in
      try text.replaceOnce(
        "counts: Connected teams in which three people or more were active in the week",
        with: "counts: Connected teams that hosted a meeting in the week")
      try text.replaceOnce("table team_activity", with: "table meetings_hosted")
      try text.replaceOnce(
        """
          - metric: weekly-active-users
            as: influence
            sign: positive
            lag_weeks: 2
            confidence: 0.6
            because: A team that gets going in its first week brings the rest of its people along
            review_on: 2025-06-30
        """,
        with: "  - metric: weekly-hosted-meetings\n    as: component")
    }
    try files.replace(
      "metrics/connected-teams.yaml", "metric: weekly-active-users", with: "metric: weekly-hosted-meetings")
  }

  private static func drivers(_ files: inout Files) throws {
    try files.change("metrics/template-use.yaml") {
      try $0.replaceOnce("metric: days-active-per-user", with: "metric: recurring-meetings-per-host")
      try $0.replaceOnce("review_on: 2025-08-31", with: "review_on: 2026-01-31")
    }
    try files.replace(
      "metrics/series-survival.yaml", "metric: days-active-per-user", with: "metric: recurring-meetings-per-host")
    try files.change("metrics/first-time-hosts.yaml") {
      try $0.replaceOnce("metric: people-per-team", with: "metric: hosts-per-team")
      try $0.replaceOnce(
        "because: Hosts come back more often than guests do",
        with: "because: Whoever hosted once hosts again within the month, in two cases of three")
      try $0.replaceOnce("lag_weeks: 2\n    confidence: 0.4", with: "lag_weeks: 1\n    confidence: 0.6")
      try $0.replaceOnce("review_on: 2025-08-31", with: "review_on: 2026-01-31")
    }
    try files.replace("metrics/co-host-share.yaml", "metric: people-per-team", with: "metric: hosts-per-team")
  }

  private static func guardrails(_ files: inout Files) throws {
    try files.change("metrics/call-failure-rate.yaml") {
      try $0.replaceOnce(
        "guards: [weekly-active-users, days-active-per-user]",
        with: "guards: [weekly-hosted-meetings, meetings-per-host]")
    }
    try files.replace(
      "metrics/invite-complaints.yaml", "guards: [connected-teams, people-per-team]",
      with: "guards: [connected-teams, activation-rate]")
    try files.replace(
      "metrics/meeting-overload.yaml", "guards: [weekly-active-users]",
      with: "guards: [hosts-per-team, meetings-per-host]")
  }

  /// The changes of the decision itself, besides those of the branch.
  private static func land(_ files: inout Files) throws {
    try files.replace("northstar.yaml", "north_star: weekly-active-users", with: "north_star: weekly-hosted-meetings")
    try files.replace("metrics/weekly-active-users.yaml", "formula: connected-teams * people-per-team\n", with: "")
    try files.replace("README.md", "- `workshops/` and", with: Settings.proposals + "- `workshops/` and")
    for metric in ["weekly-active-users", "people-per-team", "days-active-per-user"] {
      try files.replace("metrics/\(metric).yaml", "lifecycle: active", with: "lifecycle: deprecated")
    }
    try files.change("proposals/hosted-meetings-as-north-star.yaml") {
      try $0.replaceOnce("state: open", with: "state: landed")
      $0 += "closed: 2025-07-01\napproved_by: [ada, lin]\nbecause: A year of readings, and the review of June\n"
    }
  }
}

extension Year2025 {
  private static func summer(_ story: inout Story) throws {
    try story.commit(
      "2025-07-14 11:02", "lin", "Look again at what we believed in 2024",
      """
      Completion leads activation, more strongly than we thought. Invitation
      acceptance leads breadth as written. The new edges have their first
      look in winter.
      """
    ) { files in
      try files.change("metrics/onboarding-completion.yaml") {
        try $0.replaceOnce("confidence: 0.6", with: "confidence: 0.7")
        try $0.replaceOnce("review_on: 2025-06-30", with: "review_on: 2026-01-15")
      }
      try files.replace("metrics/invite-acceptance.yaml", "review_on: 2025-06-30", with: "review_on: 2026-01-15")
    }
    try story.commit(
      "2025-08-29 12:30", "helen", "people: Viktor leaves",
      "Thank you, Viktor. Marta leads Growth from Monday."
    ) {
      try $0.append("people/viktor.yaml", "left: 2025-08-29\n")
    }
    try story.commit("2025-09-01 09:05", "marta", "growth: breadth is mine from today") { files in
      try files.replace(
        "metrics/connected-teams.yaml", "person: viktor\n  since: 2024-06-24",
        with: "person: marta\n  since: 2025-09-01")
      try files.change("teams/growth.yaml") {
        try $0.replaceOnce("lead: viktor", with: "lead: marta")
        try $0.replaceOnce("members: [viktor, marta, omar]", with: "members: [marta, carla, omar]")
      }
      try files.replace(
        "metrics/people-per-team.yaml", "person: viktor\n  since: 2024-06-24",
        with: "person: marta\n  since: 2025-09-01")
    }
    try story.commit("2025-09-22 10:36", "marta", "metrics: sales-led teams as a slice of connected teams") {
      $0.write("metrics/sales-led-teams.yaml", DriverTexts.salesLedTeams)
    }
    try story.commit("2025-09-22 17:15", "ada", "Check in every fortnight, and say how to plan a quarter") { files in
      try files.append("northstar.yaml", "checkins:\n  every_days: 14\n  grace_days: 3\n")
      try files.replace("README.md", "- `workshops/` and", with: Settings.planning + "- `workshops/` and")
    }
    try story.commit(
      "2025-09-30 16:44", "lin", "metrics: retire weekly active users and its inputs",
      """
      The overlap ends today. The readings stay where they are, nobody has
      to remember what the old number was.
      """, retire)
  }

  private static func retire(_ files: inout Files) throws {
    for metric in ["weekly-active-users", "people-per-team", "days-active-per-user"] {
      try files.change("metrics/\(metric).yaml") { text in
        try text.replaceOnce("lifecycle: deprecated", with: "lifecycle: retired")
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        if let start = lines.firstIndex(of: "drives:") {
          let end = lines[(start + 1)...].firstIndex { !$0.hasPrefix(" ") } ?? lines.endIndex
          lines.removeSubrange(start..<end)
        }
        text = lines.joined(separator: "\n") + "retired: 2025-09-30\n"
      }
    }
  }

  private static func autumn(_ story: inout Story) throws {
    try story.commit(
      "2025-10-08 16:05", "ada", "Two objectives a team, not three",
      "Nobody finished the third one in the years of the slides, and everybody planned it."
    ) { try $0.append("northstar.yaml", Settings.twoObjectives) }
    let branch = "proposal/minutes-in-meetings"
    try story.begin(branch, "2025-10-14 14:00", "dylan")
    try story.commit("2025-10-14 14:22", "dylan", "Propose minutes in place of meetings", on: branch) {
      $0.write("proposals/minutes-in-meetings.yaml", Decisions2025.minutes)
    }
    try story.commit("2025-10-15 09:50", "dylan", "weekly-hosted-meetings: count minutes", on: branch) {
      try $0.replace(
        "metrics/weekly-hosted-meetings.yaml",
        "counts: Meetings that a host started and at least one other person attended",
        with: "counts: Minutes of meetings that a host started and at least one other person attended")
    }
    try story.commit(
      "2025-10-30 15:33", "ada", "Reject minutes-in-meetings",
      """
      Minutes reward long meetings. Our promise is the opposite, and the
      overload guardrail would be breached by the metric it guards.
      """,
      trailers: """
        Northstar-Proposal: minutes-in-meetings
        Northstar-Decision: reject
        Northstar-Subject: metric/weekly-hosted-meetings
        Northstar-Decided-By: ada
        Northstar-Decided-By: lin
        """, merging: .turningDown(branch)
    ) {
      $0.write("proposals/minutes-in-meetings.yaml", try Decisions2025.minutesRejected())
    }
  }
}
