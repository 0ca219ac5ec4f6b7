import Diagnostics
import StrategyModel

struct NarrowWorkshop: Rule {
  let card = Card(
    id: "NS713", name: "narrow-workshop", severity: .note,
    summary: "The workshop behind the North Star had few participants, or few disciplines.",
    rationale: """
      Three product managers find a product manager's metric, and sales and support have to live with it. Five or six \
      people from at least three disciplines see more, and take the choice to their own teams. A workshop whose choice \
      has since been replaced is not checked.
      """,
    settings: [
      Setting("participants", 5, "The fewest participants that are allowed."),
      Setting("disciplines", 3, "The fewest disciplines that are allowed."),
    ],
    wrong: [Example([ExampleFile.workshop(participants: "[↓ada, grace, lin]")])],
    right: [Example([ExampleFile.noor, ExampleFile.workshop()])])

  func check(_ strategy: Strategy, _ report: inout Report) {
    let fewest = report.count("participants")
    let disciplines = report.count("disciplines")
    for workshop in strategy.workshops.all where strategy.stillBinds(workshop) {
      let people = Dictionary(workshop.participants.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
      guard let first = workshop.participants.first, !strategy.mayHideFields(workshop.file) else { continue }
      let known = people.values.map { strategy.people[$0]?.discipline?.value }
      let distinct = Set(known.compactMap { $0 }).count + known.count { $0 == nil }
      guard people.count < fewest || distinct < disciplines else { continue }
      report.add(
        people.count < fewest ? .few(people.count) : .narrow(distinct), about: workshop, at: first.range, in: strategy,
        help: ["Ask people from other disciplines whether they agree with the choice."])
    }
  }
}

extension Strategy {
  /// Whether a workshop has yet to choose, or its choice is the current North Star.
  func stillBinds(_ workshop: Workshop) -> Bool {
    workshop.choice?.candidate.map { isNorthStar($0.value) } ?? true
  }
}

extension String {
  fileprivate static func few(_ count: Int) -> String {
    "only \(count == 1 ? "1 person" : "\(count) people") took part in the workshop"
  }

  fileprivate static func narrow(_ count: Int) -> String {
    "the participants come from \(counted(count, "discipline"))"
  }
}
