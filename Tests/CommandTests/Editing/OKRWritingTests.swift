import StrategyModel
import TestSupport
import Testing

@testable import Editing
@testable import northstar

@Suite struct OKRWritingTests {
  private let sandbox: Sandbox

  init() throws {
    sandbox = try Sandbox()
    try sandbox.writeStrategy()
    try sandbox.write(
      "cycles/2026-q2.yaml", "kind: cycle\nid: 2026-q2\nstarts: 2026-04-01\nends: 2026-06-30\nstate: draft\n")
    try sandbox.commit("Begin", on: "2026-01-27")
  }

  private let objective = ["--input", "activation-rate", "--objective", "New teams come back on their own every week"]

  @Test func `an objective is written with its key results`() throws {
    let outcome = try sandbox.northstar(
      ["okr", "new", "onboarding"] + objective + [
        "--kr", "completion: Raise completion to 60 % metric=onboarding-completion 55..60.5 owner=grace weight=2",
        "--kr", "band: Hold the rate type=maintain metric=activation-rate 40..45 owner=ada",
        "--kr", "survey: The survey is answered owner=ada",
      ])
    #expect(outcome.status == 0, "\(outcome.text)")
    #expect(
      try sandbox.text("okrs/2026-q2/onboarding.yaml") == """
        kind: okrs
        team: onboarding
        cycle: 2026-q2
        objectives:
          - id: new-teams-come-back-on
            title: New teams come back on their own every week
            ambition: committed
            input: activation-rate
            key_results:
              - id: completion
                title: Raise completion to 60 %
                metric: onboarding-completion
                type: increase
                baseline: 55
                target: 60.5
                owner: grace
                weight: 2
              - id: band
                title: Hold the rate
                metric: activation-rate
                type: maintain
                lower: 40
                upper: 45
                owner: ada
              - id: survey
                title: The survey is answered
                type: milestone
                owner: ada

        """)
    #expect(
      try sandbox.git("log", "-1", "--format=%s") == "2026-q2/onboarding: add the objective new-teams-come-back-on")
  }

  @Test func `it is added to what the team has, every byte of that kept`() throws {
    let before = try sandbox.text("okrs/2026-q1/onboarding.yaml")
    let outcome = try sandbox.northstar(
      ["okr", "new", "onboarding", "--cycle", "2026-q1", "--id", "weekly"] + objective + [
        "--kr", "weekly: Weekly teams metric=activation-rate 3..4 owner=ada",
      ])
    #expect(outcome.status == 0, "\(outcome.text)")
    #expect(try sandbox.text("okrs/2026-q1/onboarding.yaml").hasPrefix(before))
    #expect(outcome.output.contains("adds to what was promised"))
    #expect(try sandbox.northstar("list", "key-results").output.contains("weekly"))
  }

  @Test(arguments: [
    ("completion Raise", "is not a key result"), ("a: T metric=m 5..5", "equals its baseline"),
    ("a: T metric=m", "has no numbers"), ("a: T 1..2", "has neither a metric nor a unit"),
    ("a: metric=m 1..2", "has no title"),
    ("A: T", "is not a key result"), ("a: T type=rise metric=m 1..2", "there is no type"),
    ("a: T metric=activation-rate $4..$5", "has '$4..$5', which is not a range"),
    ("a: T metric=m ..7", "has one number"),
    ("a: T metric=new-workspaces 60%..70%", "is in percent, but 'new-workspaces' is in 'workspaces'"),
  ])
  func `a key result that lacks something is refused`(words: String, fault: String) throws {
    let outcome = try sandbox.northstar(["okr", "new", "onboarding"] + objective + ["--kr", words])
    #expect(outcome.status >= 128)
    #expect(outcome.errors.contains(fault), "\(outcome.errors)")
  }

  @Test func `numbers that fall make a decrease`() throws {
    let words = try KeyResultShorthand("tickets: Fewer tickets metric=support-load 12..-0.5", like: "a: b")
    #expect(words.type == .decrease)
    #expect(words.range?.last == -0.5)
  }

  @Test(arguments: [
    ("..7", "upper: 7\n"), ("5..", "lower: 5\n"), ("7..5", "lower: 5\n        upper: 7\n"),
  ])
  func `a band has one limit or two`(range: String, written: String) throws {
    let outcome = try sandbox.northstar(
      ["okr", "new", "onboarding"] + objective + ["--kr", "a: Hold it metric=activation-rate type=maintain \(range)"])
    #expect(outcome.status == 0, "\(outcome.text)")
    let text = try sandbox.text("okrs/2026-q2/onboarding.yaml")
    #expect(text.contains(written), "\(text)")
    #expect(!text.contains("baseline"))
  }

  @Test func `percent signs are taken where the metric is in percent`() throws {
    let outcome = try sandbox.northstar(
      ["okr", "new", "onboarding"] + objective + ["--kr", "a: Raise it metric=activation-rate 60%..70% owner=ada"])
    #expect(outcome.status == 0, "\(outcome.text)")
    #expect(try sandbox.text("okrs/2026-q2/onboarding.yaml").contains("baseline: 60\n        target: 70\n"))
  }

  @Test func `the example in a refusal names what is here`() throws {
    let outcome = try sandbox.northstar(["okr", "new", "growth"] + objective + ["--kr", "a: T metric=m"])
    #expect(outcome.errors.contains("metric=activation-rate 41..55 owner=lin"), "\(outcome.errors)")
    let guarded = try sandbox.northstar(
      "okr", "new", "growth", "--guards", "support-load", "--objective", "T", "--kr", "nonsense")
    #expect(guarded.errors.contains("metric=support-load 41..55 owner=lin"), "\(guarded.errors)")
  }

  @Test func `ids that are taken, teams and cycles that are not there`() throws {
    let kr = ["--kr", "completion: T metric=activation-rate 3..4"]
    let taken = try sandbox.northstar(["okr", "new", "onboarding", "--cycle", "2026-q1"] + objective + kr)
    #expect(taken.errors.contains("already has a key result 'completion'"))
    let twice = try sandbox.northstar(["okr", "new", "onboarding"] + objective + kr + kr)
    #expect(twice.errors.contains("two of these key results have the id 'completion'"))
    #expect(try sandbox.northstar(["okr", "new", "onbording"] + objective + kr).errors.contains("'onboarding'"))
    #expect(try sandbox.northstar(["okr", "new", "onboarding", "--cycle", "2026-q3"] + objective + kr).status == 128)
    #expect(try sandbox.northstar(["okr", "new", "onboarding"] + objective).status == 129)
  }

  @Test func `a person is asked for it`() throws {
    let outcome = try sandbox.northstar(
      ["okr", "new", "onboarding"],
      answers: [
        "", "New teams come back on their own every week", "activation", "activation-rate", "", "nonsense",
        "weekly: Weekly teams metric=activation-rate 3..4 owner=ada", "weekly: Again metric=activation-rate 3..4", "",
      ])
    #expect(outcome.status == 0, "\(outcome.text)")
    #expect(outcome.errors.contains("Did you mean 'activation-rate'?"))
    #expect(outcome.errors.contains("at least one key result"))
    #expect(outcome.errors.contains("'weekly' is the id of another of these key results."))
    #expect(try sandbox.text("okrs/2026-q2/onboarding.yaml").contains("id: weekly"))
  }

  @Test func `what is owed is listed for whoever asks`() throws {
    let mine = try sandbox.northstar("okr", "todo", today: "2026-02-02").output
    #expect(mine.contains("check-in  onboarding/activation  2026-02-02  due"))
    #expect(!mine.contains("completion"))
    let grace = try sandbox.northstar("okr", "todo", "--as", "grace", today: "2026-02-06").output
    #expect(
      grace.contains("onboarding/completion  2026-02-02  4 days late  northstar checkin onboarding/completion <value>"))
    let omar = try sandbox.northstar("okr", "todo", "--as", "omar", today: "2026-02-02")
    #expect(omar.errors.contains("omar owes nothing."))
    #expect(try sandbox.northstar("okr", "todo", "--as", "nobody").status == 128)
    let stranger = try sandbox.northstar("okr", "todo", variables: ["GIT_AUTHOR_EMAIL": "who@example.com"])
    #expect(stranger.errors.contains("'who@example.com' is not an address of anybody in people/"))
  }

  @Test func `reviews and approvals are owed too`() throws {
    let later = try sandbox.northstar("okr", "todo", "--format", "csv", today: "2027-01-25").output
    #expect(
      later.contains(
        "review,metric/weekly-hosted-meetings,2027-01-20,5 days late,northstar review open metric/weekly-hosted-meetings"
      ))
    #expect(
      try sandbox.northstar("propose", "start", "longer", "--title", "Longer", "--because", "Short ones are noise")
        .status
        == 0)
    #expect(
      try sandbox.northstar("set", "weekly-hosted-meetings.definition.excludes", "Meetings under five minutes").status
        == 0)
    let asked = try sandbox.northstar("okr", "todo", "--as", "lin").output
    #expect(asked.contains("approval  proposal/longer"), "\(asked)")
  }
}
