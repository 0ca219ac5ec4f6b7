import ArgumentParser

struct MeasureCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "measure",
    abstract: "Add, import, fetch and show measurements",
    discussion: """
      The readings of a metric are in readings/<metric>.csv, one row per value: the period, the value, the day it \
      became known, its source and its segment. Rows are only ever added: a correction is another row, and so is a \
      withdrawal, with the word 'withdrawn' as its value.

      Examples:
        northstar measure show activation-rate
        northstar measure add activation-rate 2026-W47 41.2
        northstar measure import export.csv --metric activation-rate --dry-run
        northstar measure pull
      """,
    subcommands: [
      MeasureAddCommand.self, MeasureImportCommand.self, MeasurePullCommand.self, MeasureShowCommand.self,
      MeasureVersionsCommand.self, MeasureWithdrawCommand.self,
    ])
}
