import StrategyStore
import TestSupport
import Testing

@testable import northstar

@Suite struct RunningTests {
  private let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  @Test func anUnknownCommandIsNamedWithItsNeighbours() throws {
    let outcome = try sandbox.northstar("chekc")
    #expect(outcome.status == 129)
    #expect(outcome.output == "")
    #expect(
      outcome.errors == """
        northstar: 'chekc' is not a northstar command
        help: Did you mean 'check'?
        help: 'northstar --help' lists the commands.

        """)
  }

  @Test func anUnknownCommandWithoutNeighboursGetsTheList() throws {
    let outcome = try sandbox.northstar("zzzzzz")
    #expect(outcome.status == 129)
    #expect(outcome.errors.contains("help: There are: check, explain"))
    #expect(!outcome.errors.contains("generate"))
  }

  @Test func helpOfAnUnknownCommandIsAWrongCallToo() throws {
    let outcome = try sandbox.northstar("help", "shwo")
    #expect(outcome.status == 129)
    #expect(outcome.errors.contains("Did you mean 'show'?"))
  }

  @Test(arguments: [["help", "check"], ["check", "--help"], ["check", "-h"]])
  func helpOfACommandIsTheSameHoweverAsked(_ line: [String]) throws {
    let asked = try sandbox.northstar(line)
    let long = try sandbox.northstar("check", "--help")
    #expect(asked.status == 0)
    #expect(asked.errors == "")
    #expect(asked.output == long.output)
    #expect(asked.output.contains("northstar check --staged"))
  }

  @Test func aCallWithoutACommandGetsTheHelp() throws {
    let outcome = try sandbox.northstar()
    #expect(outcome.status == 129)
    #expect(outcome.output == (try sandbox.northstar("--help")).output)
  }

  @Test func anUnknownOptionIsAWrongCall() throws {
    let outcome = try sandbox.northstar("check", "--stagged")
    #expect(outcome.status == 129)
    #expect(outcome.output == "")
    #expect(outcome.errors.contains("unknown option '--stagged'. Did you mean '--staged'?"))
  }

  @Test func theVersionGoesToTheOutput() throws {
    let outcome = try sandbox.northstar("--version")
    #expect(outcome.status == 0)
    #expect(outcome.output == "northstar \(ToolVersion.current)\n")
  }

  @Test func theDirectoryCanStandBeforeTheCommand() throws {
    try sandbox.write("one/two/northstar.yaml", "kind: strategy\n")
    let outcome = try sandbox.northstar("-C", "one", "-C", "two", "check")
    #expect(outcome.output.contains("one/two/northstar.yaml:1:1: error"))
  }

  @Test func aLeadingOptionNeedsItsValue() throws {
    let outcome = try sandbox.northstar("-C")
    #expect(outcome.status == 129)
    #expect(outcome.errors == "northstar: option '-C' needs a value\n")
  }

  @Test func theProgramEndsWithTheStatusOfTheCommand() throws {
    let outcome = try sandbox.run([Sandbox.program, "chekc"])
    #expect(outcome.status == 129)
    #expect(outcome.errors.hasPrefix("northstar: 'chekc' is not a northstar command\n"))
  }
}

/// The program in an environment that lacks what most have.
@Suite struct BareSurroundingsTests {
  private static let hides = ["unshare", "-rm", "sh", "-c", "mount -t tmpfs none /proc && exec \"$@\"", "sh"]
  private static let canHide = (try? Sandbox(isRepository: false).run(hides + ["true"]).status) == 0

  @Test(.enabled(if: canHide, "namespaces cannot be created here")) func argumentsArriveWithoutProc() throws {
    let sandbox = try Sandbox()
    try sandbox.writeStrategy()
    try sandbox.commit()
    let listed = try sandbox.run(Self.hides + [Sandbox.program, "list", "metric"])
    #expect(listed.status == 0 && listed.output.contains("activation-rate"), "\(listed.text)")
    let set = try sandbox.run(Self.hides + [Sandbox.program, "set", "activation-rate.description", "Other words"])
    #expect(set.status == 0, "\(set.text)")
    #expect(try sandbox.git("status", "--porcelain") == "")
  }
}
