import TestSupport
import Testing

@testable import northstar

/// Reviews from the day on which they are due to the commit that decides them.
@Suite struct ReviewTests {
  private let sandbox: Sandbox

  init() throws {
    sandbox = try Sandbox()
    try sandbox.writeStrategy()
    try sandbox.commit()
  }

  @discardableResult
  private func run(_ person: String, _ words: String..., today: String = "2026-01-28") throws -> Outcome {
    try sandbox.northstar(
      words, today: today, variables: ["GIT_AUTHOR_EMAIL": "\(person)@huddle.example", "GIT_AUTHOR_NAME": person])
  }

  @discardableResult
  private func decide(_ person: String, _ words: String...) throws -> Outcome {
    try sandbox.northstar(
      ["review", "decide"] + words + ["--because", "It led renewals all year"],
      variables: ["GIT_AUTHOR_EMAIL": "\(person)@huddle.example", "GIT_AUTHOR_NAME": person])
  }

  private func trailers(_ revision: String = "HEAD") throws -> [String] {
    try sandbox.git("log", "-1", "--format=%(trailers:only,unfold)", revision).split(separator: "\n").map(String.init)
  }

  // MARK: What is due

  @Test func dueListsAllFourKinds() throws {
    let due = try run("ada", "review", "due", "--format", "csv").output
    #expect(
      due == """
        subject,what,due,days,state,last,decision,review
        cycle/2026-q1,cycle,2026-03-31,62,,,,
        metric/onboarding-completion->activation-rate,belief,2026-06-30,153,,,,
        metric/weekly-hosted-meetings->recurring-revenue,belief,2026-06-30,153,,,,
        metric/weekly-hosted-meetings,North Star,2027-01-20,357,,2026-01-20,keep,2026-north-star

        """)
    let later = try run("ada", "review", "due", "--on", "2026-04-05", "--format", "csv").output
    #expect(later.contains("cycle/2026-q1,cycle,2026-03-31,-5,overdue"))
    #expect(try run("ada", "review", "due", "--on", "soon").status == 129)
  }

  /// Each kind on the day after it was due; this never refuses a commit.
  @Test(arguments: [
    ("2027-01-21", "NS701"), ("2026-07-01", "NS414"), ("2026-04-08", "NS604"),
  ])
  func whatIsOverdueFailsTheCheckAndNoCommit(_ day: String, _ rule: String) throws {
    let checked = try run("ada", "check", today: day)
    #expect(checked.status == 1 && checked.output.contains("error[\(rule)]"))
    let staged = try run("ada", "check", "--staged", today: day)
    #expect(staged.status == 0 && staged.output.contains("error[\(rule)]"))
    #expect(try run("ada", "set", "activation-rate.name", "Activation", today: day).status == 0)
  }

  @Test func inputsAreDueByPolicy() throws {
    try sandbox.replace("timezone:", "reviews: { input_months: 6 }\ntimezone:", in: "northstar.yaml")
    let due = try run("ada", "review", "due", "--format", "csv").output
    #expect(due.contains("metric/activation-rate,input,2026-07-05,"))
  }

  @Test func noPolicyIsTooLong() throws {
    for months in ["0", "119988", "9223372036854775807", "-1"] {
      try sandbox.write(
        "northstar.yaml",
        sandbox.text("northstar.yaml").split(separator: "\n").filter {
          !$0.hasPrefix("reviews:")
        }.joined(separator: "\n") + "\nreviews: { north_star_months: \(months), input_months: \(months) }\n")
      #expect(try run("ada", "review", "due").status == 0, "\(months)")
      #expect(try run("ada", "check").status < 2, "\(months)")
    }
  }

  // MARK: Opening

  @Test func aReviewOpensWithItsQuestionsAndTheLastAnswers() throws {
    let tip = try sandbox.git("rev-parse", "HEAD")
    #expect(try run("grace", "review", "open", "north-star").status == 0)
    let text = try sandbox.text("reviews/2026-01-north-star.yaml")
    #expect(text.contains("subject: metric/weekly-hosted-meetings\nheld_on: 2026-01-28\n"))
    #expect(text.contains("  - question: Has the market changed?\n"))
    #expect(text.ranges(of: "- question:").count == 11)
    #expect(
      text.contains(
        "  - question: Does it still predict success?\n    # 2026-01-20: Yes, it has led renewals by two months all year.\n"
      ))
    #expect(text.contains("  # 2026-01-20: Does it still reflect the core value? Yes, a hosted meeting"))
    #expect(text.contains("judged: ") && text.contains(tip))
    #expect(try sandbox.northstar("check").status == 0)
    #expect(try sandbox.northstar("fmt", "--check").text.contains("reviews/2026-01-north-star.yaml") == false)
    let again = try run("grace", "review", "open", "weekly-hosted-meetings")
    #expect(again.status != 0 && again.errors.contains("is already open"))
  }

  @Test(arguments: [
    ("activation-rate", "2026-activation-rate", "Is it still ours to move?"),
    ("support-load", "2026-support-load", "Is the threshold where the harm begins?"),
    ("cycle/2026-q1", "2026-q1", "Which objectives do we keep, modify or abandon?"),
    (
      "onboarding-completion->activation-rate", "2026-onboarding-completion-on-activation-rate",
      "How sure are we of it now?"
    ),
  ])
  func everyKindAsksItsOwnQuestions(_ subject: String, _ id: String, _ question: String) throws {
    #expect(try run("grace", "review", "open", subject).status == 0)
    #expect(try sandbox.text("reviews/\(id).yaml").contains("- question: \(question)\n"))
    #expect(try sandbox.northstar("check").status == 0)
  }

  @Test func whatIsNotThereIsNotJudged() throws {
    let near = try run("grace", "review", "open", "activation-rat")
    #expect(near.status != 0 && near.errors.contains("activation-rate"))
    for name in ["onboarding-completion->new-workspaces", "team/growth", "person/ada", "->", "cycle/2026-q1->x", ""] {
      #expect(try run("grace", "review", "open", name).status != 0, "\(name)")
    }
    #expect(try run("grace", "review", "open", "activation-rate", "--id", "Not A Name").status == 129)
    #expect(try sandbox.git("rev-list", "--count", "HEAD") == "1")
  }

  // MARK: Deciding

  @Test func aDecisionIsOneCommitWithItsTrailers() throws {
    try run("ada", "review", "open", "north-star", "--id", "yearly")
    let judged = try sandbox.git("rev-parse", "HEAD~1")
    let decided = try decide(
      "ada", "yearly", "keep", "--by", "ada", "--by", "lin", "--dissent",
      "omar: sales feels nothing of it", "--answer", "1=Yes", "--answer", "has the market=No")
    #expect(decided.status == 0, "\(decided.text)")
    #expect(
      try sandbox.git("log", "-1", "--format=%s%n%n%b").hasPrefix(
        "Keep weekly-hosted-meetings as the North Star\n\nIt led renewals all year\n\nNorthstar-Review: yearly\n"))
    let trailers = try trailers()
    #expect(
      trailers.dropLast(2) + trailers.suffix(1) == [
        "Northstar-Review: yearly", "Northstar-Decision: keep", "Northstar-Subject: metric/weekly-hosted-meetings",
        "Northstar-Decided-By: ada", "Northstar-Decided-By: lin",
        "Northstar-Dissent: omar: sales feels nothing of it", "Northstar-Judged: \(judged)",
        "Northstar-Next-Review: 2027-01-28",
      ])
    #expect(trailers[trailers.count - 2].wholeMatch(of: /Northstar-Digest: v1:sha256:[0-9a-f]{64}/) != nil)
    let text = try sandbox.text("reviews/yearly.yaml")
    #expect(
      text.contains("decided_by: [ada, lin]\ndissent:\n  - person: omar\n")
        && text.contains("    answer: Yes\n") == false)
    #expect(
      text.contains("next_review: 2027-01-28\n") && text.contains("answer: \"No\"")
        && text.contains("# 2026-01-20: Yes, it has led"))
    #expect(try sandbox.git("diff", "--stat", "HEAD~1", "--name-only") == "reviews/yearly.yaml")
    #expect(try sandbox.git("status", "--porcelain") == "" && sandbox.git("fsck", "--strict") == "")
    let again = try decide("ada", "yearly", "keep", "--by", "ada", "--by", "lin")
    #expect(again.status != 0 && again.errors.contains("was already decided"))
  }

  @Test func theQuorumAndTheRightAreThePolicys() throws {
    try run("ada", "review", "open", "north-star", "--id", "yearly")
    let alone = try decide("ada", "yearly", "keep")
    #expect(alone.status == 1 && alone.errors.contains("one more of the stewards") && alone.errors.contains("lin"))
    let outsider = try decide("ada", "yearly", "keep", "--by", "ada", "--by", "omar")
    #expect(outsider.status == 1 && outsider.errors.contains("omar may not decide"))
    let scribe = try decide("grace", "yearly", "keep", "--by", "ada", "--by", "lin")
    #expect(scribe.status == 1 && scribe.errors.contains("grace is not one of the people who decided"))
    #expect(try decide("mallory", "yearly", "keep").errors.contains("is not an address of anybody"))
    #expect(try decide("ada", "yearly", "keep", "--by", "ada", "--by", "ada").status == 1)
    #expect(try sandbox.git("rev-list", "--count", "HEAD") == "2")
    try sandbox.replace("stewards: [ada, lin]", "stewards: [ada]", in: "northstar.yaml")
    try sandbox.commit()
    #expect(try decide("ada", "yearly", "keep").status == 0)
  }

  @Test func anInputIsItsOwnersOrAStewards() throws {
    for (person, id) in [("omar", "a"), ("lin", "b"), ("ada", "c")] {
      try run("grace", "review", "open", "meetings-per-workspace", "--id", "inputs-\(id)")
      #expect(try decide("grace", "inputs-\(id)", "keep").status == 1)
      #expect(try decide(person, "inputs-\(id)", "keep", "--next", "2026-06-01").status == 0, "\(person)")
      #expect(try sandbox.git("log", "-1", "--format=%s") == "Keep meetings-per-workspace as an input")
    }
    try run("grace", "review", "open", "cycle/2026-q1")
    #expect(try decide("omar", "2026-q1", "keep").status == 1)
    #expect(try decide("lin", "2026-q1", "keep").status == 0)
  }

  @Test func whatChangedSinceIsNotDecided() throws {
    try run("ada", "review", "open", "activation-rate", "--id", "rate")
    try sandbox.write("metrics/activation-rate.yaml", "# A note\n" + sandbox.text("metrics/activation-rate.yaml"))
    try sandbox.commit("Comment")
    let before = try sandbox.git("rev-parse", "HEAD")
    try run("ada", "set", "activation-rate.definition.window", "calendar month")
    let refused = try decide("ada", "rate", "keep", "--next", "2026-06-01")
    #expect(refused.status == 1 && refused.errors.contains("has changed since"))
    #expect(refused.errors.contains("definition.window: calendar week → calendar month"))
    #expect(try decide("ada", "rate", "keep", "--next", "2026-06-01", "--judged", before).status == 1)
    let tip = try sandbox.git("rev-parse", "HEAD")
    #expect(try decide("ada", "rate", "keep", "--next", "2026-06-01", "--judged", "now").status == 0)
    #expect(try trailers().contains("Northstar-Judged: \(tip)"))
  }

  /// A new layout does not change what was judged; the digest shows it.
  @Test func aNewLayoutKeepsTheJudgement() throws {
    try run("ada", "review", "open", "activation-rate", "--id", "rate")
    try sandbox.write("metrics/activation-rate.yaml", "# A note\n" + sandbox.text("metrics/activation-rate.yaml"))
    try sandbox.commit("Comment")
    #expect(try decide("ada", "rate", "keep", "--next", "2026-06-01").status == 0)
  }

  @Test func aDayIsAskedForWhereNothingGivesOne() throws {
    try run("ada", "review", "open", "activation-rate", "--id", "rate")
    #expect(try decide("ada", "rate", "defer").errors.contains("--next"))
    #expect(try decide("ada", "rate", "defer", "--next", "2026-01-28").errors.contains("is not after"))
    #expect(try run("ada", "review", "decide", "rate", "keep").status == 129)
    #expect(try run("ada", "review", "decide", "rate", "keep", "--because", " ").status == 129)
    #expect(try decide("ada", "rate", "keep", "--with", "new-workspaces").status == 129)
    #expect(try decide("ada", "rate", "defer", "--next", "2026-03-01").status == 0)
    #expect(
      try sandbox.git("log", "-1", "--format=%s") == "Defer the decision on the input activation-rate to 2026-03-01")
    #expect(
      try run("ada", "review", "due", "--format", "csv").output.contains("metric/activation-rate,input,2026-03-01"))
    #expect(try run("ada", "check", today: "2026-03-02").output.contains("error[NS701]"))
  }

  @Test func aBeliefGetsItsNextDayInTheSameCommit() throws {
    try run("ada", "review", "open", "onboarding-completion->activation-rate", "--id", "tour")
    #expect(try decide("ada", "tour", "keep").errors.contains("--next"))
    #expect(try decide("ada", "tour", "keep", "--next", "2026-12-01").status == 0)
    #expect(try sandbox.text("metrics/onboarding-completion.yaml").contains("review_on: 2026-12-01"))
    #expect(try trailers().contains("Northstar-Subject: metric/onboarding-completion->activation-rate"))
    let due = try run("ada", "review", "due", "--format", "csv").output
    #expect(due.contains("metric/onboarding-completion->activation-rate,belief,2026-12-01,307,,2026-01-28,keep,tour"))
    #expect(!due.contains("metric/onboarding-completion,"))
  }

  @Test func answersFindTheirQuestion() throws {
    try run("ada", "review", "open", "activation-rate", "--id", "rate")
    for wrong in ["Yes", "9=Yes", "is=Yes", "1="] {
      #expect(try decide("ada", "rate", "keep", "--next", "2026-06-01", "--answer", wrong).status == 129, "\(wrong)")
    }
    #expect(try decide("ada", "rate", "keep", "--next", "2026-06-01", "--dissent", "lin").status == 129)
    #expect(try decide("ada", "rate", "keep", "--next", "2026-06-01", "--dissent", "nobody: x").status != 0)
    #expect(try sandbox.git("rev-list", "--count", "HEAD") == "2")
  }

  // MARK: Several people, looking back

  @Test func aProposedDecisionIsApprovedByTheOthers() throws {
    try run("ada", "review", "open", "north-star", "--id", "yearly")
    let opened = try decide("ada", "yearly", "keep", "--by", "ada", "--by", "lin", "--propose")
    #expect(opened.status == 0, "\(opened.text)")
    #expect(
      try sandbox.git("log", "-1", "--format=%s", "proposal/yearly") == "Keep weekly-hosted-meetings as the North Star")
    #expect(try trailers("proposal/yearly").contains("Northstar-Review: yearly"))
    #expect(try run("ada", "propose", "land", "yearly").status == 1)
    try run("lin", "propose", "approve", "yearly")
    let landed = try run("ada", "propose", "land", "yearly")
    #expect(landed.status == 0, "\(landed.text)")
    #expect(try sandbox.text("reviews/yearly.yaml").contains("decision: keep"))
    #expect(try trailers().contains("Northstar-Review: yearly") && trailers().contains("Northstar-Decided-By: lin"))
    let decisions = try run("ada", "decisions", "--format", "csv").output
    #expect(decisions.contains("kept,review/yearly,ada lin") && decisions.contains("landed,proposal/yearly,lin"))
  }

  @Test func signaturesSendADecisionOverAProposal() throws {
    try sandbox.replace("timezone:", "approvals: { signed: true }\ntimezone:", in: "northstar.yaml")
    try sandbox.commit()
    try run("ada", "review", "open", "north-star", "--id", "yearly")
    let refused = try decide("ada", "yearly", "keep", "--by", "ada", "--by", "lin")
    #expect(refused.status == 1 && refused.errors.contains("--propose"))
  }

  @Test func decisionsAreFoundBySubjectPersonAndOutcome() throws {
    try run("ada", "review", "open", "activation-rate", "--id", "rate")
    try decide("ada", "rate", "defer", "--next", "2026-06-01", "--dissent", "lin: no, now")
    try sandbox.git(
      "commit", "-q", "--allow-empty", "-m",
      "Keep it\n\nNorthstar-Decision: keep\nNorthstar-Subject: metric/support-load\nNorthstar-Decided-By: grace")
    func records(_ words: String...) throws -> [String] {
      let output = try sandbox.northstar(["decisions", "--format", "csv"] + words).output
      return output.split(separator: "\n").dropFirst().map {
        $0.split(separator: ",", omittingEmptySubsequences: false)[2]
      }.map(String.init)
    }
    #expect(try records() == ["", "review/rate", "review/2026-north-star"])
    #expect(try records("--subject", "activation-rate") == ["review/rate"])
    #expect(try records("--subject", "metric/weekly-hosted-meetings") == ["review/2026-north-star"])
    #expect(try records("--person", "lin") == ["review/rate", "review/2026-north-star"])
    #expect(try records("--person", "grace") == [""])
    #expect(try records("--where", "outcome=deferred,landed") == ["review/rate"])
    #expect(try records("--from", "2026-01-29") == [] && records("--to", "2026-01-27") == [])
    #expect(try sandbox.northstar("decisions", "--where", "outcome=keep").errors.contains("There are: deferred, kept"))
    #expect(try sandbox.northstar("decisions", "--from", "2026-02-01", "--to", "2026-01-01").status == 129)
    let json = try sandbox.northstar("decisions", "--subject", "activation-rate", "--format", "json").output
    #expect(json.contains("\"because\" : \"no, now\"") && json.contains("\"person\" : \"lin\""))
    #expect(json.contains("\"nextReview\" : \"2026-06-01\""))
  }

  @Test func aReviewIsShown() throws {
    let text = try run("ada", "review", "show", "2026-north-star").output
    #expect(text.hasPrefix("2026-north-star: metric/weekly-hosted-meetings\n  decision    keep\n"))
    #expect(text.contains("Yes, a hosted meeting is a decision made together."))
    #expect(
      try run("ada", "review", "show", "2026-north-star", "--format", "json").output.contains("\"decision\" : \"keep\"")
    )
    #expect(try run("ada", "review", "show", "2026-north").errors.contains("2026-north-star"))
    #expect(
      try run("ada", "review", "list", "--format", "csv").output.contains(
        "2026-north-star,metric/weekly-hosted-meetings,2026-01-20,keep,ada lin,"))
  }

  @Test func aRehearsalMovesNothing() throws {
    try run("ada", "review", "open", "activation-rate", "--id", "rate")
    let before = try sandbox.git("for-each-ref")
    for more in [[], ["--propose"]] {
      let words = ["review", "decide", "rate", "keep", "--because", "x", "--next", "2026-06-01", "--dry-run"] + more
      let rehearsal = try sandbox.northstar(words)
      #expect(rehearsal.status == 0 && rehearsal.output.contains("Northstar-Decision: keep"))
    }
    #expect(try sandbox.git("for-each-ref") == before)
  }
}
