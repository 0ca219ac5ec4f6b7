import StrategyModel

/// Walks over what still binds. They copy nothing, which `for` over the same arrays would for every key result.
extension Strategy {
  func forEachOpenOKRs(_ body: (TeamOKRs) -> Void) {
    for okrs in okrs.all where state(of: okrs.cycle) != .closed { body(okrs) }
  }

  func forEachOpenObjective(_ body: (Objective, TeamOKRs) -> Void) {
    for okrs in okrs.all where state(of: okrs.cycle) != .closed {
      for objective in okrs.objectives { body(objective, okrs) }
    }
  }

  func forEachOpenKeyResult(_ body: (KeyResult, TeamOKRs) -> Void) {
    for okrs in okrs.all where state(of: okrs.cycle) != .closed {
      for objective in okrs.objectives {
        for keyResult in objective.keyResults { body(keyResult, okrs) }
      }
    }
  }

  func forEachOpenCheckIns(_ body: (TeamCheckIns) -> Void) {
    for checkIns in checkIns.all where state(of: checkIns.cycle) != .closed { body(checkIns) }
  }
}
