import Foundation
import TestSupport
import Testing

/// `workshop new`, `add-candidate`, `score`, `done` and `show`.
@Suite struct WorkshopTests {
  private let sandbox: Sandbox
  private let file = "workshops/second-star.yaml"

  init() throws {
    sandbox = try Sandbox()
    try sandbox.writeStrategy()
    try sandbox.commit()
  }

  private func workshop(_ arguments: String..., answers: [String]? = nil) throws -> Outcome {
    try sandbox.northstar(["workshop"] + arguments, answers: answers)
  }

  private func begin() throws {
    let outcome = try workshop("new", "second-star", "--participants", "ada,grace,lin,omar", "--business", "saas")
    try #require(outcome.status == 0, "\(outcome.text)")
  }

  @Test func newWritesAFileThatIsReadyToBeFilled() throws {
    let outcome = try workshop(
      "new", "second-star", "--participants", "ada, grace", "--participants", "lin", "--facilitator", "lin",
      "--held-on", "2026-01-20", "--core-value", "A team knows what it decided", "--why", "Meetings decide nothing",
      "--why", "Why: nobody prepares them", "--aha", "Reading the decisions", "--game", "productivity",
      "--pre-mortem", "Nobody could move it")
    #expect(outcome.status == 0, "\(outcome.text)")
    let text = try sandbox.text(file)
    #expect(
      text.hasPrefix(
        """
        kind: workshop
        id: second-star
        title: Finding our North Star
        held_on: 2026-01-20
        facilitator: lin
        participants: [ada, grace, lin]
        pre_mortem:
          - Nobody could move it
        core_value: A team knows what it decided
        whys:
          - Meetings decide nothing
          - "Why: nobody prepares them"
        aha_moment: Reading the decisions
        game: productivity
        candidates: []
        sprint:
          - week: 1
        """))
    #expect(text.contains("  - week: 4\n"))
    #expect(outcome.output.contains("Nobody represented sales, customer success."))
    #expect(outcome.errors.contains("note[NS713]: only 3 people took part"))
    #expect(try sandbox.git("log", "-1", "--format=%B") == "workshop: open second-star\n")
    #expect(try sandbox.northstar("fmt", "--check").status == 0)
    #expect(try sandbox.git("status", "--porcelain") == "")
  }

  @Test(arguments: ["saas", "marketplace", "streaming", "social", "fintech"])
  func aKindOfBusinessBringsValueGameAndCandidates(business: String) throws {
    let outcome = try workshop("new", "second-star", "--participants", "ada,grace,lin,omar", "--business", business)
    #expect(outcome.status == 0, "\(outcome.text)")
    #expect(!outcome.output.contains("counts '"), "a starting point is no vanity metric: \(outcome.output)")
    let shown = try workshop("show", "second-star", "--format", "json")
    let document = try JSONSerialization.jsonObject(with: Data(shown.output.utf8)) as? [String: Any]
    #expect((document?["candidates"] as? [Any])?.count == 3)
    let workshop = document?["workshop"] as? [String: Any]
    #expect(workshop?["game"] is String && workshop?["core_value"] is String)
    #expect(try sandbox.northstar("check").output.contains("NS714") == false)
  }

  @Test func leadsAPersonThroughIt() throws {
    let outcome = try workshop(
      "new", "second-star",
      answers: [
        "", "ada, mara", "ada lin", "It only went up in spring", "", "Deciding", "Time", "Money", "",
        "The first agenda",
        "chess", "attention", "Registered users", "Meetings hosted", "meetings-hosted", "", "",
      ])
    #expect(outcome.status == 0, "\(outcome.text)")
    #expect(outcome.errors.contains("Known are ada, grace, lin, omar."))
    #expect(outcome.errors.contains("'registered-users' counts 'registered users', which grow without any value."))
    #expect(outcome.errors.contains("Give it a name of its own."))
    let text = try sandbox.text(file)
    #expect(
      text.contains("participants: [ada, lin]\npre_mortem:\n  - It only went up in spring\ncore_value: Deciding\n"))
    #expect(text.contains("whys:\n  - Time\n  - Money\naha_moment: The first agenda\ngame: attention\n"))
    #expect(text.contains("  - id: meetings-hosted\n    name: Meetings hosted\nsprint:"))
  }

  @Test func whoeverStopsHasWrittenNothing() throws {
    let head = try sandbox.git("rev-parse", "HEAD")
    let outcome = try workshop("new", "second-star", answers: ["Another star"])
    #expect(outcome.status == 128 && outcome.errors.contains("nothing was written"))
    #expect(try sandbox.git("rev-parse", "HEAD") == head && !sandbox.exists(file))
  }

  @Test func refusesWhatCannotBe() throws {
    #expect(try workshop("new", "second-star").errors.contains("a workshop needs its participants"))
    let unknown = try workshop("new", "second-star", "--participants", "ada,grase")
    #expect(unknown.errors.contains("grase") && unknown.errors.contains("grace"))
    #expect(try workshop("new", "Second Star", "--participants", "ada").errors.contains("second-star"))
    try begin()
    #expect(try workshop("new", "second-star", "--participants", "ada").errors.contains("already"))
    #expect(try workshop("show", "second-str").errors.contains("second-star"))
    #expect(try workshop("add-candidate", "second-star", "漢字").errors.contains("--id"))
    #expect(try workshop("add-candidate", "second-star", " ").status == 129)
    #expect(try workshop("add-candidate", "second-star", "X", "--id", "weekly-workflow-users").status == 128)
    #expect(try workshop("score", "second-star", "weekly-workflow-user").errors.contains("nobody to ask") == false)
  }

  @Test func candidatesAreAddedBelowThoseThatAreThere() throws {
    _ = try workshop("new", "second-star", "--participants", "ada,grace", "--aha", "Seeing it")
    let first = try workshop("add-candidate", "second-star", "Monthly revenue", "--measurable", "--note", "Sales: yes")
    #expect(first.output.contains("'monthly-revenue' is a business result: 'revenue'."))
    let second = try workshop("add-candidate", "second-star", "Meetings hosted in a week", "--id", "meetings")
    #expect(!second.output.contains("'meetings' "), "\(second.output)")
    #expect(
      try sandbox.text(file).contains(
        """
        aha_moment: Seeing it
        candidates:
          - id: monthly-revenue
            name: Monthly revenue
            measurable: true
            note: "Sales: yes"
          - id: meetings
            name: Meetings hosted in a week
        sprint:

        """))
    #expect(try sandbox.git("log", "-1", "--format=%s") == "second-star: add the candidate meetings")
  }

  @Test func answersStandInTheirUsualPlace() throws {
    try begin()
    let id = "weekly-active-accounts"
    let first = try workshop("score", "second-star", id, "--understandable", "--no-leads-revenue", "--note", "Hm")
    #expect(first.output.contains("'weekly-active-accounts' fails: leads revenue."))
    _ = try workshop("score", "second-star", id, "--measurable", "--positive-experience")
    let last = try workshop("score", "second-star", id, "--leads-revenue", "--leading", "--actionable")
    #expect(last.output.contains("'weekly-active-accounts' passes."))
    let answers = [
      "measurable", "leads_revenue", "positive_experience", "leading", "actionable", "understandable",
    ]
    let entry = "    name: Weekly active accounts\n" + answers.map { "    \($0): true\n" }.joined() + "    note: Hm\n"
    #expect(try sandbox.text(file).contains(entry))
  }

  @Test func asksForWhatNobodyHasAnswered() throws {
    try begin()
    let id = "weekly-shared-results"
    #expect(try workshop("score", "second-star", id).status == 129)
    _ = try workshop("score", "second-star", id, "--measurable")
    let outcome = try workshop("score", "second-star", id, answers: ["maybe", "y", "no", "", "", "", "Late"])
    #expect(outcome.status == 0, "\(outcome.text)")
    #expect(outcome.errors.contains("Answer with y or n.") && !outcome.errors.contains("analytics"))
    #expect(
      try sandbox.text(file).contains(
        "    measurable: true\n    leads_revenue: true\n    positive_experience: false\n    note: Late\n"))
  }

  @Test func tasksAreTickedAndFollowedByCheck() throws {
    _ = try workshop(
      "new", "second-star", "--participants", "ada,grace,lin,omar", "--business", "saas", "--held-on", "2026-01-14")
    let overdue = try sandbox.northstar("check", "--format", "json").output.components(separatedBy: "NS718").count - 1
    #expect(overdue >= 4)
    for task in 1...4 { #expect(try workshop("done", "second-star", String(task)).status == 0) }
    #expect(!(try sandbox.northstar("check").output.contains("NS718")))
    let undone = try workshop("done", "second-star", "3", "--undo")
    #expect(undone.output.contains("5 tasks are left."))
    #expect(undone.output.contains(".done: true → false"))
    let found = try sandbox.northstar("check")
    #expect(found.output.contains("this task of the sprint was planned for the week to 2026-01-27"))
    #expect(found.output.contains("northstar workshop done second-star 3"))
    #expect(try workshop("done", "second-star", "3", "--undo").output.contains("Nothing to change."))
    #expect(try workshop("done", "second-star", "0").errors.contains("Its tasks are 1 to 8."))
    #expect(try workshop("done", "second-star", "99999999999999").status == 129)
    let late = try sandbox.northstar(["check"], today: "2026-04-15")
    #expect(!late.output.contains("NS718"))
  }

  @Test func showSaysWhoWasMissingAndWhatSpeaksAgainstACandidate() throws {
    try begin()
    _ = try workshop("add-candidate", "second-star", "Page views", "--measurable", "--no-leads-revenue")
    let shown = try workshop("show", "second-star")
    #expect(shown.status == 0 && shown.errors == "")
    #expect(shown.output.contains("  omar   sales             Omar Haddad\n"))
    #expect(shown.output.contains("  Nobody represented customer success.\n"))
    #expect(
      shown.output.contains(
        """
          4 page-views: Page views
            filters  measurable: yes  leads revenue: no  positive experience: ?
            tests    leading: ?  actionable: ?  understandable: ?
            'page-views' counts 'page views', which grow without any value. Count the
            moment in which a customer gets the value, over a window.
        """))
    #expect(shown.output.contains("  [ ] 3  week 2 to 2026-02-10    Ask the three filters of every candidate\n"))
    #expect(shown.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
    #expect(try workshop("show", "second-star", "--at", "HEAD~2").errors.contains("second-star"))
  }

  @Test func aFileWithFaultsIsShownAsFarAsItIsRead() throws {
    try sandbox.write(
      file,
      """
      kind: workshop
      id: second-star
      participants: ada
      held_on: 9999-12-31
      candidates:
        - name: "Bell \\u0007"
          measurable: perhaps
        - [odd]
      sprint:
        - week: 0
        - { week: 9, task: Late }

      """)
    let shown = try workshop("show", "second-star")
    #expect(shown.status == 0 && shown.output.contains("Bell ␇") && !shown.output.contains("\u{7}"), "\(shown.text)")
    let json = try workshop("show", "second-star", "--format", "json").output
    #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(json.utf8)) }
    #expect(try workshop("done", "second-star", "1").errors.contains("second-star"), "it is in no commit yet")
  }

  @Test(arguments: ["candidates: []\n", "candidates:\n", "", "candidates: { a: b }\n", "candidates: word\n"])
  func aCandidateIsAddedToWhateverListThereIs(candidates: String) throws {
    try sandbox.write(
      file, "kind: workshop\nid: second-star\ntitle: T\nheld_on: 2026-01-20\nparticipants: [ada]\n\(candidates)")
    try sandbox.commit()
    let outcome = try workshop("add-candidate", "second-star", "Meetings")
    guard outcome.status == 0 else {
      #expect(outcome.errors.contains("cannot edit 'workshops/second-star.yaml'"), "\(outcome.text)")
      return #expect(try sandbox.text(file).hasSuffix(candidates) && candidates.contains { "{w".contains($0) })
    }
    #expect(try sandbox.text(file).hasSuffix("candidates:\n  - id: meetings\n    name: Meetings\n"))
  }

  /// Readings of 70 weeks; revenue follows the meetings by two of them.
  private func writeReadings() throws {
    var state: UInt64 = 7
    let noise = (0..<72).map { _ -> Double in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 40) / 16_777_216
    }
    func sheet(_ values: some Sequence<Double>) -> String {
      let weeks =
        (1...52).map { "2024-W\($0 < 10 ? "0" : "")\($0)" } + (1...18).map { "2025-W\($0 < 10 ? "0" : "")\($0)" }
      let rows = zip(weeks, values).map { "\($0),\($1),2025-06-01,warehouse," }
      return (["period,value,known_on,source,segment"] + rows).joined(separator: "\n") + "\n"
    }
    try sandbox.write("readings/weekly-hosted-meetings.csv", sheet(noise.dropFirst(2).map { 1000 + 400 * $0 }))
    try sandbox.write("readings/recurring-revenue.csv", sheet(noise.map { 9000 + 800 * $0 }))
    try sandbox.commit()
  }

  @Test func readingsAnswerWhatTheyCan() throws {
    try begin()
    _ = try workshop("add-candidate", "second-star", "Hosted meetings", "--id", "weekly-hosted-meetings")
    #expect(!(try workshop("show", "second-star").output.contains("The readings")))
    try writeReadings()
    let shown = try workshop("show", "second-star").output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(
      shown.contains(
        "The readings: weekly-hosted-meetings leads recurring-revenue by 2 weeks: they move together."), "\(shown)")
    let json = try workshop("show", "second-star", "--format", "json").output
    #expect(json.contains("\"leads\" : true"))
    let scored = try workshop("score", "second-star", "weekly-hosted-meetings", "--no-leading", "--no-measurable")
    #expect(scored.status == 0, "\(scored.text)")
    #expect(scored.output.contains("The readings: weekly-hosted-meetings leads recurring-revenue by 2 weeks"))
    #expect(scored.output.contains("The answer to 'leading' is the opposite."))
    #expect(scored.output.contains("It has readings, so it can be measured."))
    #expect(try sandbox.git("log", "-1", "--format=%B") == "second-star: score weekly-hosted-meetings\n")
    let other = try workshop("score", "second-star", "weekly-active-accounts", "--leading")
    #expect(!other.output.contains("readings"))
  }

  @Test func readingsWithoutAResultSaySo() throws {
    try begin()
    _ = try workshop("add-candidate", "second-star", "Hosted meetings", "--id", "weekly-hosted-meetings")
    try sandbox.write(
      "readings/weekly-hosted-meetings.csv", "period,value,known_on,source,segment\n2026-W02,7,2026-01-20,x,\n")
    let shown = try workshop("show", "second-star").output
    #expect(shown.contains("The readings: it is measured, but there is no measured business result"), "\(shown)")
  }
}
