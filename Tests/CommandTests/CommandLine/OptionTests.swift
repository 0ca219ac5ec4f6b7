import TestSupport
import Testing

@testable import northstar

/// The same idea has the same option in every command.
@Suite struct OptionTests {
  private static let commands = HelpTests.descriptions.filter { $0.commands.isEmpty }

  private static func name(_ command: CommandDescription) -> String {
    command.path.dropFirst().joined(separator: " ")
  }

  private static func has(_ option: String, _ command: CommandDescription) -> Bool {
    command.options.contains { $0.name == option }
  }

  @Test func `every command that reads a strategy takes a moment and writes to a file`() {
    // A command that writes shows what it would write to the tip of its branch.
    for command in Self.commands where Self.has("--format", command) && !Self.has("--dry-run", command) {
      #expect(Self.has("--output", command), "\(Self.name(command))")
      // 'explain' is about the program's rules, not about a strategy.
      #expect(Self.has("--at", command) != (Self.name(command) == "explain"), "\(Self.name(command))")
    }
  }

  @Test func `every command that commits takes a reason and can be tried out`() {
    let writers = Self.commands.filter { Self.has("--dry-run", $0) }
    #expect(writers.count > 30)
    for command in writers {
      #expect(Self.has("--because", command) && Self.has("--strategy", command), "\(Self.name(command))")
      #expect(Self.has("--no-verify", command), "\(Self.name(command))")
    }
  }

  @Test func `every list has the same formats`() throws {
    let lists = Self.commands.filter { Self.has("--where", $0) }
    #expect(lists.count >= 9)
    for command in lists {
      let formats = try #require(command.options.first { $0.name == "--format" }).choices
      #expect(formats.starts(with: ["text", "json", "csv", "markdown", "html"]), "\(Self.name(command))")
    }
    for command in Self.commands {
      guard let format = command.options.first(where: { $0.name == "--format" }) else { continue }
      #expect(format.choices.first == "text" && format.meaning.contains("default: text"), "\(Self.name(command))")
      #expect(format.choices.contains("json"), "\(Self.name(command))")
    }
  }

  @Test func `placeholders say what to type`() {
    let prepositions: Set = [
      "<at>", "<on>", "<since>", "<by>", "<as>", "<from>", "<to>", "<into>", "<with>", "<why>", "<because>", "<where>",
      "<known-on>", "<held-on>", "<next>", "<least>", "<last>", "<against>", "<guards>",
    ]
    for command in Self.commands {
      for option in command.options { #expect(!prepositions.contains(option.value), "\(Self.name(command))") }
    }
  }

  @Test func `old spellings lead to options that exist, and hide none`() throws {
    for spelling in OldSpellings.all {
      let commands = Self.commands.filter { "\(Self.name($0)) ".hasPrefix(spelling.command) }
      let new = String(spelling.new.prefix { $0 != " " })
      #expect(commands.contains { Self.has(new, $0) }, "\(spelling)")
      #expect(!commands.contains { Self.has(spelling.old, $0) }, "\(spelling)")
    }
  }

  @Test(arguments: [
    (["decisions", "--outcome", "landed"], ["decisions", "--where", "outcome=landed"]),
    (["decisions", "--outcome=keep"], ["decisions", "--where=outcome=kept"]),
    (["list", "metrics", "--format", "table"], ["list", "metrics", "--format", "text"]),
    (["review", "decide", "a", "keep", "--decided-by=lin"], ["review", "decide", "a", "keep", "--by=lin"]),
    (["set", "a.b", "--", "--message"], ["set", "a.b", "--", "--message"]),
    (["check", "--since", "main"], ["check", "--since", "main"]),
    (["decisions", "--outcome"], ["decisions", "--where"]),
  ])
  func `old spellings are replaced`(_ old: [String], _ new: [String]) {
    var arguments = old
    let notes = OldSpellings.replace(in: &arguments)
    #expect(arguments == new && notes.isEmpty == (old == new), "\(notes)")
  }

  @Test func `an old spelling works, with a note`() throws {
    let sandbox = try Sandbox()
    try sandbox.writeStrategy()
    try sandbox.commit("Begin")
    let outcome = try sandbox.northstar("set", "activation-rate.target", "50", "--message", "Aim higher")
    #expect(outcome.status == 0 && outcome.errors.contains("note: '--message' is now '--because'"), "\(outcome.text)")
    #expect(try sandbox.git("log", "-1", "--format=%B").contains("Aim higher"))
  }

  @Test func `an answer goes to a file, in one step, and only if there is one`() throws {
    let sandbox = try Sandbox()
    try sandbox.writeStrategy()
    let list = ["list", "metrics", "--format", "csv"]
    let outcome = try sandbox.northstar(list + ["--output", "metrics.csv"])
    #expect(outcome.status == 0 && outcome.output.isEmpty)
    let expected = try sandbox.northstar(list).output
    #expect(try sandbox.text("metrics.csv") == expected && expected.contains("activation-rate"))
    let refused = try sandbox.northstar("show", "nothing-like-it", "--output", "metrics.csv")
    #expect(refused.status == 128)
    #expect(try sandbox.text("metrics.csv") == expected)
    let nowhere = try sandbox.northstar(list + ["--output", "missing/metrics.csv"])
    #expect(nowhere.status == 128 && nowhere.errors.contains("cannot write 'missing/metrics.csv'"), "\(nowhere.text)")
    // A check has an answer also when there are findings.
    try sandbox.write("metrics/odd.yaml", "kind: metric\nid: odd\n")
    let check = try sandbox.northstar("check", "--format", "json", "--output", "findings.json")
    #expect(check.status == 1)
    #expect(try sandbox.text("findings.json").contains("\"diagnostics\""))
    #expect(try sandbox.northstar(list + ["--output", "/dev/null"]).status == 0)
    #expect(try sandbox.run(["test", "-c", "/dev/null"]).status == 0)
  }

  @Test func `conditions take several values, and a value with a comma`() throws {
    let sandbox = try Sandbox()
    try sandbox.writeStrategy()
    func rows(_ condition: String) throws -> Int {
      try sandbox.northstar("list", "metrics", "--format", "csv", "-w", condition).output.split(separator: "\n").count
        - 1
    }
    let inputs = try rows("role=input")
    #expect(inputs > 0)
    #expect(try rows("role=input,north-star") == inputs + 1)
    #expect(try rows("role=nothing,input") == inputs)
    try sandbox.replace("name: Activation rate", "name: Activation, the rate", in: "metrics/activation-rate.yaml")
    #expect(try rows("name=Activation, the rate") == 1)
  }

  @Test func `settings are called northstar`() throws {
    let sandbox = try Sandbox()
    try sandbox.writeStrategy()
    try sandbox.commit("Begin")
    for name in ["northstar", "strategy", "northstar.yaml"] {
      #expect(try sandbox.northstar("show", name).output.contains("(northstar.yaml)"), "\(name)")
    }
    let outcome = try sandbox.northstar("set", "northstar.product", "Rituals")
    #expect(outcome.status == 0, "\(outcome.text)")
    #expect(try sandbox.text("northstar.yaml").contains("product: Rituals"))
  }
}
