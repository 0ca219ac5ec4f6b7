import ArgumentParser
import Diagnostics
import Pictures

struct TreeCommand: EnvironmentCommand {
  static let configuration = CommandConfiguration(
    commandName: "tree",
    abstract: "Draw the metric tree: what drives what, and who owns it",
    discussion: """
      Examples:
        northstar tree
        northstar tree --objectives --at 2026-03-31
        northstar tree --format svg > tree.svg
      """)

  @Flag(help: "Show the objectives of open cycles below the inputs that they aim at")
  var objectives = false

  @Option(help: "How to draw")
  var format = TreeFormat.text

  @OptionGroup var moment: MomentOptions

  func run(in environment: CommandEnvironment) throws -> ExitStatus {
    let strategy = try environment.loadOne(moment).strategy
    let picture = TreePicture(strategy, showsObjectives: objectives)
    environment.output.write(format.render(picture, on: environment.terminal))
    return .clean
  }
}

enum TreeFormat: String, ExpressibleByArgument, CaseIterable {
  case text, mermaid, dot, svg

  fileprivate func render(_ picture: TreePicture, on terminal: Terminal) -> String {
    switch self {
    case .text:
      TreeText(
        width: terminal.tableWidth, style: terminal.usesColor ? .coloured : .plain
      ).render(picture)
    case .mermaid: TreeMermaid().render(picture)
    case .dot: TreeDOT().render(picture)
    case .svg: TreeSVG().render(picture)
    }
  }
}
