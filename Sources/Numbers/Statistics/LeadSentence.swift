package import StrategyModel

extension LeadTest {
  /// The result in words, for people who do not read correlations.
  ///
  /// - Parameters: x, y: the names of the two series.
  package func sentence(_ x: String, _ y: String, in grain: Grain) -> String {
    let finding = finding(x, y, grain)
    guard verdict != .tooFewPoints, isWeakEvidence else { return finding }
    return finding + " With \(count) points, fewer than about \(LeadTest.sufficientCount), this is weak evidence."
  }

  private func finding(_ x: String, _ y: String, _ grain: Grain) -> String {
    switch verdict {
    case .tooFewPoints:
      return "There are too few points to tell: \(count) \(grain.counted(count)) with values of both; at least "
        + "\(LeadTest.minimumCount) are needed."
    case .noEffect where !constant.isEmpty:
      let names = constant.map { [x, y][$0] }.joined(separator: " and ")
      return "No conclusion: \(names) did not move\(detrending == .none ? "" : " apart from its trend")."
    case .noEffect: return "No sign that \(x) leads \(y): with this many lags, the best one could be chance."
    case .coincides: return "\(x) and \(y) move \(together) in the same \(grain.rawValue); neither leads."
    case .follows: return "\(x) follows \(y) by \(distance(grain)); it does not lead."
    case .leads: return "\(x) leads \(y) by \(distance(grain)): they move \(together)."
    case .leadsWeakly: return "\(x) may lead \(y) by \(distance(grain)): they move \(together)\(doubt)."
    }
  }

  private var together: String { best.map { $0.r > 0 } ?? true ? "together" : "against each other" }

  private func distance(_ grain: Grain) -> String {
    let lag = abs(best?.lag ?? 0)
    return "\(lag) \(grain.counted(lag))"
  }

  private var doubt: String {
    guard let best else { return "" }
    if !best.isStable { return ", but not in both halves of the period" }
    return best.adjustedP < 0.05 ? "" : ", but with this many lags one may do so by chance"
  }
}

extension Grain {
  /// `week` or `weeks`.
  package func counted(_ count: Int) -> String { count == 1 ? rawValue : rawValue + "s" }
}
