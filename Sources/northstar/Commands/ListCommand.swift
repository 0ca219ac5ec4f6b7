import ArgumentParser
import Insight
import Presentation
import StrategyStore

struct ListCommand: ReadingCommand {
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

  @OptionGroup var rows: RowOptions

  @OptionGroup var reading: MomentOptions

  func run(in console: Console) throws -> ExitStatus {
    guard let subject = ListSubject(name: what) else {
      throw StrategyError.unknown(what, among: ListSubject.allCases.map(\.rawValue), "list of")
    }
    let listing = subject.listing(of: try console.session.loadOne(reading.moment).strategy)
    let name = subject.rawValue.replacing("-", with: " ")
    try console.show(
      listing, rows, title: name.prefix(1).uppercased() + name.dropFirst(), empty: "There are no \(name).")
    return .clean
  }
}
