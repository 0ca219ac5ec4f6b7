import ArgumentParser
import Editing
import Governance

struct MeasurePullCommand: EnvironmentCommand {
  static let configuration = CommandConfiguration(
    commandName: "pull",
    abstract: "Fetch readings from a warehouse, in one commit",
    discussion: """
      Under 'readings:', a metric names its source ('from:') and its 'query:', which returns the columns 'period', \
      'value' and optionally 'segment'; ':from' and ':to' in it become days, the last one not included. Sources are \
      defined in your own git configuration (--global), never in the repository or its configuration: a preset (psql, \
      duckdb, sqlite3, bq) with a database, or a command that takes the query on standard input and prints CSV.

      Only reading is allowed: one statement, in psql within a read-only transaction. If one metric fails, nothing is \
      written.

      Examples:
        git config --global northstar.source.warehouse.preset psql
        git config --global northstar.source.warehouse.database service=warehouse
        northstar measure pull --dry-run
        northstar measure pull activation-rate --from 2026-W01
        git config --global northstar.source.events.command 'ssh stats run-query'
      """)

  @Argument(help: "The metrics (default: all that name a source)", completion: .metrics)
  var metrics: [String] = []

  @Option(
    help: ArgumentHelp(
      "The first period to fetch (default: the last twelve, and all since the last reading)", valueName: "period"))
  var from: String?

  @OptionGroup var writing: WritingOptions

  func run(in console: Console) throws -> ExitStatus {
    let writing = try StrategyWriting(writing.request, in: console.session)
    var opened = try writing.opened()
    let pull = try WarehousePull(metrics, since: from, in: &opened, console.session)
    return try console.report(writing.run { draft in try pull.apply(to: &draft) })
  }
}
