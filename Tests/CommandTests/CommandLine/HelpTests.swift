import TestSupport
import Testing

@testable import northstar

/// The help that every command has, and what is made of it.
@Suite struct HelpTests {
  /// Every documented command, without the program's name.
  static let commands = descriptions.map { Array($0.path.dropFirst()) }
  static let descriptions = (try? CommandDescription.root().all) ?? []

  private let sandbox: Sandbox

  init() throws { sandbox = try Sandbox(isRepository: false) }

  @Test func everyCommandIsFound() {
    #expect(Self.commands.count >= 9)
    #expect(Self.commands.contains(["hook", "install"]))
    #expect(!Self.commands.contains(["generate"]))
  }

  @Test(arguments: commands)
  func helpTeachesByExamples(_ command: [String]) throws {
    let outcome = try sandbox.northstar(command + ["--help"], width: 80)
    #expect(outcome.status == 0)
    #expect(command.isEmpty || outcome.output.contains("Example"), "\(command) has no examples")
    #expect(outcome.output.contains("northstar \(command.joined(separator: " "))"))
  }

  @Test(arguments: commands)
  func helpFitsEightyColumns(_ command: [String]) throws {
    let help = try sandbox.northstar(command + ["--help"], width: 80).output
    for line in help.split(separator: "\n") { #expect(line.count <= 80, "\(line)") }
    let description = try #require(Self.descriptions.first { $0.path == ["northstar"] + command })
    for case .literal(let lines) in description.text.blocks {
      for line in lines { #expect(help.contains("\n  \(line)\n"), "is broken at 80 columns: \(line)") }
    }
  }

  @Test(arguments: commands)
  func everyArgumentSaysWhatItIsFor(_ command: [String]) throws {
    let description = try #require(Self.descriptions.first { $0.path == ["northstar"] + command })
    for argument in description.positionals + description.options {
      #expect(!argument.meaning.isEmpty, "\(argument.name) of \(command)")
    }
  }

  @Test func paragraphsAndExamplesAreToldApart() {
    let text = HelpText("One\ntwo\n\nExamples:\n  a\n    b\n\n  c\nEnd")
    #expect(
      text.blocks == [
        .paragraph("One two"), .paragraph("Examples:"), .literal(["a", "  b"]), .literal(["c"]), .paragraph("End"),
      ])
  }
}
