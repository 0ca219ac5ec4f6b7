import Presentation

extension Listing {
  /// Keeps the rows whose column has one of these values, given as `column=value` or `column=value,value`.
  package mutating func keep(_ condition: String) throws(StrategyError) {
    let parts = condition.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2 else {
      throw StrategyError(.badRequest, message: "'\(condition)' is not a condition (expected column=value)")
    }
    guard let column = columns.firstIndex(of: parts[0]) else {
      throw .unknown(parts[0], among: columns, "column")
    }
    // A value may have a comma of its own.
    let wanted = parts[1].split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    let values = keep(where: column, isOneOf: Set(wanted + [parts[1]]))
    guard count == 0, misses == nil else { return }
    let near = wanted.flatMap { nearNames(to: $0, among: values) }.map { "'\($0.visible)'" }.joined(separator: " or ")
    let known = values.filter { !$0.isEmpty }.sorted().map(\.visible)
    let hint =
      near.isEmpty
      ? known.count <= 12 && !known.isEmpty ? " There are: \(known.joined(separator: ", "))." : ""
      : " Did you mean \(near)?"
    misses = "No row has \(condition.visible).\(hint)"
  }
}
