/// A key result with its objective and file.
package struct KeyResultPlace: Sendable {
  package let okrs: TeamOKRs
  package let objective: Objective
  package let keyResult: KeyResult

  /// `okrs/2026-q1/onboarding`: the subject of a diagnostic about it.
  package var subject: String { "okrs/" + (okrs.id?.value ?? "?") }
}

extension Strategy {
  /// The state of the cycle that a team's OKRs or check-ins belong to; `nil` when it is unknown.
  package func state(of cycle: Reference<Cycle>?) -> CycleState? {
    guard let position = cycles.position(of: cycle) else { return nil }
    return cycles.all[position].state?.value
  }

  /// OKRs that still bind: those of every cycle that is not closed, unknown cycles included.
  package var openOKRs: some Sequence<TeamOKRs> {
    okrs.all.indices.lazy.filter { commitments.okrStates[$0] != .closed }.map { okrs.all[$0] }
  }

  /// Every key result of the OKRs that still bind, in file order.
  package var openKeyResults: some Sequence<KeyResultPlace> {
    openOKRs.lazy.flatMap { okrs in
      okrs.objectives.lazy.flatMap { objective in
        objective.keyResults.lazy.map { KeyResultPlace(okrs: okrs, objective: objective, keyResult: $0) }
      }
    }
  }
}

extension Entity {
  /// `metric/activation-rate`: the name of this entity in waivers and diagnostics.
  package var subject: String { "\(Self.kind.rawValue)/\(id?.value ?? "?")" }
}
