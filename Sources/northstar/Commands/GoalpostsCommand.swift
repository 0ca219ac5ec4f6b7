import ArgumentParser
import Git
import History
import Presentation
import StrategyModel
import StrategyStore

struct GoalpostsCommand: ReadingCommand {
  static let configuration = CommandConfiguration(
    commandName: "goalposts",
    abstract: "Show every change of a cycle's commitments after it became active",
    discussion: """
      Shows who changed what, when, how many days were left, why, and whether it made the goal easier. An objective or \
      key result that was added, dropped or moved is one row. Once a cycle is closed, its scores and outcomes count \
      too. The reason is that of the amendment, else that of the commit.

      Examples:
        northstar goalposts 2026-q3
        northstar goalposts 2026-q3 --format csv
      """)

  @Argument(help: "The cycle's id", completion: .entities)
  var cycle: String

  @OptionGroup var rows: RowOptions

  @OptionGroup var reading: HistoryOptions

  func run(in console: Console) throws -> ExitStatus {
    let read = try StrategyHistory(reading.request, kinds: [.cycle, .okrs, .team], in: console.session)
    let known = Set(read.history.events.map(\.change.key).filter { $0.kind == .cycle }.map(\.id))
    guard known.contains(cycle) else { throw StrategyError.unknown(cycle, among: known, "cycle") }
    let changes = Goalposts.changes(of: cycle, in: read.history, day: read.line.day)
    let proofs = try changes.map { try RecordingCommit($0.ordinal, on: read.line) }
    let columns = ["day", "left", "okrs", "item", "field", "from", "to", "goal", "who", "commit", "reason"]
    let listing = Listing(columns, zip(changes, proofs)) { change, proof in
      [
        .text(change.day.description), .count(change.daysLeft), .text(change.okrs),
        .text(change.place.joined(separator: "/")), .text(change.what), .text(change.from), .text(change.to),
        .text(change.helps.rawValue), .text(change.by ?? proof.author), .commit(proof.id.description),
        (change.reason ?? proof.reason(of: change)).map { .text($0) } ?? .absent("none given"),
      ]
    }
    console.session.limits.add(read.notes)
    try console.show(
      listing, rows, title: "Changed commitments of \(cycle)",
      empty: "Nothing in \(cycle) changed after it became active.")
    return .clean
  }
}
