/// The work that claims to move something, from its start to its outcome.
enum Initiatives {
  static func tell(_ story: inout Story) throws {
    try finished(&story)
    try underWay(&story)
  }

  private static func finished(_ story: inout Story) throws {
    try story.commit("2025-11-17 10:12", "kenji", "initiatives: a guided first meeting") {
      $0.write("initiatives/guided-first-meeting.yaml", guidedFirstMeeting)
    }
    try story.commit(
      "2026-03-12 17:22", "grace", "initiatives: the guided first meeting is out",
      "Less than the two points that we claimed, and more than nothing."
    ) {
      try $0.change("initiatives/guided-first-meeting.yaml") {
        try $0.replaceOnce("state: running", with: "state: shipped")
        try $0.replaceOnce(
          "links:",
          with:
            "ended: 2026-03-06\noutcome: One and a half points of activation within three weeks, measured against a tenth that did not get it\nlinks:"
        )
      }
    }
    try story.commit("2025-12-02 15:30", "carla", "initiatives: calendar add-on for partners") {
      $0.write("initiatives/calendar-add-on.yaml", calendarAddOn)
    }
    try story.commit("2026-04-22 11:48", "marta", "initiatives: stop the calendar add-on") {
      try $0.change("initiatives/calendar-add-on.yaml") {
        try $0.replaceOnce("state: running", with: "state: stopped")
        try $0.replaceOnce(
          "links:",
          with:
            "ended: 2026-04-22\noutcome: Four partners in five months. They want the directory, which costs us a tenth of it.\nlinks:"
        )
      }
    }
    try story.commit("2026-07-06 10:37", "hugo", "initiatives: pass the host role on") {
      $0.write("initiatives/pass-the-baton.yaml", passTheBaton)
    }
    try story.commit("2026-08-20 16:40", "hugo", "initiatives: passing the host role on is live") {
      try $0.change("initiatives/pass-the-baton.yaml") {
        try $0.replaceOnce("state: running", with: "state: shipped")
        $0 +=
          "ended: 2026-08-18\noutcome: Co-hosted meetings rose by four points in the quarter, half of it from this\n"
      }
    }
  }

  private static func underWay(_ story: inout Story) throws {
    try story.commit("2026-01-29 12:19", "marta", "initiatives: partner directory") {
      $0.write("initiatives/partner-directory.yaml", partnerDirectory)
    }
    try story.commit("2026-10-05 11:27", "mateo", "initiatives: status rounds in writing") {
      $0.write("initiatives/written-status-rounds.yaml", writtenRounds)
    }
    try story.commit("2026-10-19 14:51", "tomas", "initiatives: hosting from a phone, proposed") {
      $0.write("initiatives/host-from-a-phone.yaml", hostFromPhone)
    }
  }

  private static let guidedFirstMeeting = """
    kind: initiative
    id: guided-first-meeting
    name: Guided first meeting
    team: onboarding
    input: activation-rate
    expected:
      change: 2
      lag_weeks: 3
      confidence: 0.6
    state: running
    started: 2025-11-17
    links: [https://tracker.huddle.example/ONB-481]

    """

  private static let calendarAddOn = """
    kind: initiative
    id: calendar-add-on
    name: Calendar add-on for partners
    team: growth
    input: connected-teams
    expected:
      change: 600
      lag_weeks: 8
      confidence: 0.4
    state: running
    started: 2025-12-01
    links: [https://tracker.huddle.example/GRO-212]

    """

  private static let passTheBaton = """
    kind: initiative
    id: pass-the-baton
    name: Pass the baton
    team: platform
    input: hosts-per-team
    expected:
      change: 0.05
      lag_weeks: 5
      confidence: 0.6
    state: running
    started: 2026-07-06

    """

  private static let partnerDirectory = """
    kind: initiative
    id: partner-directory
    name: Partner directory
    team: growth
    input: connected-teams
    expected:
      change: 900
      lag_weeks: 12
      confidence: 0.5
    state: running
    started: 2026-01-26
    links:
      - https://tracker.huddle.example/GRO-240
      - https://wiki.huddle.example/partners/directory

    """

  private static let writtenRounds = """
    kind: initiative
    id: written-status-rounds
    name: Status rounds in writing
    team: rituals
    input: meetings-per-host
    # Fewer meetings on purpose. Whoever reads this as a mistake has not met our customers.
    expected:
      change: -0.05
      lag_weeks: 4
      confidence: 0.5
    state: running
    started: 2026-10-05

    """

  private static let hostFromPhone = """
    kind: initiative
    id: host-from-a-phone
    name: Host from a phone
    team: hosting
    input: hosts-per-team
    expected:
      change: 0.1
      lag_weeks: 8
      confidence: 0.3
    state: proposed

    """
}
