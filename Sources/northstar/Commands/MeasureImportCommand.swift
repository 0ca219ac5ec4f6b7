import ArgumentParser
import Numbers
import StrategyModel

struct MeasureImportCommand: EnvironmentCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Take readings out of an export of another tool, in one commit",
    discussion: """
      Two layouts are understood: a row a value, with a column for the period and one for the value, and a column a \
      period, as charts are exported. Lines above the header are passed over. --from amplitude, mixpanel or pendo \
      sets what their exports have; columns are named where their names don't tell.

      A period is named as readings have it, or given by its first day; a moment falls on the day that it is in the \
      strategy's time zone. Values that are known already are passed over, others correct them, and periods that are \
      not over are left out. When one row cannot be taken, nothing is: all such rows are named, each with the option \
      that helps. With --dry-run nothing is written.

      Examples:
        northstar measure import chart.csv --metric activation-rate --dry-run
        northstar measure import all.csv --metric-column kpi --period-column wk
        northstar measure import umsatz.csv --metric revenue \\
          --numbers european --dates dmy --grain month
      """)

  @Argument(help: "The file; '-' for standard input", completion: .file())
  var file: String

  @Option(help: "The metric, where the export is of one", completion: .metrics)
  var metric: String?

  @Option(help: "The tool that wrote the export")
  var from: ExportingTool?

  @Option(help: "The column of the period or its first day")
  var periodColumn: String?

  @Option(help: "The column of the value")
  var valueColumn: String?

  @Option(help: "The column of the segment")
  var segmentColumn: String?

  @Option(help: "The column of the day on which a value was known")
  var knownOnColumn: String?

  @Option(help: "The column of the metric's id, where there are several")
  var metricColumn: String?

  @Option(help: "The segment that stands for the whole")
  var whole: String?

  @Option(
    help: "Leave out rows whose first cell, period or segment is this, such as a total; may be repeated")
  var skip: [String] = []

  @Option(help: "How long a period is, where neither metric nor readings tell")
  var grain: Grain?

  @Option(
    help: "How numbers are written: 12049.5, 12,049.5 or 12.049,5 (default: plain, asked where it may be another)")
  var numbers: NumberStyle?

  @Option(help: "In which order days are written")
  var dates = DateStyle.iso

  @Flag(help: "Take years of two digits as 2000 to 2099")
  var shortYears = false

  @Flag(help: "Take the day of a moment as it is written, whatever its time zone")
  var writtenDays = false

  @Option(help: "The sign between columns (default: the one with which values are found)")
  var separator: Separator?

  @Option(help: "How the text is encoded (default: what its first bytes say, else UTF-8)")
  var encoding: TextEncoding?

  @Option(help: "The day on which the values are known (default: today)")
  var knownOn: String?

  @Option(help: "What the rows say where they come from")
  var source: String?

  @Flag(help: "Take periods that are not over, too")
  var unfinished = false

  @OptionGroup var writing: WritingOptions

  func run(in environment: CommandEnvironment) throws -> ExitStatus {
    let export = try ExportReading(self, knownOn: Day(argument: knownOn), in: environment)
    return try StrategyWriting(writing, in: environment).run { draft in try export.apply(to: &draft) }
  }
}

/// Tools whose exports are known.
enum ExportingTool: String, ExpressibleByArgument, CaseIterable {
  case amplitude, mixpanel, pendo

  /// The segment that stands for everybody.
  var whole: String {
    switch self {
    case .amplitude: "All Users"
    case .mixpanel: "Overall"
    case .pendo: "Everyone"
    }
  }
}

extension Separator: ExpressibleByArgument {}
extension TextEncoding: ExpressibleByArgument {}
extension Grain: ExpressibleByArgument {}
extension NumberStyle: ExpressibleByArgument {}
extension DateStyle: ExpressibleByArgument {}
