import TestSupport
import Testing

@testable import northstar

/// One North Star replaces another.
@Suite struct ReviewReplacementTests {
  private let sandbox: Sandbox

  /// A successor that already has the first two inputs, but not the third.
  init() throws {
    sandbox = try Sandbox()
    try sandbox.writeStrategy()
    try sandbox.write(
      "metrics/decisions-kept.yaml",
      """
      kind: metric
      id: decisions-kept
      name: Decisions kept
      role: north-star
      lifecycle: draft
      definition:
        counts: Decisions of a meeting that are done a month later
        excludes: Decisions of our own staff
        window: calendar week
        aggregation: sum
        unit: decisions
        source: warehouse, table decisions
      direction: increase
      drives:
        - metric: recurring-revenue
          as: influence
          sign: positive
          lag_weeks: 8
          confidence: 0.5
          because: Who decides renews
          review_on: 2026-06-30
      owner:
        team: growth
        person: lin
        since: 2026-01-05

      """)
    for input in ["activation-rate", "new-workspaces"] { try lead(input) }
    try sandbox.commit()
    #expect(try sandbox.northstar("check").status == 0)
    #expect(try sandbox.northstar("review", "open", "north-star", "--id", "yearly").status == 0)
  }

  private func lead(_ input: String) throws {
    let edge = """
      drives:
        - metric: decisions-kept
          as: influence
          sign: positive
          lag_weeks: 2
          confidence: 0.6
          because: More meetings, more decisions
          review_on: 2026-06-30

      """
    try sandbox.replace("drives:\n", edge, in: "metrics/\(input).yaml")
  }

  private func replace(_ words: String...) throws -> Outcome {
    try sandbox.northstar(
      [
        "review", "decide", "yearly", "replace", "--because", "Meetings rise, and less is decided", "--by",
        "ada", "--by", "lin",
      ] + words)
  }

  @Test func aReplacementNamesWhatIsMissing() throws {
    #expect(try replace().errors.contains("--with"))
    #expect(try replace("--with", "decisions-kep").errors.contains("decisions-kept"))
    #expect(try replace("--with", "weekly-hosted-meetings").errors.contains("cannot replace itself"))
    #expect(try replace("--with", "decisions-kept").errors.contains("--overlap-until"))
    let open = try replace("--with", "decisions-kept", "--overlap-until", "2026-06-30")
    #expect(open.status == 1 && open.errors.contains("there is no successor for metric/meetings-per-workspace"))
    #expect(!open.errors.contains("activation-rate"))
    let ended = try replace(
      "--with", "decisions-kept", "--overlap-until", "2026-06-30", "--map", "meetings-per-workspace=", "--map",
      "activation-rate=new-workspaces")
    #expect(ended.status == 1 && ended.errors.contains("okrs/2026-q1/onboarding/first-meeting-obvious"))
    #expect(try sandbox.git("log", "-1", "--format=%s") == "review: open yearly")
    let retired = try sandbox.northstar("review", "decide", "yearly", "retire", "--because", "x")
    #expect(retired.status != 0 && retired.errors.contains("a strategy needs a North Star"))
  }

  /// An input that drives only the old one would lead nowhere: every commit is checked for that.
  @Test func aSwitchThatBreaksTheTreeIsRefused() throws {
    let refused = try replace(
      "--with", "decisions-kept", "--overlap-until", "2026-06-30", "--map",
      "meetings-per-workspace=meetings-per-workspace")
    #expect(refused.status == 1 && refused.errors.contains("nothing was committed"))
    #expect(try sandbox.text("northstar.yaml").contains("north_star: weekly-hosted-meetings"))
  }

  @Test func theSwitchIsPartOfTheDecision() throws {
    try lead("meetings-per-workspace")
    try sandbox.commit("Prepare")
    let decided = try replace(
      "--with", "decisions-kept", "--overlap-until", "2026-06-30", "--map",
      "activation-rate=activation-rate", "--map", "2026-q1/onboarding/first-meeting-obvious=activation-rate")
    try #require(decided.status == 0, "\(decided.text)")
    #expect(
      try sandbox.git("log", "-1", "--format=%s")
        == "Replace weekly-hosted-meetings with decisions-kept as the North Star")
    #expect(try sandbox.text("northstar.yaml").contains("north_star: decisions-kept"))
    let new = try sandbox.text("metrics/decisions-kept.yaml")
    #expect(new.contains("lifecycle: active") && new.contains("supersedes: weekly-hosted-meetings"))
    #expect(try sandbox.text("metrics/weekly-hosted-meetings.yaml").contains("lifecycle: deprecated"))
    let review = try sandbox.text("reviews/yearly.yaml")
    #expect(review.contains("replacement: decisions-kept\noverlap_until: 2026-06-30\nmapping:\n"))
    #expect(review.contains("from: okrs/2026-q1/onboarding/first-meeting-obvious\n    to: metric/activation-rate"))
    let checked = try sandbox.northstar("check")
    #expect(
      checked.status == 0 && !checked.output.contains("NS705") && !checked.output.contains("NS201"), "\(checked.text)")
    #expect(
      try sandbox.northstar("review", "due", "--format", "csv").output.contains(
        "metric/decisions-kept,North Star,2027-01-28"))
    _ = try sandbox.northstar("set", "decisions-kept.supersedes", "--unset")
    #expect(try sandbox.northstar("check").output.contains("does not say that it replaced 'weekly-hosted-meetings'"))
  }
}
