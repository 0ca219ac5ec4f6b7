import ArgumentParser
import Governance

/// The answers on a command line.
struct CandidateAnswerOptions: ParsableArguments {
  @Flag(inversion: .prefixedNo, help: "Filter: can today's analytics measure it?")
  var measurable: Bool?

  @Flag(inversion: .prefixedNo, help: "Filter: does it lead revenue?")
  var leadsRevenue: Bool?

  @Flag(inversion: .prefixedNo, help: "Filter: does it reflect a good experience?")
  var positiveExperience: Bool?

  @Flag(inversion: .prefixedNo, help: "Test: do better cohorts stay and spend more later?")
  var leading: Bool?

  @Flag(inversion: .prefixedNo, help: "Test: can most teams move it?")
  var actionable: Bool?

  @Flag(inversion: .prefixedNo, help: "Test: does everyone understand it?")
  var understandable: Bool?

  @Option(help: ArgumentHelp("A note about the discussion", valueName: "text"))
  var note: String?

  var answers: CandidateAnswers {
    var answers = CandidateAnswers()
    let given: [(CandidateQuestion, Bool?)] = [
      (.measurable, measurable), (.leadsRevenue, leadsRevenue), (.positiveExperience, positiveExperience),
      (.leading, leading), (.actionable, actionable), (.understandable, understandable),
    ]
    for (question, answer) in given { answers.answers[question] = answer }
    answers.note = note
    return answers
  }
}
