import ArgumentParser
import Insight
import Presentation
import StrategyStore

struct OKRTreeCommand: ReadingCommand {
  static let configuration = CommandConfiguration(
    commandName: "tree",
    abstract: "Show objectives below their parents, each with its way to the North Star",
    discussion: """
      An objective moves an input, guards a guardrail, or supports an input or another objective; the line below it is \
      the way from there to the North Star. Parents are those that 'parent:' names. Shows every cycle that is not \
      closed; use --cycle for one of them, or for a past one.

      Examples:
        northstar okr tree
        northstar okr tree --cycle 2026-q1 --team onboarding
        northstar okr tree --where serves=supports --format csv
      """)

  @Option(help: "The cycle", completion: .entities)
  var cycle: String?

  @Option(help: "The team", completion: .entities)
  var team: String?

  @OptionGroup var rows: RowOptions

  @OptionGroup var reading: MomentOptions

  func run(in console: Console) throws -> ExitStatus {
    let read = try console.session.loadOne(reading.moment)
    let tree = try GoalTree(read.strategy, cycle: cycle, team: team)
    if rows.format == .text, rows.filter.where.isEmpty, !tree.goals.isEmpty {
      console.show(tree.text(width: console.terminal.tableWidth))
    } else {
      try console.show(
        tree.listing, rows, title: "Objectives and their ways to the North Star", empty: "There are no objectives.")
    }
    return .clean
  }
}
