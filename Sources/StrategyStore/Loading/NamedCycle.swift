package import StrategyModel

extension Strategy {
  /// A cycle that somebody named.
  package func requiredCycle(_ id: String) throws(StrategyError) -> Cycle {
    guard let cycle = cycles[id] else { throw .unknown(id, among: ids(of: .cycle).sorted(), "cycle") }
    return cycle
  }
}
