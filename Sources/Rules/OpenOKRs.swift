import StrategyModel

/// Walk over what still binds, in file order. They pass arrays and positions, never an element: reading a field through
/// a subscript copies that field alone, whereas copying a key result costs a reference count for each of its fields.
extension Strategy {
  /// - Parameter body: gets the objectives of one file, and the file's position in `okrs`.
  func forEachOpenObjectives(_ body: (_ objectives: [Objective], _ okrs: Int) -> Void) {
    forEachObjectives(when: { $0 != .closed }, body)
  }

  /// Whether OKRs belong to a cycle that was closed without scores on purpose.
  func isClosedUnscored(okrs position: Int) -> Bool {
    cycles.position(of: okrs.all[position].cycle).map { cycles.all[$0].unscored != nil } ?? false
  }

  /// Like `forEachOpenObjectives`, for cycles of other states; `nil` is the state of an unknown cycle.
  func forEachObjectives(
    when isMeant: (CycleState?) -> Bool, _ body: (_ objectives: [Objective], _ okrs: Int) -> Void
  ) {
    for i in okrs.all.indices where isMeant(commitments.okrStates[i]) { body(okrs.all[i].objectives, i) }
  }

  /// - Parameter body: gets the key results of one objective, and the position of their file in `okrs`.
  func forEachOpenKeyResults(_ body: (_ keyResults: [KeyResult], _ okrs: Int) -> Void) {
    forEachOpenObjectives { objectives, okrs in
      for i in objectives.indices { body(objectives[i].keyResults, okrs) }
    }
  }

  /// - Parameter body: gets the entries of one file, and the file's position in `checkIns`.
  func forEachOpenCheckIns(_ body: (_ entries: [CheckIn], _ checkIns: Int) -> Void) {
    for i in checkIns.all.indices where commitments.checkInStates[i] != .closed { body(checkIns.all[i].entries, i) }
  }
}
