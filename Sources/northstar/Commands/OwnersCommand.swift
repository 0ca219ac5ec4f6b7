import ArgumentParser
import History
import Insight
import Presentation
import StrategyModel
import StrategyStore

struct OwnersCommand: ReadingCommand {
  static let configuration = CommandConfiguration(
    commandName: "owners",
    abstract: "List the owner of every lever",
    discussion: """
      Prints a row for each metric in use that has or had an owner, and for every input, owned or not: the levers of \
      'northstar audit'. Like 'northstar who', it reads what landed on the main branch: --at shows what the record \
      said at that time, --on who owned the lever on that day.

      Examples:
        northstar owners
        northstar owners --on 2026-03-31 --format csv
        northstar owners --history --format csv
        northstar owners --format codeowners --organisation acme > .github/CODEOWNERS
        northstar owners --format backstage > catalog-info.yaml
      """)

  @Option(help: ArgumentHelp("The day to ask about (default: today, or the day of --at)", valueName: "day"))
  var on: String?

  @Flag(help: "Also list drafts that name an owner")
  var all = false

  @Flag(help: "List every period in which somebody owned a lever")
  var history = false

  @OptionGroup var filter: RowFilter

  @Option(help: "The output format")
  var format = OwnersFormat.text

  @Option(
    help: ArgumentHelp(
      "For codeowners: name the teams of this organisation (@acme/growth) in place of people's addresses",
      valueName: "name"))
  var organisation: String?

  @OptionGroup var reading: HistoryOptions

  func validate() throws {
    if history, on != nil { throw ValidationError("--history lists all days: leave out --on") }
    if !filter.where.isEmpty, !format.hasRows { throw ValidationError("--where goes with rows") }
    if history, !format.hasRows {
      throw ValidationError("--history lists rows: it does not go with codeowners and backstage")
    }
    guard let organisation else { return }
    guard format == .codeowners else { throw ValidationError("--organisation goes with --format codeowners") }
    let isName = organisation.utf8.allSatisfy { OwnerRules.nameBytes.contains($0) } && !organisation.isEmpty
    guard isName else { throw ValidationError("'\(organisation)' is not an organisation's name") }
  }

  func run(in console: Console) throws -> ExitStatus {
    let (text, notes) = try format.hasRows ? rows(in: console) : hostFile(in: console)
    console.session.limits.add(notes)
    if text.isEmpty { console.note("No lever has an owner\(on.map { " on \($0.visible)" } ?? "").") }
    console.show(text)
    return .clean
  }

  /// For people and spreadsheets: only ownership is read.
  private func rows(in console: Console) throws -> (text: String, notes: [String]) {
    let read = try OwnershipLookup(reading.request, in: console.session)
    let asked = try AskedDay(on: on, reading.request, read.line, in: console.session)
    let owners = LeverOwners(read.records, read.line, asked, includesAll: all)
    let notes = read.notes + asked.notes + (history ? [] : owners.doubts.map(\.sentence))
    var listing = try OwnersTable(owners, history: history).listing
    try filter.choose(from: &listing)
    guard let rows = format.rows, rows != .json else {
      return (try OwnersJSON(owners: owners, history: history, kept: listing.kept, notes: notes).text(), notes)
    }
    if listing.count == 0, let misses = listing.misses { console.note(misses) }
    let text = try rows.render(
      listing, title: "Owners of levers", width: console.terminal.tableWidth, notes: console.limits + notes)
    return (listing.count == 0 && rows == .text ? "" : text, notes)
  }

  /// For a code host, which also needs addresses and paths.
  private func hostFile(in console: Console) throws -> (text: String, notes: [String]) {
    let read = try StrategyHistory(reading.request, kinds: [.metric, .team, .person], in: console.session)
    let asked = try AskedDay(on: on, reading.request, read.line, in: console.session)
    let owners = LeverOwners(OwnershipRecords(read.history), read.line, asked, includesAll: all)
    let teams = organisation.map { " --organisation \($0)" } ?? ""
    let commands = console.commands
    let text =
      format == .codeowners
      ? OwnerRules(
        owners, in: read, organisation: organisation,
        madeBy: commands.naming("northstar owners --format codeowners\(teams)")
      ).text
      : OwnersCatalog(owners, in: read, madeBy: commands.naming("northstar owners --format backstage")).text
    return (text, read.notes + asked.notes + owners.doubts.map(\.sentence))
  }
}

enum OwnersFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json, csv, markdown, html, codeowners, backstage

  /// The format of its rows; `nil` for a file that a code host reads, which shows the present alone.
  var rows: RowFormat? { RowFormat(rawValue: rawValue) }

  var hasRows: Bool { rows != nil }
}
