import ArgumentParser
import Editing
import Governance
import StrategyModel
import StrategyStore

struct AddCommand: EnvironmentCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Add an entity and commit it",
    discussion: """
      Give fields as name=value, nested fields with a dot, and the items of a list one by one. On a terminal, missing \
      required fields are asked for; elsewhere they are listed. 'northstar explain <kind>' lists the fields.

      Examples:
        northstar add person mara name="Mara Costa" emails=mara@huddle.example
        northstar add team reach name=Reach lead=mara members=mara,lin
        northstar add cycle 2026-q2 name="Second quarter 2026" state=draft \\
          starts=2026-04-01 ends=2026-06-30
      """)

  @Argument(help: "The kind: metric, person, team, cycle, …", completion: .list(Kind.allCases.map(\.rawValue)))
  var kind: String

  @Argument(help: "Its id; for OKRs and check-ins <cycle>/<team>")
  var id: String

  @Argument(help: ArgumentHelp("Its fields", valueName: "field=value"))
  var fields: [String] = []

  @OptionGroup var writing: WritingOptions

  func run(in console: Console) throws -> ExitStatus {
    guard let kind = Kind(rawValue: kind) ?? Kind(folder: kind) else {
      throw StrategyError.unknown(kind, among: Kind.allCases.map(\.rawValue), "kind")
    }
    let writing = try StrategyWriting(writing.request, in: console.session)
    var entity = try NewEntity(kind, id)
    for field in fields { try entity.add(field) }
    try MissingFields(console: console).complete(&entity)
    let text = entity.text
    let outcome = try writing.run { draft in
      guard !draft.strategy.mayHave(kind, id) else {
        throw StrategyError(message: "there is a \(kind.rawValue) '\(id)' already")
      }
      let path = kind.home(of: id)
      try draft.requireFree(path)
      draft.write(text, to: path)
      return CommitWording(topic: id, what: "add \(kind.noun)")
    }
    return try console.report(outcome)
  }
}
