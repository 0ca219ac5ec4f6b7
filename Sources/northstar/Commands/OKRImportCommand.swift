import ArgumentParser
import Editing
import FoundationEssentials
import Governance
import Insight
import Numbers
import Presentation
import StrategyModel
import StrategyStore

struct OKRImportCommand: EnvironmentCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Import objectives and key results from Markdown or a sheet, after a preview",
    discussion: """
      Reads lists, headings and tables in Markdown, CSV, TSV and .xlsx. In a sheet, a row is a key result, and an \
      empty or merged objective repeats the one above. The words become titles; ids are proposed; types, numbers, \
      units and owners found in words are guesses, and marked. What has no place is listed with its line, and \
      remarks, values and columns without a field of their own are kept in notes.

      Shows what it would write and asks; without a terminal, --yes writes. All goals of a file are one commit. \
      --map names the field of a column: objective, key-result, team, cycle, owner, baseline, target, unit, score, \
      note and others, or ignore.

      Examples:
        northstar okr import okrs.md --team growth --cycle 2026-q2
        northstar okr import goals.xlsx --sheet Q2 --map "Big goal=objective"
        northstar okr import 2025.csv --as-is --yes
      """)

  @Argument(help: "The file; '-' for standard input", completion: .file())
  var file: String

  @Option(help: "The team of goals whose source names none that is known", completion: .entities)
  var team: String?

  @Option(help: "The cycle of goals whose source names none (default: as for new goals)", completion: .entities)
  var cycle: String?

  @Option(
    help: ArgumentHelp(
      "The input or guardrail of an objective, or without its id of all; repeatable", valueName: "objective=input"))
  var input: [String] = []

  @Option(
    help: ArgumentHelp("What an objective makes possible, and how; repeatable", valueName: "objective=aim: reason"))
  var supports: [String] = []

  @Option(help: ArgumentHelp("What a column contains; repeatable", valueName: "column=field"))
  var map: [String] = []

  @Option(help: ArgumentHelp("The sheet of a workbook (default: the first with goals)", valueName: "name"))
  var sheet: String?

  @Option(help: "How to read the scores of the objectives (default: committed, as a guess)")
  var ambition: Ambition?

  @Option(help: ArgumentHelp("The column separator (default: detected)", valueName: "character"))
  var separator: Separator?

  @Option(help: ArgumentHelp("The text encoding (default: from its first bytes, else UTF-8)", valueName: "name"))
  var encoding: TextEncoding?

  @Flag(help: "Take goals of closed cycles too, and goals that 'check' finds errors in: the past as it was")
  var asIs = false

  @Flag(name: [.customShort("y"), .long], help: "Write without asking")
  var yes = false

  @Option(help: "The format of the preview; json only shows it")
  var format = ImportFormat.text

  @OptionGroup var writing: WritingOptions

  func validate() throws {
    if format == .json, yes { throw ValidationError("--format json shows the preview only: leave out --yes") }
  }

  func run(in console: Console) throws -> ExitStatus {
    let isPiped = file == "-"
    let name = isPiped ? "standard input" : URL(filePath: file).lastPathComponent
    let bytes = try isPiped ? console.input.rest() : console.session.bytes(ofFile: file)
    let goals = GoalImport(try request(), of: bytes, named: name)
    var commit = writing.request
    commit.acceptsErrors = asIs
    let writing = try StrategyWriting(commit, in: console.session)
    let preview = try goals.goals(for: writing.opened())
    if format == .json {
      console.write(try encodeJSON(preview.json, notes: console.limits))
      return .clean
    }
    console.write(GoalImportText(preview, from: name, width: console.terminal.tableWidth).render())
    console.advise(preview.advice)
    guard preview.keyResultCount + preview.objectiveCount > 0 else {
      console.note("Nothing to write.")
      return .clean
    }
    guard try yes || commit.isRehearsal || isConfirmed(console) else { return .clean }
    return try console.report(writing.run { draft in try goals.apply(to: &draft) })
  }

  private func isConfirmed(_ console: Console) throws -> Bool {
    guard console.terminal.canAsk, file != "-" else {
      console.note("Nothing was written; add --yes to write it.")
      return false
    }
    if try Interview(console: console).askYesOrNo("Write these goals?") == true { return true }
    console.note("Nothing was written.")
    return false
  }

  private func request() throws(StrategyError) -> GoalImportRequest {
    var request = GoalImportRequest()
    (request.team, request.cycle, request.sheet) = (team, cycle, sheet)
    (request.separator, request.encoding, request.ambition) = (separator, encoding, ambition)
    request.takesAsIs = asIs
    for text in input { request.addInput(text) }
    for text in supports { try request.addSupport(text) }
    for text in map { try request.map(text) }
    return request
  }
}

enum ImportFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json
}
