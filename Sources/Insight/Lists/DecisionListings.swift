package import Presentation
package import StrategyModel

extension Listing {
  static func workshops(_ strategy: Strategy) -> Listing {
    Listing(["id", "title", "held_on", "candidates", "choice"], strategy.workshops.all) { workshop in
      [
        .text(workshop.id?.value), .text(workshop.title?.value), .text(workshop.heldOn?.value.description),
        .count(workshop.candidates.count), .text(workshop.choice?.candidate?.value),
      ]
    }
  }

  static func proposals(_ strategy: Strategy) -> Listing {
    Listing(["id", "state", "by", "opened", "closed", "title"], strategy.proposals.all) { proposal in
      [
        .text(proposal.id?.value), .text(proposal.state?.value.rawValue), .text(proposal.by?.id),
        .text(proposal.opened?.value.description), .text(proposal.closed?.value.description),
        .text(proposal.title?.value),
      ]
    }
  }

  package static func reviews(_ strategy: Strategy) -> Listing {
    let columns = ["id", "subject", "held_on", "decision", "decided_by", "next_review"]
    return Listing(columns, strategy.reviews.all) { review in
      [
        .text(review.id?.value), .text(review.subject?.text), .text(review.heldOn?.value.description),
        .text(review.decision?.value.rawValue), .list(review.decidedBy.map(\.id)),
        .text(review.nextReview?.value.description),
      ]
    }
  }

  static func waivers(_ strategy: Strategy) -> Listing {
    Listing(["id", "rule", "entity", "approved_by", "expires"], strategy.waivers.all) { waiver in
      [
        .text(waiver.id?.value), .text(waiver.rule?.value), .text(waiver.entity?.text), .text(waiver.approvedBy?.id),
        .text(waiver.expires?.value.description),
      ]
    }
  }
}
