import History

/// An approval that is required, before it is known who can give it.
struct ApprovalRequest {
  /// In words: "the owner of activation-rate".
  var role: String
  /// Handles; people who are not there, or may not approve, are dropped.
  var people: [String]
  var count = 1
  var side: Requirement.Side?
  var subject: EntityKey
  var reasons: [Requirement.Reason]
  /// People who may not approve, besides the proposers, with the reason.
  var others: [String: String] = [:]
}

extension ApprovalPolicy {
  /// The people who can answer a call. If there are none, the stewards; if no steward can, anybody else.
  ///
  /// - Returns: `nil` in a company of one, where nobody else could approve.
  func requirement(_ call: ApprovalRequest) -> Requirement? {
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

  /// With several stewards among the authors, one of them could make the change again and another approve it. Asking
  /// anybody instead would let a forged commit author exclude the stewards.
  private var mayAskAnybody: Bool { proposers.intersection(stewards).count < 2 }

  private func entitled(_ people: [String], _ call: ApprovalRequest) -> [String] {
    Set(people).filter { barrier($0, call) == nil }.sorted()
  }

  /// Why somebody may not approve; `nil` when they may.
  private func barrier(_ person: String, _ call: ApprovalRequest) -> String? {
    switch standing(of: person) {
    case .unknown: "is not in people/"
    case .left(let day): "left on \(day)"
    case .notYetJoined(let day): "joins on \(day)"
    case .present: proposers.contains(person) ? "wrote part of it" : call.others[person]
    }
  }
}

extension Requirement.Barred {
  init(_ person: String, _ reason: String) { (self.person, self.reason) = (person, reason) }
}
