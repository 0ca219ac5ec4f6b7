package import Presentation
package import StrategyModel

extension Listing {
  static func workshops(_ strategy: Strategy) -> Listing {
    Listing(["id", "title", "held_on", "candidates", "choice"], strategy.workshops.all) { workshop in
      [
        workshop.id?.value, workshop.title?.value, workshop.heldOn?.value.description,
        String(workshop.candidates.count), workshop.choice?.candidate?.value,
      ]
    }
  }

  static func proposals(_ strategy: Strategy) -> Listing {
    Listing(["id", "state", "by", "opened", "closed", "title"], strategy.proposals.all) { proposal in
      [
        proposal.id?.value, proposal.state?.value.rawValue, proposal.by?.id, proposal.opened?.value.description,
        proposal.closed?.value.description, proposal.title?.value,
      ]
    }
  }

  package static func reviews(_ strategy: Strategy) -> Listing {
    let columns = ["id", "subject", "held_on", "decision", "decided_by", "next_review"]
    return Listing(columns, strategy.reviews.all) { review in
      [
        review.id?.value, review.subject?.text, review.heldOn?.value.description, review.decision?.value.rawValue,
        review.decidedBy.map(\.id).joined(separator: " "), review.nextReview?.value.description,
      ]
    }
  }

  static func waivers(_ strategy: Strategy) -> Listing {
    Listing(["id", "rule", "entity", "approved_by", "expires"], strategy.waivers.all) { waiver in
      [
        waiver.id?.value, waiver.rule?.value, waiver.entity?.text, waiver.approvedBy?.id,
        waiver.expires?.value.description,
      ]
    }
  }
}
