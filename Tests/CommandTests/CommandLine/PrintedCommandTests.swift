import ArgumentParser
import Foundation
import StrategyModel
import StrategyStore
import TestSupport
import Testing

@testable import northstar

/// Every command line that a message, a hint or a help text tells people to type.
@Suite struct PrintedCommandTests {
  /// The values for placeholders and interpolations in a text.
  private static let placeholders = ["<decision>": "keep", "<outcome>": "keep"]

  @Test func everyPrintedCommandIsTaken() throws {
    var count = 0
    for file in try sources() {
      for line in try PrintedCommandTests.commands(in: String(contentsOf: file, encoding: .utf8)) {
        count += 1
        #expect(PrintedCommandTests.flaw(of: line) == nil, "\(file.lastPathComponent): northstar \(line)")
      }
    }
    #expect(count > 40)
  }

  @Test func everyOperationIsACommand() throws {
    let operations: [StrategyStore.Operation] = [
      .check, .tree, .show("cycle/2026-q1"), .blame, .log("a"), .initialise(), .initialise(beside: true),
      .set(field: "activation-rate.target", to: "5"), .addItem(field: "team/growth.members", item: "ada"),
      .add(.cycle), .add(.person), .add(.initiative), .edit("a"), .assign(lever: "a"), .renameTeam("a"),
      .startInitiative("a"), .addObjective(team: "a", cycle: "b"), .checkIn(keyResult: "a/b", value: nil),
      .checkIn(keyResult: "a/b", value: "5"), .startCycle("a"), .startCycle(nil), .gradeCycle("a"), .closeCycle("a"),
      .closeCycleBySheet("a"), .addReading(metric: "a"), .addReading(metric: nil), .importReadings,
      .measurements, .readingVersions(metric: "a"),
      .startProposal(id: nil), .planProposal(nil), .planProposal("a"), .planRange, .showProposal("a"),
      .approveProposal("a"), .landProposal("a"), .rejectProposal, .withdrawProposal("a"), .openReview(nil),
      .openReview("metric/a -> metric/b"), .decideReview("a", replacement: nil), .decideReview(nil, replacement: "b"),
      .newWorkshop, .showWorkshop("a"), .scoreCandidate(workshop: "a", candidate: "b"), .installGate,
    ]
    for operation in operations {
      let text = ("\(run: operation)" as Remedy).commandLine
      let commands = PrintedCommandTests.printed(in: text.replacing(" > sheet", with: ""))
      #expect(!commands.isEmpty, "\(text)")
      for command in commands { #expect(PrintedCommandTests.flaw(of: command) == nil, "\(command)") }
    }
    let source = try #require(try sources().first { $0.lastPathComponent == "Operation.swift" })
    let cases = try String(contentsOf: source, encoding: .utf8).matches(of: /\n  case ([a-zA-Z]+)/).map { String($0.1) }
    #expect(Set(operations.map { "\($0)".prefix(while: \.isLetter) }) == Set(cases.map { $0[...] }))
  }

  @Test(arguments: Parameter.allCases) func everyParameterIsAnOption(_ parameter: Parameter) {
    #expect(HelpTests.descriptions.contains { $0.options.contains { $0.name == parameter.option } })
  }

  @Test(arguments: [
    ("help: [\"Run 'northstar hook instal'.\"]", false), ("help: [\"Run 'northstar hook install'.\"]", true),
    ("\"northstar propose start \\(id)\"", false), ("\"Run: northstar propose land \\(id ?? \"\").\"", true),
    ("\"Say 'northstar check --stagedd'.\"", false), ("\"'northstar checkin'\"", true),
  ])
  func aCommandThatIsNoneIsFound(_ text: String, _ isRight: Bool) {
    let lines = PrintedCommandTests.commands(in: text)
    #expect(lines.count == 1)
    #expect((lines.first.map(PrintedCommandTests.flaw) == .some(nil)) == isRight)
  }

  // MARK: Several strategies

  /// Two strategies, of which the second is named on every command line.
  private func twoStrategies() throws -> Sandbox {
    let sandbox = try Sandbox()
    try sandbox.writeStrategy(in: "repo/one")
    try sandbox.writeStrategy(in: "repo/two")
    try sandbox.write(
      "two/northstar.yaml", sandbox.text("two/northstar.yaml").replacing("id: huddle", with: "id: other"))
    try sandbox.commit()
    return sandbox
  }

  @Test(arguments: [
    "okr todo --as ada --strategy other", "okr todo --as ada --format json --strategy=other",
    "report --strategy other", "report --format html --strategy other",
    "measure show new-workspaces --strategy other", "owners --format codeowners --strategy other",
    "owners --format backstage --strategy two/", "log activation-rate.target --strategy other",
    "who recurring-revenue --strategy other", "propose show nothing --strategy other",
    "propose start more --title More --because Because --strategy other", "checkin nothing --strategy other",
    "okr new nobody --strategy other", "cycle grade 2026-q1 --early --strategy other",
    "review decide nothing keep --because So --strategy other",
    "explain-change weekly-hosted-meetings --from 2026-W01 --strategy other", "check",
  ])
  func aPrintedCommandNamesTheStrategy(_ line: String) throws {
    let outcome = try twoStrategies().northstar(line.split(separator: " ").map(String.init), today: "2026-08-05")
    for command in PrintedCommandTests.printed(in: outcome.text) {
      let words = command.split(separator: " ").map(String.init)
      let takesStrategy = HelpTests.descriptions.contains { description in
        let path = Array(description.path.dropFirst())
        return !path.isEmpty && words.starts(with: path) && description.options.contains { $0.name == "--strategy" }
      }
      guard takesStrategy else { continue }
      #expect(command.contains("--strategy other") || command.contains("--strategy two/"), "\(line): \(command)")
      let unnamed = command.replacing(/\s--strategy [a-z\/]+/, with: "")
      let isMention = PrintedCommandTests.commands.contains { unnamed == $0.joined(separator: " ") }
      #expect(isMention || PrintedCommandTests.flaw(of: command) == nil, "\(line): \(command)")
    }
  }

  @Test func commandsOfSeveralStrategiesAreFound() throws {
    let sandbox = try twoStrategies()
    let outcome = try sandbox.northstar("okr", "todo", "--as", "ada", "--strategy", "other", today: "2026-08-05")
    #expect(PrintedCommandTests.printed(in: outcome.text).count > 1, "\(outcome.text)")
    let plain = try sandbox.northstar("okr", "todo", "--as", "ada", in: "repo/two", today: "2026-08-05")
    #expect(!plain.text.contains("--strategy"), "\(plain.text)")
    let check = try sandbox.northstar("check", today: "2027-08-05").output
    #expect(check.contains("northstar review open --strategy huddle"), "\(check)")
    #expect(check.contains("northstar review open --strategy other"), "\(check)")
  }

  @Test(arguments: [
    ("Run 'northstar okr status'.", "Run 'northstar okr status --strategy a'."),
    (
      "Fill it in: northstar cycle close q1 --sheet > f",
      "Fill it in: northstar cycle close --strategy a q1 --sheet > f"
    ),
    ("Run 'northstar hook install'.", "Run 'northstar hook install'."),
    (
      "Look at 'northstar explain --all', or northstar check.", "Look at 'northstar explain --all', or northstar check."
    ),
    ("northstar checkin x/y 5", "northstar checkin --strategy a x/y 5"),
  ])
  func theStrategyStandsBehindTheCommand(_ text: String, _ named: String) {
    #expect(PrintedCommands(in: ["log", "x", "--strategy", "a"]).naming(text) == named)
    #expect(PrintedCommands(in: ["log", "--strategy=a", "--", "x"]).naming(text) == named)
    #expect(PrintedCommands(in: ["log", "--", "--strategy", "a"]).naming(text) == text)
  }

  @Test func theGatesRefusalsNameTheStrategy() throws {
    let sandbox = try twoStrategies()
    try sandbox.replace("calendar week", "calendar month", in: "two/metrics/activation-rate.yaml")
    try sandbox.commit()
    let refused = try sandbox.northstar("gate", "verify", "HEAD~1..HEAD").errors
    #expect(refused.contains("northstar propose start --strategy other <id>"), "\(refused)")
    #expect(refused.contains("northstar propose land --strategy other <id>"), "\(refused)")
  }

  @Test func aNameOfSeveralWordsIsQuoted() {
    let commands = PrintedCommands(strategy: "our plans/")
    #expect(commands.naming("Run 'northstar tree'.") == "Run 'northstar tree --strategy \"our plans/\"'.")
  }

  private static func printed(in text: String) -> [String] {
    let quoted = text.matches(of: /'northstar ([a-z][^'\n]*)'/).map(\.1)
    let told = text.matches(of: /(?:^|: |"|  )northstar ([a-z][^"\n]*)/.anchorsMatchLineEndings()).map(\.1)
    return (quoted + told).map { line in
      String(line.last == "." ? line.dropLast() : line).replacing("'", with: "").replacing(/<[a-z ]+>/) { match in
        placeholders[String(match.output)] ?? "1"
      }
    }
  }

  /// Why a command line is refused; a command without arguments is only a mention.
  private static func flaw(of line: String) -> String? {
    let words = line.split(separator: " ").map { word in placeholders[String(word)] ?? String(word) }
    do {
      _ = try Northstar.parseAsRoot(words)
      return nil
    } catch {
      let isMention = commands.contains(words) || commands.contains { $0.starts(with: words) }
      return isMention ? nil : Northstar.message(for: error)
    }
  }

  private static let commands = HelpTests.commands + [["generate"], ["merge-driver"]]

  /// Between single quotes, after a colon, or as a whole text; interpolations are filled, and continued lines are
  /// joined.
  private static func commands(in source: String) -> [String] {
    let text = filled(source.replacing(/\\\n\s*/, with: "").replacing(/"\s*\n\s*\+ "/, with: ""))
    let quoted = text.matches(of: /'northstar ([a-z1][^'"\\\n]*)'/).map(\.1)
    let told = text.matches(of: /(?:[Rr]un|land|again|first|workshop|folder|goals|one): northstar ([a-z1][^"\\\n]*)"/)
      .map(
        \.1)
    let whole = text.matches(of: /"northstar ([a-z1][^"\\\n]*)"/).map(\.1)
    return (quoted + told + whole).map { line in
      String(line.last == "." ? line.dropLast() : line).replacing(/<[a-z ]+>/) { match in
        placeholders[String(match.output)] ?? "1"
      }
    }.filter { !$0.hasPrefix("1") && !$0.contains("%") && !$0.hasPrefix(notACommand) }
  }

  /// The first line of a file for internal use.
  private static let notACommand = "ownership "

  /// The text with `1` for every `\(…)`, or nothing when it continues a word.
  private static func filled(_ text: String) -> String {
    var result = ""
    var depth = 0
    var rest = Substring(text.replacing(#/\\"[^"\\]*\\"/#, with: "1"))
    while let character = rest.first {
      if depth == 0, rest.hasPrefix("\\(") {
        depth = 1
        result += result.last?.isLetter == true ? "" : "1"
        rest = rest.dropFirst(2)
        continue
      }
      if depth == 0 { result.append(character) }
      if depth > 0, character == "(" { depth += 1 }
      if depth > 0, character == ")" { depth -= 1 }
      rest = rest.dropFirst()
    }
    return result
  }

  private func sources() throws -> [URL] {
    let root = Sandbox.root
    let files = ["northstar", "Rules", "Git", "StrategyStore"].flatMap { target in
      let found = FileManager.default.enumerator(
        at: root.appending(path: "Sources/\(target)"), includingPropertiesForKeys: nil)
      return (found?.allObjects ?? []).compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" }
    }
    try #require(files.count > 300)
    return files
  }
}
