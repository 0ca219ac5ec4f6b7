package import Editing
package import StrategyModel
package import StrategyStore
import StrictYAML

/// A workshop as somebody describes it, before its file is written.
package struct WorkshopPlan {
  let id: String
  package var title: String?
  package var heldOn: Day?
  package var facilitator: String?
  package var participants: [String] = []
  package var preMortem: [String] = []
  package var coreValue: String?
  package var whys: [String] = []
  package var ahaMoment: String?
  package var game: Game?
  package var candidates: [NewCandidate] = []

  package init(id: String) { self.id = id }

  /// Whether none of a workshop's results exist yet.
  package var isBare: Bool {
    preMortem.isEmpty && coreValue == nil && whys.isEmpty && ahaMoment == nil && game == nil && candidates.isEmpty
  }

  /// Fills in the usual answers of a kind of business.
  package mutating func begin(with business: BusinessType) throws(StrategyError) {
    game = game ?? business.template.game
    coreValue = coreValue ?? business.template.coreValue
    for candidate in business.candidates where !candidates.contains(where: { $0.id == candidate.id }) {
      candidates.append(try NewCandidate(candidate.name, id: candidate.id))
    }
  }

  package func apply(to draft: inout StrategyDraft) throws -> CommitWording {
    try Identifier.require(id, "a workshop")
    guard !draft.strategy.mayHave(.workshop, id) else {
      throw StrategyError(
        message: "there is already a workshop '\(id)'", help: ["Look at it with \(run: .showWorkshop(id))."])
    }
    guard !participants.isEmpty else {
      throw StrategyError(
        .badRequest, message: "a workshop needs its participants",
        help: ["Name them with \(give: .participants): five or six people from different disciplines."])
    }
    for handle in participants + [facilitator].compactMap(\.self) {
      try draft.requirePresent(handle, on: heldOn ?? draft.today)
    }
    let path = Kind.workshop.home(of: id)
    try draft.requireFree(path)
    draft.write(YAMLWriter.text(of: value(on: heldOn ?? draft.today)), to: path)
    let circle = WorkshopParticipants(participants, in: draft.strategy)
    return CommitWording(
      topic: "workshop", what: "open \(id)", advice: (circle.absences + candidates.flatMap(\.remarks)).remedies)
  }

  private func value(on day: Day) -> YAMLValue {
    .fields(
      ("kind", "workshop"), ("id", .scalar(id)), ("title", .scalar(title ?? "Finding our North Star")),
      ("held_on", .day(day)), ("facilitator", facilitator.map { .scalar($0) }), ("participants", .list(participants)),
      ("pre_mortem", texts(preMortem)), ("core_value", coreValue.map { .scalar($0) }), ("whys", texts(whys)),
      ("aha_moment", ahaMoment.map { .scalar($0) }), ("game", game.map { .choice($0) }),
      ("candidates", .sequence(candidates.map(\.value), candidates.isEmpty ? .flow : .block)),
      ("sprint", SprintPlan.value))
  }

  private func texts(_ texts: [String]) -> YAMLValue? {
    texts.isEmpty ? nil : .sequence(texts.map { .scalar($0) })
  }
}
