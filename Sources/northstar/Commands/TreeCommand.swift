import ArgumentParser
import Pictures
import Presentation
import StrategyModel
import StrategyStore

struct TreeCommand: ReadingCommand {
  static let configuration = CommandConfiguration(
    commandName: "tree",
    abstract: "Draw the metric tree with its drivers and owners",
    discussion: """
      Examples:
        northstar tree
        northstar tree --objectives --at 2026-03-31
        northstar tree --values
        northstar tree --format svg > tree.svg
      """)

  @Flag(help: "Show the objectives of open cycles below their inputs")
  var objectives = false

  @Flag(help: "Show measurements: last value, change, share of target, breaches")
  var values = false

  @Option(help: "The output format")
  var format = TreeFormat.text

  @OptionGroup var reading: MomentOptions

  func run(in console: Console) throws -> ExitStatus {
    let read = try console.session.loadOne(reading.moment, readings: values)
    var picture = TreePicture(read.strategy, showsObjectives: objectives, valuesOn: values ? read.today : nil)
    picture.notes = console.limits
    if values, read.strategy.readings.isEmpty { console.note("Nothing has been measured yet.") }
    console.write(try format.render(picture, on: console.terminal))
    return .clean
  }
}

enum TreeFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json, mermaid, dot, svg

  fileprivate func render(_ picture: TreePicture, on terminal: Terminal) throws -> String {
    switch self {
    case .text:
      TreeText(
        width: terminal.tableWidth, style: terminal.usesColor ? .coloured : .plain
      ).render(picture)
    case .json: try encodeJSON(picture.json, notes: picture.notes)
    case .mermaid: TreeMermaid().render(picture)
    case .dot: TreeDOT().render(picture)
    case .svg: TreeSVG().render(picture)
    }
  }
}
