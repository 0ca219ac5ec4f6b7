import ArgumentParser
import Editing
import Git
import Governance
import Insight
import Presentation
import StrategyModel
import StrategyStore

struct OKRTodoCommand: ReadingCommand {
  static let configuration = CommandConfiguration(
    commandName: "todo",
    abstract: "List what a person owes: check-ins, reviews and approvals",
    discussion: """
      Check-ins of the key results that the person owns, due within a week; reviews that the person may decide, due \
      within a month; open proposals that wait for the person's approval. You are recognised by your address in git's \
      configuration and in your file in people/.

      Examples:
        northstar okr todo
        northstar okr todo --as grace --format csv
      """)

  @Option(
    name: .customLong("as"), help: ArgumentHelp("The person (default: you)", valueName: "person"), completion: .people)
  var person: String?

  @OptionGroup var rows: RowOptions

  @OptionGroup var reading: MomentOptions

  func run(in console: Console) throws -> ExitStatus {
    let read = try console.session.loadOne(reading.moment)
    let repository = try Repository.open(in: console.git)
    let person = try handle(in: read.strategy, repository)
    let duties = try duties(of: person, read, repository, in: console).sorted { a, b in
      (a.due ?? .distantFuture, a.what, a.subject) < (b.due ?? .distantFuture, b.what, b.subject)
    }
    var listing = Listing(TodoItem.columns, duties) { $0.cells { console.commands.naming("northstar \($0.command)") } }
    listing.whole = TodoItem.commands
    try console.show(listing, rows, title: "What \(person) owes", empty: "\(person) owes nothing.")
    return .clean
  }

  private func handle(in strategy: Strategy, _ repository: Repository) throws -> String {
    guard let person else { return try repository.requiredHandle(in: strategy) }
    guard strategy.mayHave(.person, person) else {
      throw StrategyError.unknown(person, among: strategy.ids(of: .person).sorted(), "person")
    }
    return person
  }

  private func duties(
    of person: String, _ read: ReadStrategy, _ repository: Repository, in console: Console
  ) throws -> [TodoItem] {
    let snapshot = try LoadedMeaning(read.loaded.source, in: read.strategy.folder).snapshot
    var duties = TodoItem.checkIns(of: person, in: read.strategy, on: read.today)
    duties += TodoItem.reviews(of: person, in: read.strategy, snapshot, on: read.today)
    // Without a branch to land on, no approval is needed.
    if try reading.at != nil || !repository.proposals().isEmpty {
      duties += try TodoItem.approvals(of: person, for: TargetBranch(reading, of: repository, in: console.session))
    }
    return duties
  }
}
