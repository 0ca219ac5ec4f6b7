import ArgumentParser
import Insight
import Presentation
import StrategyStore

struct BlameCommand: ReadingCommand {
  static let configuration = CommandConfiguration(
    commandName: "blame",
    abstract: "Show for each field of an entity the commit that last changed its value",
    discussion: """
      Unlike 'git blame', a commit that only moved, renamed or formatted a file is never shown. A value that a merge \
      brought in is attributed to the merge; with --all-parents, to the commit that made it.

      Examples:
        northstar blame activation-rate
        northstar blame team/onboarding --at 2026-03-31
      """)

  @Argument(help: "The entity", completion: .entities)
  var entity: String

  @Option(help: "The output format")
  var format = EventFormat.text

  @OptionGroup var reading: HistoryOptions

  @OptionGroup var parents: ParentOptions

  func run(in console: Console) throws -> ExitStatus {
    let (path, read) = try EntityPath.find(entity, reading.request, allParents: parents.allParents, in: console.session)
    let blame = try Blame(path, in: read)
    console.session.limits.add(read.notes)
    switch format {
    case .text: console.show(blame.text)
    case .csv: console.show(blame.listing.csv)
    case .json: console.show(try encodeJSON(blame.json, notes: console.limits))
    }
    return .clean
  }
}
