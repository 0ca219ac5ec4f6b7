import TestSupport
import Testing

@testable import northstar

/// What people type: keys that are not text, days that do not exist, unknown names.
@Suite struct TypedTextTests {
  private let sandbox: Sandbox

  init() throws {
    sandbox = try Sandbox()
    try sandbox.writeStrategy()
    try sandbox.commit("Begin", on: "2026-01-05")
  }

  @Test func anAnswerWithAnArrowKeyIsAskedForAgain() throws {
    let other = try Sandbox()
    let outcome = try other.northstar(
      ["init"], answers: ["2", "Bazar\u{1B}[D\u{1B}[DX", "Bazaar"] + Array(repeating: "", count: 12))
    #expect(outcome.status == 0, "\(outcome.text)")
    #expect(outcome.errors.contains("contains a key that is not text"))
    #expect(try other.text("northstar.yaml").contains("product: Bazaar\n"))
  }

  @Test(arguments: [
    ["set", "growth.name", "Gro\u{1B}[Dwth"], ["add", "person", "mara", "name=Mara\u{07}"],
    ["owners", "--branch", "a\u{9B}b"], ["set", "growth.name", "Growth", "-m", "a\u{7F}"], ["lo\u{1B}g"],
  ])
  func anArgumentWithAControlCharacterIsRefused(_ line: [String]) throws {
    let before = try sandbox.git("rev-parse", "HEAD")
    let outcome = try sandbox.northstar(line)
    #expect(outcome.status == 129 && outcome.errors.contains("has a control character in it"), "\(outcome.text)")
    #expect(try sandbox.git("rev-parse", "HEAD") == before)
  }

  /// No command, option or value exposes the program's internal names.
  @Test(arguments: HelpTests.commands)
  func aBadValueIsRefusedInWords(_ command: [String]) throws {
    let description = try #require(HelpTests.descriptions.first { $0.path == ["northstar"] + command })
    for option in description.options where option.kind == .option {
      for value in ["1.1.2026", "2026-02-30"] {
        let line = command + description.positionals.map { _ in "x" } + [option.name, value]
        let text = try sandbox.northstar(line, width: 200).text
        for word in ["StrategyError", "ExitStatus", "northstar.", "status:", "Optional(", "error 1"] {
          let shown = text.contains(word) && !(word == "northstar." && text.contains("northstar.yaml"))
          #expect(!shown, "\(line): \(text)")
        }
        // An option that takes any text also takes the other value.
        guard text.contains(/a date|a period|no branch, tag/) else { break }
      }
    }
  }

  @Test func aDayIsRefusedByItsOptionInWords() throws {
    let outcome = try sandbox.northstar("retire", "activation-rate", "--on", "1.1.2026")
    #expect(outcome.status == 129)
    #expect(outcome.errors.contains("'1.1.2026' is not a date (expected YYYY-MM-DD)"))
  }

  @Test(arguments: [
    ["who", "activation-rate", "--at", "2026-02-30"], ["log", "activation-rate", "--at", "2026-02-30"],
    ["tree", "--at", "2026-02-30"], ["changes", "--since", "2026-02-30"], ["audit", "--to", "2026-02-30"],
    ["owners", "--on", "2026-02-30"], ["diff", "2026-02-30"], ["diff", "HEAD..2026-02-30"],
    ["check", "--since", "2026-02-30"], ["check", "2026-02-30"], ["owners", "--branch", "2026-02-30"],
    ["propose", "plan", "2026-02-30..HEAD"], ["decisions", "--from", "2026-02-30"],
    ["measure", "show", "--known-on", "2026-02-30"],
    ["explain-change", "activation-rate", "--from", "2026-02-30"],
  ])
  func aDayThatDoesNotExistIsCalledSo(_ line: [String]) throws {
    let outcome = try sandbox.northstar(line)
    #expect(outcome.errors.contains("'2026-02-30'"), "\(outcome.text)")
    #expect(outcome.errors.contains("is not in the calendar (nearest day: 2026-02-28)"), "\(outcome.text)")
    #expect(!outcome.errors.contains("branch"), "\(outcome.text)")
  }

  @Test(arguments: [
    (["list", "metrics", "--where", "role=inpt"], "No row has role=inpt. Did you mean 'input'?"),
    (["list", "waivers"], "There are no waivers."),
    (["decisions", "--person", "nobody"], "there is no person 'nobody'"),
    (["decisions", "--subject", "nothing"], "there is no entity 'nothing'"),
    (["changes", "--since", "2030-01-01"], "Nothing has changed since 2030-01-01, which is after the last commit."),
    (["diff", "HEAD..HEAD"], "Nothing differs in meaning"), (["goalposts", "2026-q1"], "Nothing in 2026-q1 changed"),
  ])
  func anEmptyAnswerSaysWhy(_ line: [String], _ reason: String) throws {
    #expect(try sandbox.northstar(line).errors.contains(reason))
  }

  @Test func aSheetThatCannotAllBeReadIsNamedByEveryAnswer() throws {
    let sheet = "period,value,known_on,source,segment\n2026-W03,34,2026-01-19,warehouse,\n<<<<<<< HEAD\n"
    try sandbox.write("readings/activation-rate.csv", sheet)
    try sandbox.commit("Measure", on: "2026-01-20")
    let note = "readings/activation-rate.csv cannot be read as it is: it contains a merge conflict"
    for line in [
      ["tree", "--values"], ["measure", "show"], ["measure", "show", "activation-rate"], ["okr", "status"], ["report"],
      ["beliefs"],
    ] {
      #expect(try sandbox.northstar(line).text.contains(note), "\(line)")
      guard line[0] != "tree" else { continue }
      let json = try sandbox.northstar(line + ["--format", "json"]).output
      #expect(json.contains(note), "\(line)")
    }
    #expect(try sandbox.northstar("report", "--format", "html").output.contains(note))
  }
}
