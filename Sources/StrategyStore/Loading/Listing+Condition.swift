import Presentation

extension Listing {
  /// Keeps the rows whose column has this value, given as `column=value`.
  package mutating func keep(_ condition: String) throws(StrategyError) {
    let parts = condition.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2 else {
      throw StrategyError(.badRequest, message: "'\(condition)' is not a condition (expected column=value)")
    }
    guard let column = columns.firstIndex(of: parts[0]) else {
      throw .unknown(parts[0], among: columns, "column")
    }
    let values = keep(where: column, is: parts[1])
    guard count == 0, misses == nil else { return }
    let near = nearNames(to: parts[1], among: values).map { "'\($0.visible)'" }.joined(separator: " or ")
    misses = "No row has \(condition.visible)." + (near.isEmpty ? "" : " Did you mean \(near)?")
  }
}
