import Diagnostics
import StrategyModel

struct TooFewStewards: Rule {
  let card = Card(
    id: "NS313", name: "too-few-stewards", severity: .warning,
    summary: "Fewer stewards are named than must approve a change of the North Star.",
    rationale: """
      Without stewards anybody may move the goal of the whole company, and with too few nobody can, because there are \
      not enough people for the approvals that the settings require. Name at least as many as 'approvals:' asks for \
      (default: two).
      """,
    wrong: [Example("northstar.yaml", replacing: "stewards: [ada, lin]", with: "stewards: [↓ada]")],
    right: [
      Example(
        "northstar.yaml", replacing: "stewards: [ada, lin]", with: "stewards: [ada]\napprovals: { north_star: 1 }")
    ])

  func check(_ strategy: Strategy, _ report: inout Report) {
    guard let settings = strategy.settings, !strategy.mayHideFields(settings.file),
      let range = settings.stewards.first?.range ?? settings.northStar?.range
    else { return }
    let needed = settings.approvals?.northStar?.value.value ?? 2
    let named = Set(settings.stewards.map(\.id)).count
    guard named < needed else { return }
    report.add(
      .tooFew(needed, named), about: settings, at: range, in: strategy,
      help: ["Name them in 'stewards:', or require fewer in 'approvals:'."])
  }
}

extension String {
  fileprivate static func tooFew(_ needed: Int, _ named: Int) -> String {
    "a change of the NSM needs \(counted(needed, "approval")), but there \(named == 1 ? "is" : "are") "
      + (named == 0 ? "no stewards" : counted(named, "steward"))
  }
}
