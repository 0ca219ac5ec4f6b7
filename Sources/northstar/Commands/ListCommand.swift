import ArgumentParser
import Insight
import Presentation
import StrategyStore

struct ListCommand: EnvironmentCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the entities of a kind",
    discussion: """
      Examples:
        northstar list metrics --where role=input
        northstar list key-results --where team=onboarding --where cycle=2026-q1
        northstar list people --at 2025-06-30 --format csv
      """)

  @Argument(
    help: "What to list: \(ListSubject.allCases.map(\.rawValue).joined(separator: ", "))",
    completion: .list(ListSubject.allCases.map(\.rawValue)))
  var what: String

  @Option(name: [.customShort("w"), .long], help: "Keep rows whose column has a value: column=value; repeatable")
  var `where`: [String] = []

  @Option(help: "The output format")
  var format = ListFormat.table

  @OptionGroup var moment: MomentOptions

  func run(in console: Console) throws -> ExitStatus {
    guard let subject = ListSubject(name: what) else {
      throw StrategyError.unknown(what, among: ListSubject.allCases.map(\.rawValue), "list of")
    }
    var listing = subject.listing(of: try console.session.loadOne(moment.moment).strategy)
    for condition in `where` { try listing.keep(condition) }
    if listing.count == 0, format == .table {
      console.note(listing.misses ?? "There are no \(subject.rawValue.replacing("-", with: " ")).")
    }
    console.write(
      try format.render(listing, width: console.terminal.tableWidth, notes: console.limits))
    return .clean
  }
}
