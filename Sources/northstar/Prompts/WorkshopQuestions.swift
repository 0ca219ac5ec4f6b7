import Governance
import StrategyModel
import StrategyStore

/// Leads through a workshop: asks for everything that a plan leaves open.
struct WorkshopQuestions {
  private let interview: Interview
  private let strategy: Strategy

  init(_ console: Console, _ strategy: Strategy) {
    (interview, self.strategy) = (Interview(console: console), strategy)
  }

  func complete(_ plan: inout WorkshopPlan) throws(StrategyError) {
    interview.say("Enter leaves a question open, Ctrl-D stops and writes nothing.\n")
    if plan.title == nil { plan.title = try interview.ask("What is it called?", suggesting: "Finding our North Star") }
    if plan.participants.isEmpty { plan.participants = try participants() }
    for remark in WorkshopParticipants(plan.participants, in: strategy).remarks { interview.say(remark) }
    if plan.isBare { try findings(&plan) }
  }

  private func participants() throws(StrategyError) -> [String] {
    let known = strategy.ids(of: .person)
    let asked = try interview.ask(
      "Who takes part? Handles, separated by commas:",
      accepting: { (answer: String) -> [String]? in
        let handles = answer.split { $0 == "," || $0 == " " }.map(String.init)
        return !handles.isEmpty && handles.allSatisfy(known.contains) ? handles : nil
      }, or: "Known are \(known.sorted().joined(separator: ", ")).")
    return asked ?? []
  }

  private func findings(_ plan: inout WorkshopPlan) throws(StrategyError) {
    interview.say("\nImagine that a year from now the metric has failed us.")
    plan.preMortem = try interview.askAgain(upTo: 9) { $0 == 1 ? "Why?" : "Why else?" }
    plan.coreValue = try interview.ask("\nWhat do customers come for?", suggesting: strategy.settings?.coreValue?.value)
    plan.whys = try interview.askAgain(upTo: 5) { "Why does that matter to them? (\($0) of 5)" }
    plan.ahaMoment = try interview.ask("In which moment does a user understand the value?")
    let games = Game.allCases.map(\.rawValue).joined(separator: ", ")
    plan.game = try interview.ask(
      "Which game does the product play: \(games)?", suggesting: strategy.settings?.game?.value.rawValue,
      accepting: { Game(rawValue: $0.lowercased()) }, or: "Answer with one of \(games).")
    interview.say("\nWhich metrics could say that customers get it? Three to five are compared.")
    try candidates(&plan)
  }

  private func candidates(_ plan: inout WorkshopPlan) throws(StrategyError) {
    while plan.candidates.count < 5, let name = try interview.ask("Candidate \(plan.candidates.count + 1):") {
      guard let candidate = try? NewCandidate(name), !plan.candidates.contains(where: { $0.id == candidate.id }) else {
        interview.say("Give it a name of its own.")
        continue
      }
      for remark in candidate.remarks { interview.say(remark) }
      plan.candidates.append(candidate)
    }
  }
}
