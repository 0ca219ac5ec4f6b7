import ArgumentParser
import Editing
import FoundationEssentials
import Governance
import Numbers
import StrategyModel
import StrategyStore

struct MeasureImportCommand: EnvironmentCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Import readings from another tool's export, in one commit",
    discussion: """
      Two layouts are understood: one row per value, with a column for the period and one for the value, and one \
      column per period, as in exported charts. Lines above the header are skipped. --tool amplitude, mixpanel or \
      pendo presets the columns of their exports; name a column when its header is not recognised.

      A period is written as in readings, in words (April 2026, W02 2026, Q1 2026), or as its first day, or its last \
      one where that is certain; a timestamp counts for its day in the strategy's time zone. Known values are skipped, \
      different values correct them, and unfinished periods are left out. If any row cannot be imported, nothing is: \
      all such rows are listed, each with the option that helps. With --dry-run nothing is written.

      Examples:
        northstar measure import chart.csv --metric activation-rate --dry-run
        northstar measure import all.csv --metric-column kpi --period-column wk
        northstar measure import sheet.csv --map 'Active=activation-rate' \\
          --map 'New=new-workspaces' --rows 'Area=Trafford'
        northstar measure import umsatz.csv --metric revenue \\
          --numbers european --dates dmy --grain month
      """)

  @Argument(help: "The file; '-' for standard input", completion: .file())
  var file: String

  @Option(help: "The metric, if the export is about a single one", completion: .metrics)
  var metric: String?

  @Option(help: "The tool that wrote the export")
  var tool: ExportingTool?

  @Option(help: ArgumentHelp("The column with the period or its first day", valueName: "column"))
  var periodColumn: String?

  @Option(help: ArgumentHelp("The column with the value", valueName: "column"))
  var valueColumn: String?

  @Option(help: ArgumentHelp("The column with the segment", valueName: "column"))
  var segmentColumn: String?

  @Option(help: ArgumentHelp("The column with the day on which a value became known", valueName: "column"))
  var knownOnColumn: String?

  @Option(help: ArgumentHelp("The column with the metric's id, if there are several", valueName: "column"))
  var metricColumn: String?

  @Option(
    help: ArgumentHelp("A column with the values of a metric of its own; repeatable", valueName: "column=metric"))
  var map: [String] = []

  @Option(
    help: ArgumentHelp(
      "Read only rows with this text in a column; repeatable, for other texts or columns", valueName: "column=text"))
  var rows: [String] = []

  @Option(help: ArgumentHelp("The segment that means the whole", valueName: "name"))
  var whole: String?

  @Option(
    help: ArgumentHelp(
      "Leave out rows whose first cell, period or segment is this, such as a total; repeatable", valueName: "number"))
  var skip: [String] = []

  @Flag(help: "Leave out rows that cannot be read, and list them")
  var skipUnreadable = false

  @Option(help: "The length of a period, if neither the metric nor its readings define it")
  var grain: Grain?

  @Option(
    help: ArgumentHelp(
      "The number format: 12049.5, 12,049.5 or 12.049,5 (default: plain; an error where it is ambiguous)",
      valueName: "style"))
  var numbers: NumberStyle?

  @Option(help: ArgumentHelp("The order of day, month and year in dates", valueName: "order"))
  var dates = DateStyle.iso

  @Flag(help: "Read two-digit years as 2000 to 2099")
  var shortYears = false

  @Flag(help: "Days are the last ones of their periods")
  var lastDays = false

  @Flag(help: "Take the written day of a timestamp, regardless of its time zone")
  var writtenDays = false

  @Option(help: ArgumentHelp("The column separator (default: detected)", valueName: "character"))
  var separator: Separator?

  @Option(help: ArgumentHelp("The text encoding (default: from its first bytes, else UTF-8)", valueName: "name"))
  var encoding: TextEncoding?

  @Option(help: ArgumentHelp("The day on which the values became known (default: today)", valueName: "day"))
  var knownOn: String?

  @Option(help: ArgumentHelp("The value for the 'source' column", valueName: "text"))
  var source: String?

  @Flag(help: "Import unfinished periods too")
  var unfinished = false

  @Flag(help: "Make one commit for each day on which values became known, dated on that day")
  var commitPerDay = false

  @OptionGroup var writing: WritingOptions

  func validate() throws {
    if !map.isEmpty, metric != nil || metricColumn != nil || valueColumn != nil {
      throw ValidationError(
        "--map names metrics and their columns: leave out --metric, --metric-column, --value-column")
    }
  }

  func run(in console: Console) throws -> ExitStatus {
    let isPiped = file == "-"
    let export = try ExportReading(
      request(), of: isPiped ? console.input.rest() : console.session.bytes(ofFile: file),
      named: isPiped ? "standard input" : file)
    guard commitPerDay else { return try console.commit(writing) { draft in try export.apply(to: &draft) } }
    var status = ExitStatus.clean
    let writing = try StrategyWriting(writing.request, in: console.session)
    try DailyImport(export, writing, in: console.session).run { status = try console.report($0) }
    return status
  }
}

extension MeasureImportCommand {
  private func request() throws(StrategyError) -> ImportRequest {
    ImportRequest(
      metric: metric, periodColumn: periodColumn, valueColumn: valueColumn, segmentColumn: segmentColumn,
      knownOnColumn: knownOnColumn, metricColumn: metricColumn, whole: whole ?? tool?.whole, skip: skip, grain: grain,
      numbers: numbers, dates: dates, takesShortYears: shortYears, takesWrittenDays: writtenDays, separator: separator,
      encoding: encoding, knownOn: try Day(argument: knownOn),
      source: source ?? tool?.rawValue ?? (file == "-" ? "import" : URL(filePath: file).lastPathComponent),
      takesUnfinished: unfinished,
      mapped: try ImportRequest.pairs(map).map { MappedColumn(column: $0.column, metric: $0.text) },
      rows: try ImportRequest.pairs(rows), skipsUnreadable: skipUnreadable, takesLastDays: lastDays)
  }
}

extension ExportingTool: ExpressibleByArgument {}
extension Separator: ExpressibleByArgument {}
extension TextEncoding: ExpressibleByArgument {}
extension Grain: ExpressibleByArgument {}
extension NumberStyle: ExpressibleByArgument {}
extension DateStyle: ExpressibleByArgument {}
