import ArgumentParser

struct MeasureCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "measure",
    abstract: "Add, import, fetch and show what was measured",
    discussion: """
      The readings of a metric stand in readings/<metric>.csv, a row a value: the period, the value, the day on which \
      it was known, its source and its segment. Rows are only added: a correction is a further row.

      Examples:
        northstar measure show activation-rate
        northstar measure add activation-rate 2026-W47 41.2
        northstar measure import export.csv --metric activation-rate --dry-run
        northstar measure pull
      """,
    subcommands: [MeasureAddCommand.self, MeasureImportCommand.self, MeasurePullCommand.self, MeasureShowCommand.self])
}
