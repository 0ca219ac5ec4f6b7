import Foundation
import Presentation
import Rules
import StrategyModel
import TestSupport
import Testing

@testable import Editing
@testable import northstar

@Suite struct GoalImportTests {
  private let sandbox: Sandbox

  init() throws {
    sandbox = try Sandbox()
    try sandbox.writeStrategy()
    try sandbox.write(
      "cycles/2026-q2.yaml", "kind: cycle\nid: 2026-q2\nstarts: 2026-04-01\nends: 2026-06-30\nstate: draft\n")
    try sandbox.write(
      "cycles/2025-q4.yaml", "kind: cycle\nid: 2025-q4\nstarts: 2025-10-01\nends: 2025-12-31\nstate: closed\n")
    try sandbox.commit("Begin", on: "2026-01-27")
  }

  private func run(_ text: String, _ options: String..., file: String = "okrs.md", answers: [String]? = nil) throws
    -> Outcome
  {
    try sandbox.write(file, text, in: ".")
    return try sandbox.northstar(["okr", "import", "../\(file)"] + options, answers: answers)
  }

  private static let page = """
    # Growth, Q2 2026

    We met on Tuesday.

    ## Objective: Colleagues invite each other without being asked
    Input: new-workspaces

    - KR1: Raise the invite acceptance from 38 % to 50 % (@omar)
    - KR2: Interview 30 customers [notes](https://wiki.huddle.example/30) — Lin Wei
      - ask the support team too
    - KR3: The calendar invitation is live (Owner: Pat Doe)
    - KR4: Reach N₀ teams
    - KR5: Improve retention to TBD (now 43 %)
    """

  @Test func `a page becomes the file of its team, in one commit`() throws {
    let outcome = try run(Self.page, "--yes", "--ambition", "committed")
    #expect(outcome.status == 0, "\(outcome.text)")
    #expect(
      try sandbox.text("okrs/2026-q2/growth.yaml") == """
        kind: okrs
        team: growth
        cycle: 2026-q2
        objectives:
          - id: colleagues-invite-each-other-without
            title: Colleagues invite each other without being asked
            ambition: committed
            input: new-workspaces
            key_results:
              - id: raise-invite-acceptance
                title: Raise the invite acceptance from 38 % to 50 %
                type: increase
                baseline: 38
                target: 50
                unit: percent
                owner: omar
              - id: interview-customers-notes
                title: Interview 30 customers notes
                type: increase
                baseline: 0
                target: 30
                unit: customers
                owner: lin
                links:
                  - https://wiki.huddle.example/30
                notes: ask the support team too
              - id: calendar-invitation-live
                title: The calendar invitation is live
                type: milestone
                notes: "Owner: Pat Doe"
              - id: reach-n-teams
                title: Reach N₀ teams
                type: increase
                baseline: unknown
                target: undisclosed
                unit: teams
              - id: improve-retention
                title: Improve retention to TBD (now 43 %)
                type: increase
                baseline: 43
                target: to-be-set
                target_until: 2026-06-30
                unit: percent
                notes: "Reported in the source: current 43 %"

        """)
    #expect(outcome.output.contains("3: it is not a goal: We met on Tuesday."), "\(outcome.output)")
    #expect(outcome.output.contains("there is no person 'Pat Doe'"))
    #expect(try sandbox.git("rev-list", "--count", "HEAD") == "2")
    #expect(
      try sandbox.git("log", "-1", "--format=%s") == "okrs: import 1 objective and 5 key results from okrs.md")
  }

  @Test func `without a terminal only the preview is shown`() throws {
    let outcome = try run(Self.page)
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("okrs.md: 1 objective, 5 key results; 1 line not placed."), "\(outcome.output)")
    #expect(outcome.errors.contains("Nothing was written; add --yes to write it."))
    #expect(try sandbox.git("rev-list", "--count", "HEAD") == "1")
  }

  @Test(arguments: [("y", "2"), ("n", "1"), ("", "1")])
  func `on a terminal it asks`(answer: String, commits: String) throws {
    let outcome = try run(Self.page, answers: [answer])
    #expect(outcome.status == 0, "\(outcome.text)")
    #expect(try sandbox.git("rev-list", "--count", "HEAD") == commits)
  }

  @Test func `a second import adds only what is new`() throws {
    #expect(try run(Self.page, "--yes").status == 0)
    let again = try run(Self.page, "--yes")
    #expect(again.output.contains("5 already there"), "\(again.output)")
    #expect(try sandbox.git("rev-list", "--count", "HEAD") == "2")
    let more = try run(Self.page + "\n- KR6: The guide is printed\n", "--yes")
    #expect(more.status == 0, "\(more.text)")
    #expect(
      try sandbox.text("okrs/2026-q2/growth.yaml").hasSuffix("title: The guide is printed\n        type: milestone\n"))
    #expect(try sandbox.git("log", "-1", "--format=%s").contains("0 objectives and 1 key result"))
  }

  @Test func `goals with errors are refused, or taken as they are`() throws {
    let text = Self.page.replacing("Input: new-workspaces\n", with: "")
    let refused = try run(text, "--yes")
    #expect(refused.status == 1)
    #expect(refused.output.contains("NS205"), "\(refused.output)")
    #expect(try sandbox.git("rev-list", "--count", "HEAD") == "1")
    let taken = try run(text, "--yes", "--as-is")
    #expect(taken.status == 0, "\(taken.text)")
    #expect(taken.errors.contains("NS205"), "\(taken.errors)")
    #expect(sandbox.exists("okrs/2026-q2/growth.yaml"))
  }

  @Test func `an input is given by option, for one objective or all`() throws {
    let text = Self.page.replacing("Input: new-workspaces\n", with: "")
    for value in ["new-workspaces", "colleagues-invite-each-other-without=new-workspaces"] {
      let outcome = try run(text, "--input", value, "--dry-run")
      #expect(outcome.output.contains("+    input: new-workspaces"), "\(outcome.text)")
    }
    let unknown = try run(text, "--input", "elsewhere=new-workspaces")
    #expect(unknown.errors.contains("no objective of the file is called 'elsewhere'"), "\(unknown.errors)")
  }

  @Test func `a goal may guard a guardrail or make another one possible`() throws {
    let text = """
      ## Objective: Invitations stay welcome
      - TBD % of invitations are answered
      ## Objective: Hiring keeps up
      - Hire 4 engineers
      """
    try sandbox.write(
      "metrics/spam-reports.yaml",
      """
      kind: metric
      id: spam-reports
      name: Spam reports
      role: guardrail
      unit: reports
      direction: down
      owner: {team: growth, person: omar}

      """)
    try sandbox.commit("Guard", on: "2026-01-28")
    let options = ["--team", "growth", "--cycle", "2026-q2", "--input", "invitations-stay-welcome=spam-reports"]
    try sandbox.write("okrs.md", text, in: ".")
    let outcome = try sandbox.northstar(
      [
        "okr", "import", "../okrs.md", "--dry-run", "--supports",
        "hiring-keeps-up=new-workspaces: Nobody builds it now",
      ]
        + options)
    for line in [
      "+    guards: spam-reports", "+        target: to-be-set", "+      - input: new-workspaces",
      "+        because: Nobody builds it now", "hiring-keeps-up supports new-workspaces: Hiring keeps up",
    ] { #expect(outcome.output.contains(line), "\(outcome.text)") }
    for wrong in ["hiring-keeps-up", "=x: y", "hiring-keeps-up=new-workspaces", "elsewhere=new-workspaces: y"] {
      #expect(try sandbox.northstar(["okr", "import", "../okrs.md", "--supports", wrong] + options).status != 0)
    }
  }

  @Test func `a closed cycle is left alone unless asked, and its scores are taken`() throws {
    let text = """
      ## Growth 2025-Q4
      ### O1: Teams find each other
      - KR1: Raise invitations from 2 to 3 per team (@lin) => 80 %
      - KR2: Calendar invitations are live (@omar) [0.5]
      """
    let left = try run(text, "--yes")
    #expect(left.output.contains("'2025-q4' is closed"), "\(left.output)")
    #expect(left.output.contains("--as-is"), "\(left.output)")
    #expect(try sandbox.git("rev-list", "--count", "HEAD") == "1")
    let taken = try run(text, "--yes", "--as-is")
    #expect(taken.status == 0, "\(taken.text)")
    let file = try sandbox.text("okrs/2025-q4/growth.yaml")
    #expect(file.contains("title: Raise invitations from 2 to 3 per team\n"), "\(file)")
    #expect(file.contains("score: 0.8\n") && file.contains("score: 0.5\n"), "\(file)")
  }

  @Test func `a team that is unknown, and one that nobody names, are listed`() throws {
    let text =
      "# Design team\n## O1: Pages that people like\n- KR1: The page is live\n\n# OKRs\n- O2: Two\n  - KR: Three\n"
    let outcome = try run(text, "--cycle", "2026-q2")
    #expect(
      outcome.output.contains("2: there is no team 'Design'")
        || outcome.output.contains("there is no team 'Design team'"))
    #expect(outcome.output.contains("6: nothing says which team it is of: Two"), "\(outcome.output)")
    #expect(outcome.output.contains("--team"))
    let given = try run(text, "--cycle", "2026-q2", "--team", "growth", "--format", "json")
    #expect(!given.output.contains("\"reason\""), "\(given.output)")
    #expect(given.output.contains("\"guessed\" : [\n        \"team\"\n"), "\(given.output)")
  }

  @Test func `what is running is kept in notes`() throws {
    let text =
      "Team,Objective,Key result,Now,Score,Status,Region\nGrowth,One goal,Reach 40 teams,12,0.3,on track,EMEA\n"
    let outcome = try run(text, "--format", "json", file: "goals.csv")
    #expect(
      outcome.output.contains("Reported in the source: current 12; score 0.3; status on track"), "\(outcome.output)")
    #expect(outcome.output.contains("Region: EMEA"))
    #expect(outcome.output.contains("\"score\" : null"))
  }
}

/// Sheets of every shape.
@Suite struct GoalSheetTests {
  private func goals(_ rows: [[String]], _ map: [String: GoalField] = [:]) throws -> SourceGoals {
    var grid = Grid()
    grid.rows = rows.enumerated().map { Grid.Row(line: $0 + 1, cells: $1) }.filter { !$0.filled.isEmpty }
    let columns = try #require(SheetColumns.found(in: grid, map))
    return SheetGoals(grid, columns, NameBook(Strategy(folder: "", files: []))).goals
  }

  @Test func `an empty objective repeats the one above, a total is passed over`() throws {
    let found = try goals([
      ["Objective", "KR", "Target"], ["One", "a", "1"], ["", "b", "2"], ["Two", "c", "3"], ["Total", "", "6"],
    ])
    #expect(found.objectives.map(\.goal.words) == ["One", "Two"])
    #expect(found.objectives.map { $0.keyResults.map(\.words) } == [["a", "b"], ["c"]])
    #expect(found.remarks == ["Passed over: 1 row of totals."])
  }

  @Test func `two header rows are one header`() throws {
    let found = try goals([
      ["Q2", "", "", "", ""], ["Objective", "Key result", "Numbers", "Numbers", "Owner"],
      ["", "", "Start", "Target", ""],
      ["One", "a", "4", "7", "lin"],
    ])
    let fields = try #require(found.objectives.first?.keyResults.first).fields
    #expect(fields[.baseline] == "4" && fields[.target] == "7" && fields[.owner] == "lin")
  }

  @Test func `objectives and key results can be told apart by a column or by marks`() throws {
    for rows in [
      [["Type", "Title"], ["Objective", "One"], ["Key Result", "a"], ["Initiative", "x"], ["Key Result", "b"]],
      [["OKR", "Owner"], ["O1: One", ""], ["KR1.1: a", ""], ["x", ""], ["KR1.2 - b", ""]],
    ] {
      let found = try goals(rows)
      #expect(found.objectives.map(\.goal.words) == ["One"])
      #expect(found.objectives.first?.keyResults.map(\.words) == ["a", "b"])
      #expect(found.unplaced.map(\.line) == [4])
    }
  }

  @Test func `columns of other names are mapped, or kept in notes`() throws {
    let rows = [["Ziel", "Ergebnis", "Bereich"], ["Eins", "a", "Nord"]]
    let found = try goals(rows, ["ziel": .objective, "ergebnis": .keyResult])
    #expect(found.objectives.first?.keyResults.first?.notes == ["Bereich: Nord"])
    #expect(found.remarks == ["Unknown columns, kept in notes: 'Bereich'."])
  }

  @Test func `several key results in a cell are several`() throws {
    let found = try goals([["Objective", "Key results", "Owner"], ["One", "1. a\n2. b\n3. c", "lin"]])
    #expect(found.objectives.first?.keyResults.map(\.words) == ["a", "b", "c"])
    #expect(found.objectives.first?.keyResults.allSatisfy { $0.fields[.owner] == "lin" } == true)
  }
}

/// Markdown of every shape.
@Suite struct MarkdownGoalsTests {
  private func goals(_ text: String) -> SourceGoals {
    MarkdownGoals(text, NameBook(SmallStrategy.loaded()), [:]).goals
  }

  @Test(arguments: [
    "- One\n  - a 5\n    - remark\n  - b\n", "# Growth\n- One\n  - a\n  - b\n", "## One\n- a\n- b\n",
    "## Growth\n### One\n* a\n* b\n", "**One**\n\n1. a\n2. b\n", "One:\n- a\n- b\n", "O1: One\nKR1: a\nKR2: b\n",
    "- O1: One\n- KR1: a\n- KR2: b\n", "### Objective 1\nOne\n\n**Key results**\n- a\n- b\n",
    "# Objectives\n## One\n### Key results\n- a\n- b\n", "| Objective | KR |\n|---|---|\n| One | a |\n| | b |\n",
    "## O1: One\n| Key result | Owner |\n|--|--|\n| a | lin |\n| b | |\n",
  ])
  func `objectives are found with marks and without`(text: String) {
    let found = goals(text)
    #expect(found.objectives.map(\.goal.words) == ["One"], "\(text)")
    #expect(found.objectives.first?.keyResults.map { String($0.words.prefix(1)) } == ["a", "b"], "\(text)")
  }

  @Test func `what has no place is listed with its line`() {
    let found = goals("Hello\n\n- alone\n\n# Notes\n- x\n\n```\ncode\n```\n| a | b |\n|---|---|\n| c | d |\n")
    #expect(found.objectives.isEmpty)
    #expect(found.unplaced.map(\.line) == [1, 3, 5, 6, 9, 11, 13])
  }

  @Test func `a text without an end is listed, and not read as a goal`() throws {
    let sandbox = try Sandbox()
    try sandbox.writeStrategy()
    try sandbox.commit("Begin", on: "2026-01-27")
    let long = ["(a ", "[a](b", "a - ", ": a", "=>"].map { "- KR: " + String(repeating: $0, count: 50_000) }
    try sandbox.write("okrs.md", "# Growth\n## O1: x\n\(long.joined(separator: "\n"))\n", in: ".")
    let outcome = try sandbox.northstar("okr", "import", "../okrs.md", "--format", "json")
    #expect(outcome.output.split(separator: "it is too long for a goal").count == 6)
  }
}

/// What is concluded from words, and what is not.
@Suite struct GoalNumbersTests {
  @Test(arguments: [
    ("Raise NPS from 31 to 40", "increase", "31", "40"), ("Latency 240 → 180 ms", "decrease", "240", "180"),
    ("23 of 50 doc updates", "increase", "0", "50"), ("6 courses to 11", "increase", "6", "11"),
    ("Increase weekly users 15% to 40,000", "increase", "-", "40000"),
    ("Sales cycle shortened by 20 %", "decrease", "-", "-"),
    ("2x the number of contributors", "increase", "-", "-"), ("Reply within 2 days", "milestone", "-", "-"),
    ("Close the books in 5 days (was 9)", "decrease", "9", "5"), ("Achieve SOC 2 by June 30", "milestone", "-", "-"),
    ("Support global customers (5k+ users)", "milestone", "-", "-"),
    ("8 out of 10 teams use it", "milestone", "-", "-"),
    ("Launch in 2026", "milestone", "-", "-"), ("Publish 12 stories", "increase", "0", "12"),
    ("Revenue from €14,500 to €18,000", "increase", "14500", "18000"),
    ("Bugs older than 90 days from 77 to 30", "decrease", "77", "30"),
  ])
  func `numbers are read as a person would`(title: String, type: String, baseline: String, target: String) {
    let numbers = GoalNumbers(title)
    #expect(numbers.type.rawValue == type)
    #expect(numbers.baseline?.number?.plain ?? "-" == baseline)
    #expect(numbers.target?.number?.plain ?? "-" == target)
  }

  @Test(arguments: [
    ("N₀", Figure.Value.undisclosed), ("$X", .undisclosed), ("X%", .toBeSet), ("???", .toBeSet),
    ("1,200", .number(1_200)),
    ("€1.2M", .number(1_200_000)), ("99.95%", .number(99.95)), ("3x", .factor(3)), ("-4", .number(-4)),
  ])
  func `figures have their meaning`(word: String, value: Figure.Value) { #expect(Figure(word)?.value == value) }

  @Test(arguments: ["30-day", "5th", "p95", "Q3", "B2B", "1:1", "24/7", "1e999", "", "%", "$", "N", "--", "1.2.3.4"])
  func `other words are no figures`(word: String) { #expect(Figure(word)?.number == nil) }

  @Test(arguments: [
    ("Objective 1: Grow", true, "Grow"), ("O2. Grow", true, "Grow"), ("**Objective** Grow", true, "Grow"),
    ("KR 1.2 – Reach 5", false, "Reach 5"), ("Key result: Reach 5", false, "Reach 5"),
    ("[KR] Reach 5", false, "Reach 5"),
  ])
  func `marks are found`(text: String, isObjective: Bool, rest: String) throws {
    let mark = try #require(GoalMark(text))
    #expect(mark.isObjective == isObjective && mark.rest == rest)
  }

  @Test(arguments: ["Objectives for spring", "On time delivery", "Krakow opens", "KR", "Objective truth matters", "O"])
  func `other words are no marks`(text: String) { #expect(GoalMark(text).map(\.rest) ?? "" == "") }

  /// Random changes of real texts: read, or refused in words.
  @Test(arguments: ["headings.md", "bullets.md", "tables.md", "nested.md", "goals.csv"])
  func `any bytes are read or refused`(file: String) throws {
    let names = NameBook(Strategy(folder: "", files: []))
    let url = Sandbox.root.appending(path: "Tests/CommandTests/Validation/Goals/\(file)")
    let bytes = Array(try Data(contentsOf: url).prefix(3_000))
    var random = Chance(3)
    for _ in 0..<100 {
      var changed = bytes
      for _ in 0..<random.below(40) {
        let place = random.below(changed.count)
        switch random.below(3) {
        case 0: changed.remove(at: place)
        case 1: changed.insert(random.one(of: Array("|*_#-[](){}:,;\"\n\t@=>".utf8)), at: place)
        default: changed[place] = UInt8(random.below(256))
        }
      }
      guard let goals = try? GoalSource(changed, named: file, GoalImportRequest()).goals(names) else { continue }
      let strategy = Strategy(folder: "", files: [])
      _ = try GoalResolution(goals, strategy, names, today: Day(number: 20_000), GoalImportRequest()).goals
      for goal in goals.objectives.flatMap(\.keyResults) { _ = GoalNumbers(goal.words) }
    }
  }
}
