import Editing
import Presentation
import Rules
import StrategyModel
package import StrategyStore
import StrictYAML

/// A new candidate metric for a workshop.
package struct NewCandidate {
  package let id: String
  let name: String
  package var answers = CandidateAnswers()

  /// - Parameter id: the id (default: made from the name)
  package init(_ name: String, id: String? = nil) throws(StrategyError) {
    guard !name.allSatisfy(\.isWhitespace) else {
      throw StrategyError(.badRequest, message: "a candidate needs a name")
    }
    guard let id = id ?? Identifier.corrected(name, atMost: 60) else {
      throw StrategyError(
        .badRequest, message: "no id can be made from '\(name.visible)'", help: ["Give one with \(give: .id)."])
    }
    try Identifier.require(id, "a candidate")
    (self.id, self.name) = (id, name)
  }

  var value: YAMLValue {
    .mapping([.init("id", .scalar(id)), .init("name", .scalar(name))] + answers.entries)
  }

  /// Objections that its name suggests, one sentence each.
  package var remarks: [String] { CandidateFlaws(id: id, name: name).remarks }
}

/// Objections from the words of a candidate's name.
struct CandidateFlaws {
  let id: String
  let shapes: [MetricShape]

  init(id: String, name: String) {
    self.id = id
    shapes = [MetricShape.vanity(in: name), MetricShape.result(in: name)].compactMap(\.self)
  }

  init(_ candidate: Candidate) {
    self.init(id: candidate.id?.value ?? "", name: candidate.name?.value ?? "")
  }

  var remarks: [String] { shapes.map { "'\(id)' \($0.fault). \($0.help)" } }
}

extension BusinessType {
  /// The initial candidates of a workshop: the template's North Star, and two others to compare with it.
  var candidates: [(id: String, name: String)] {
    let star = template.northStar
    let others: [(id: String, name: String)] =
      switch self {
      case .saas:
        [("weekly-active-accounts", "Weekly active accounts"), ("weekly-shared-results", "Results shared in a week")]
      case .marketplace:
        [
          ("weekly-purchases", "Successful purchases in a week"),
          ("returning-buyers", "Buyers who buy again in a month"),
        ]
      case .streaming:
        [("weekly-listening-time", "Time spent playing in a week"), ("titles-finished", "Titles played to their end")]
      case .social:
        [("weekly-members", "Weekly members"), ("answered-messages", "Messages answered within a day")]
      case .fintech:
        [
          ("weekly-transacting-users", "Users with a transaction a week"),
          ("transactions-per-user", "Transactions per user"),
        ]
      }
    return [(star.id, star.name)] + others
  }
}
