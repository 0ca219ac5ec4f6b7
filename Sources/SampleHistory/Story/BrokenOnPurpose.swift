/// A branch with eight different faults, for learning to read the checker's messages.
enum BrokenOnPurpose {
  static let branch = "broken-on-purpose"

  static func tell(_ story: inout Story) throws {
    try story.begin(branch, "2026-11-16 13:00", "omar")
    try names(&story)
    try goals(&story)
    try decisions(&story)
  }

  private static func names(_ story: inout Story) throws {
    try story.commit(
      "2026-11-16 13:10", "omar", "Misspell an input",
      """
      This branch is for the course on Thursday. Every commit breaks one
      thing that one of us has broken before. It is never merged.
      """, on: branch
    ) {
      try $0.change("okrs/2026-q4/onboarding.yaml") {
        try $0.replaceOnce("    input: activation-rate", with: "    input: activation-rat")
      }
    }
    try story.commit("2026-11-16 13:14", "omar", "Misspell a field", on: branch) {
      try $0.replace("initiatives/partner-directory.yaml", "expected:", with: "expeted:")
    }
    try story.commit("2026-11-16 13:17", "omar", "Give a team two leads", on: branch) {
      try $0.replace("teams/care.yaml", "lead: noor\n", with: "lead: noor\nlead: mateo\n")
    }
  }

  private static func goals(_ story: inout Story) throws {
    try story.commit("2026-11-16 13:21", "omar", "Aim an objective at nothing", on: branch) {
      try $0.change("okrs/2026-q4/revenue.yaml") {
        try $0.replaceOnce(
          "    input: connected-teams\n    agreement:\n      team: growth\n      person: marta\n      on: 2026-09-24\n",
          with: "")
      }
    }
    try story.commit("2026-11-16 13:26", "omar", "Promise more failed calls", on: branch) {
      try $0.change("okrs/2026-q4/platform.yaml") {
        try $0.replaceOnce("from 0.84 % down to 0.78 %", with: "from 0.84 % down to 0.92 %")
        try $0.replaceOnce("target: 0.78", with: "target: 0.92")
      }
    }
  }

  private static func decisions(_ story: inout Story) throws {
    try story.commit("2026-11-16 13:33", "omar", "Leave depth without an owner", on: branch) {
      try $0.replace(
        "metrics/hosts-per-team.yaml", "owner:\n  team: hosting\n  person: tomas\n  since: 2026-05-18\n", with: "")
    }
    try story.commit("2026-11-16 13:38", "omar", "Drive in a circle", on: branch) {
      try $0.replace(
        "metrics/recurring-meetings-per-host.yaml", "    as: component\n",
        with: """
              as: component
            - metric: template-use
              as: influence
              sign: positive
              lag_weeks: 2
              confidence: 0.4
              because: Whoever meets every week looks for a better agenda
              review_on: 2027-01-31

          """)
    }
    try story.commit("2026-11-16 13:45", "omar", "Let a waiver run out", on: branch) {
      try $0.replace("waivers/contracts-with-revenue.yaml", "expires: 2027-03-23", with: "expires: 2026-10-31")
    }
  }
}
