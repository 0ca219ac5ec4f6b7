/// What went wrong with ownership over the years, and how it was fixed: an audit finds all of it.
enum Ownership {
  static func tell(_ story: inout Story) throws {
    try copiedFile(&story)
    try nobody(&story)
    try leverOnPaper(&story)
    try leftBehind(&story)
  }

  /// For four days two files define `connected-teams`, for two teams: a double owner.
  private static func copiedFile(_ story: inout Story) throws {
    try story.commit(
      "2025-03-13 18:40", "bea", "metrics: a start on invited teams",
      "Copied from connected-teams, the text follows tomorrow. It is late."
    ) {
      $0.write(
        copied,
        try $0.read("metrics/connected-teams.yaml").replacing(
          "  team: growth\n  person: viktor\n  since: 2024-06-24",
          with: "  team: invites\n  person: bea\n  since: 2025-03-13"))
    }
    try story.commit(
      "2025-03-17 09:18", "viktor", "metrics: connected-teams is in one file again",
      """
      Bea's copy kept the id, so for four days the lever belonged to her team
      and to mine. She counts invited teams in invite-acceptance instead, we
      did not need another number.
      """
    ) { try $0.remove(copied) }
  }

  private static let copied = "metrics/invited-teams.yaml"

  /// Four weeks in which nobody owns an input that is in use: a gap.
  private static func nobody(_ story: inout Story) throws {
    let hosting = "owner:\n  team: hosting\n  person: ines\n  since: 2024-06-24\n"
    try story.commit(
      "2025-04-22 11:26", "ines", "days-active-per-user: not mine any more",
      """
      Nobody plans on it since Lin's note in December, and my name under it
      says otherwise. The checker calls this an error and is right. Priya
      and I talk about it when she is back.
      """
    ) { try $0.replace("metrics/days-active-per-user.yaml", hosting, with: "") }
    try story.commit(
      "2025-05-20 10:12", "priya", "days-active-per-user: Rituals takes it",
      "Templates and series are what could move it, and those are ours. Four weeks without anybody were too many."
    ) {
      try $0.append(
        "metrics/days-active-per-user.yaml", "owner:\n  team: rituals\n  person: priya\n  since: 2025-05-20\n")
    }
  }

  /// Hosting owned meetings per host and did nothing for it, while Rituals did the work without owning it; and the
  /// record of the change landed twelve days after its first day.
  private static func leverOnPaper(_ story: inout Story) throws {
    try story.commit(
      "2026-01-13 10:09", "ines", "meetings-per-host: Rituals owns what it works on",
      """
      It came to Hosting with the new North Star because somebody had to be
      written there. Through the whole quarter we set no goal on it, and
      Rituals set all of theirs, without either of us asking the other.
      Agreed between Priya and me for the turn of the year, and forgotten
      until the scores were written.
      """
    ) {
      try $0.replace(
        "metrics/meetings-per-host.yaml", "team: hosting\n  person: ines\n  since: 2025-07-01",
        with: "team: rituals\n  person: priya\n  since: 2026-01-01")
    }
  }

  /// A guardrail stays with a team that has ended.
  private static func leftBehind(_ story: inout Story) throws {
    try story.commit(
      "2026-04-09 13:35", "carla", "invite-complaints: it moves to Growth as well",
      """
      It stayed with Invitations, which ended nine days ago. Nobody would
      have been called if the complaints had gone up.
      """
    ) {
      try $0.replace(
        "metrics/invite-complaints.yaml", "team: invites\n  person: bea\n  since: 2024-10-07",
        with: "team: growth\n  person: bea\n  since: 2026-04-09")
    }
  }
}
