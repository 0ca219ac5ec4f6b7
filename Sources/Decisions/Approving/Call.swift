import History

/// An approval that is asked for, before it is known who may give it.
struct Call {
  /// In words: "the owner of activation-rate".
  var role: String
  /// Handles; those who are not there, or may not, fall out.
  var people: [String]
  var count = 1
  var side: Requirement.Side?
  var subject: EntityKey
  var reasons: [Requirement.Reason]
  /// Who may not, beside the proposers, with the reason.
  var others: [String: String] = [:]
}

extension LandingPolicy {
  /// Who may answer a call; where nobody may, the stewards in their place, and after them whoever else is there.
  ///
  /// - Returns: `nil` in a company of one, where nobody else could approve.
  func requirement(_ call: Call) -> Requirement? {
    let barred = Set(call.people).compactMap { person in barrier(person, call).map { Requirement.Barred(person, $0) } }
    var role = call.role
    var people = entitled(call.people, call)
    if people.isEmpty, call.people != stewards {
      people = entitled(stewards, call)
      role = "a steward in place of \(call.role)"
    }
    if people.isEmpty, mayAskAnybody {
      people = entitled(present, call)
      role = "anybody else in place of \(call.role)"
      if people.isEmpty, present.count < 2 { return nil }
    }
    let known = Set(barred.map(\.person))
    let stewardsBarred = people.isEmpty ? stewards.filter { !known.contains($0) } : []
    return Requirement(
      subjects: [call.subject], role: role, count: max(1, min(call.count, people.count)), people: people,
      barred: (barred
        + stewardsBarred.compactMap { person in
          barrier(person, call).map { Requirement.Barred(person, $0) }
        }).sorted { $0.person < $1.person }, side: call.side, reasons: Set(call.reasons).sorted())
  }

  /// With several stewards among the authors, one of them could make the change anew and another approve it. Asking
  /// anybody instead would let a forged author of a commit take the stewards out.
  private var mayAskAnybody: Bool { proposers.intersection(stewards).count < 2 }

  private func entitled(_ people: [String], _ call: Call) -> [String] {
    Set(people).filter { barrier($0, call) == nil }.sorted()
  }

  /// Why somebody may not approve; `nil` when they may.
  private func barrier(_ person: String, _ call: Call) -> String? {
    switch standing(of: person) {
    case .unknown: "is nobody in people/"
    case .left(let day): "left on \(day)"
    case .notYetJoined(let day): "joins on \(day)"
    case .present: proposers.contains(person) ? "wrote a part of it" : call.others[person]
    }
  }
}

extension Requirement.Barred {
  init(_ person: String, _ reason: String) { (self.person, self.reason) = (person, reason) }
}
