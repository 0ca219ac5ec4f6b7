import TestSupport
import Testing

/// `add`: new entities.
@Suite struct AddCommandTests {
  private let sandbox: Sandbox

  init() throws {
    sandbox = try Sandbox()
    try sandbox.writeStrategy()
    try sandbox.commit()
  }

  private func add(_ arguments: String...) throws -> Outcome { try sandbox.northstar(["add"] + arguments) }

  @Test func writesTheFileWhereItBelongs() throws {
    let outcome = try add("person", "mara", "emails=mara@huddle.example", "name=Mara Costa", "discipline=design")
    #expect(outcome.status == 0, "\(outcome.text)")
    #expect(
      try sandbox.text("people/mara.yaml") == """
        kind: person
        id: mara
        name: Mara Costa
        discipline: design
        emails: [mara@huddle.example]

        """)
    #expect(outcome.output.contains("mara: add a person\nadded person/mara"))
    #expect(try sandbox.git("status", "--porcelain") == "")
    #expect(try sandbox.northstar("fmt", "--check").status == 0)
  }

  @Test func fieldsWithinFieldsAndItemsOfLists() throws {
    let outcome = try add(
      "metric", "tour-starts", "name=Tour starts", "role=driver", "lifecycle=draft", "direction=increase",
      "definition.counts=Tours begun", "definition.unit=tours", "drives[onboarding-completion].as=influence",
      "drives[onboarding-completion].sign=positive", "external_factors=holidays, and the weather")
    #expect(outcome.status == 0, "\(outcome.text)")
    let text = try sandbox.text("metrics/tour-starts.yaml")
    #expect(text.contains("definition:\n  counts: Tours begun\n  unit: tours\n"))
    #expect(text.contains("drives:\n  - metric: onboarding-completion\n    as: influence\n    sign: positive\n"))
    #expect(text.contains("holidays, and the weather"))
    let team = try add("team", "reach", "name=Reach", "lead=lin", "members=lin, omar", "members=ada")
    #expect(team.status == 0, "\(team.text)")
    #expect(try sandbox.text("teams/reach.yaml").contains("members: [lin, omar, ada]\n"))
  }

  @Test func okrsAreNamedByCycleAndTeam() throws {
    #expect(
      try add("cycle", "2026-q2", "name=Q2", "starts=2026-04-01", "ends=2026-06-30", "state=draft").status == 0)
    let first = "objectives[first]"
    let outcome = try add(
      "okrs", "2026-q2/growth", "\(first).title=Colleagues bring each other along", "\(first).ambition=committed",
      "\(first).input=new-workspaces", "\(first).key_results[new].title=Raise new workspaces to 1500",
      "\(first).key_results[new].type=increase", "\(first).key_results[new].metric=new-workspaces",
      "\(first).key_results[new].baseline=1200", "\(first).key_results[new].target=1500",
      "\(first).key_results[new].owner=lin")
    #expect(outcome.status == 0, "\(outcome.text)")
    #expect(
      try sandbox.text("okrs/2026-q2/growth.yaml").hasPrefix("kind: okrs\nteam: growth\ncycle: 2026-q2\nobjectives:\n"))
  }

  @Test func namesWhatIsMissing() throws {
    let outcome = try add("metric", "tour-starts", "name=Tour starts")
    #expect(outcome.status == 129)
    #expect(outcome.errors.contains("lacks 4 of its fields"))
    for field in ["role", "lifecycle", "definition.counts", "direction"] {
      #expect(outcome.errors.contains("Add \(field)=<"), "\(field)")
    }
    #expect(!sandbox.exists("metrics/tour-starts.yaml"))
  }

  @Test func asksWhoeverIsThere() throws {
    let answered = try sandbox.northstar("add", "team", "reach", answers: ["Reach", "", "lin"])
    #expect(answered.status == 0, "\(answered.text)")
    #expect(try sandbox.text("teams/reach.yaml") == "kind: team\nid: reach\nname: Reach\nlead: lin\n")
    let stopped = try sandbox.northstar("add", "team", "depth", answers: ["Depth"])
    #expect(stopped.status == 128 && stopped.errors.contains("nothing was written"))
  }

  @Test(arguments: ["../x", "Mara", "mära", "a/b", "", "true", "..", "x y", "mara\u{202E}", "-mara"])
  func onlyIdsAreIds(_ id: String) throws {
    let before = try sandbox.git("rev-parse", "HEAD")
    #expect(
      try sandbox.northstar(["add", "person", "--", id, "name=Mara"]).errors.contains("Write the id of a person"))
    #expect(try sandbox.git("rev-parse", "HEAD") == before)
    #expect(try sandbox.git("status", "--porcelain") == "")
  }

  @Test func nothingIsOverwritten() throws {
    #expect(try add("person", "ada", "name=Ada").errors.contains("there is a person 'ada' already"))
    try sandbox.git("mv", "people/omar.yaml", "people/Mara.yaml")
    try sandbox.commit()
    #expect(try add("person", "mara", "name=Mara").errors.contains("there is already a file 'people/Mara.yaml'"))
    try sandbox.write("people/sam.yaml", "mine\n")
    #expect(try add("person", "sam", "name=Sam").status == 128)
    #expect(try sandbox.text("people/sam.yaml") == "mine\n")
  }

  @Test func refusesWhatCannotBeAdded() throws {
    #expect(try add("persn", "mara").errors.contains("Did you mean 'person'?"))
    #expect(try add("strategy", "other").errors.contains("northstar init"))
    #expect(try add("person", "mara", "name").status == 129)
    #expect(try add("person", "mara", "name=").status == 129)
    #expect(try add("person", "mara", "nme=Mara").errors.contains("Did you mean 'name'?"))
    #expect(try add("person", "mara", "name=Mara", "name=Mia").errors.contains("given twice"))
    #expect(try add("person", "mara", "id=mia", "name=Mara").status == 129)
    #expect(try add("team", "reach", "name=Reach", "lead=nobody").status == 1)
    #expect(!sandbox.exists("teams/reach.yaml"))
  }
}
