import Decisions
import Git
import History
import StrategyModel
import StrategyStore
import StrictYAML

/// The end of a proposal, by landing or otherwise, as its record will say.
package struct ProposalEnd {
  package enum Outcome: String { case landed, rejected, withdrawn }

  let proposal: BranchedProposal
  let outcome: Outcome
  let by: String
  let because: String?
  var approvedBy: [String] = []

  /// The text of the record for the target branch.
  func record(_ text: [UInt8]?, on day: Day) throws(StrategyError) -> [UInt8] {
    guard let text else {
      throw StrategyError(message: "the branch has no record proposals/\(proposal.id).yaml")
    }
    let document = Document(parsing: text)
    let keys = document.root.map { root in Set(document.entries(of: root).map { document.string(of: $0.key) }) } ?? []
    var values: [(String, YAMLValue)] = [("state", .scalar(outcome.rawValue)), ("closed", .scalar(day.description))]
    let touches = Set(proposal.changes.map(\.key.description)).sorted()
    if !touches.isEmpty { values.append(("touches", .sequence(touches.map(YAMLValue.scalar), .flow))) }
    // An empty list says that nobody had to approve.
    if outcome == .landed { values.append(("approved_by", .sequence(approvedBy.map(YAMLValue.scalar), .flow))) }
    if let because { values.append(("because", .scalar(because))) }
    var changes: [Change] = []
    for (key, value) in values {
      if keys.contains(key) { changes.append(.remove([.key(key)])) }
      changes.append(.insert([], YAMLValue.Entry(key, value), .end))
    }
    var changed = document
    do {
      for change in changes { changed = try changed.applying([change]) }
    } catch {
      throw StrategyError(message: "cannot edit proposals/\(proposal.id).yaml: \(error.message)")
    }
    return changed.text
  }

  /// The reviews that are decided by landing.
  private var reviews: [(key: String, value: String)] {
    proposal.changes.filter { change in
      change.key.kind == .review && change.new != nil && change.fields.contains { $0.path == "decision" }
    }.map { (DecisionTrailer.review, $0.key.id) }
  }

  var trailers: [(key: String, value: String)] {
    let word =
      switch outcome {
      case .landed: "land";
      case .rejected: "reject";
      case .withdrawn: "withdraw"
      }
    var trailers = [(DecisionTrailer.proposal, proposal.id), (DecisionTrailer.decision, word)]
    for person in outcome == .landed ? approvedBy : [by] { trailers.append((DecisionTrailer.decidedBy, person)) }
    trailers.append((DecisionTrailer.judged, proposal.tip.id.description))
    trailers.append((DecisionTrailer.digest, proposal.digest.description))
    return trailers + (outcome == .landed ? reviews : [])
  }
}
