import ArgumentParser
import Testing

@testable import northstar

/// Commands are looked up in a switch of their own, so that a start need not look at all of them.
struct NamedCommandTests {
  @Test func everyCommandIsFoundByItsName() {
    for command in Northstar.configuration.subcommands {
      let found = Northstar.command(named: command._commandName)
      #expect(found.map { ObjectIdentifier($0) } == ObjectIdentifier(command), "\(command._commandName)")
      #expect(command.configuration.aliases.isEmpty, "the switch has no aliases")
    }
  }

  @Test func otherNamesAreNoCommand() {
    for name in ["", "help", "--help", "Check", "checks"] { #expect(Northstar.command(named: name) == nil) }
  }
}
