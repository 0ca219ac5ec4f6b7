import Editing
import Presentation
import StrategyModel
import StrategyStore
import StrictYAML

/// A person who disagreed: `lin: depth has stopped leading retention`.
struct DissentingVoice {
  let person: String
  let because: String

  /// As files record it.
  var value: YAMLValue { .fields(("person", .scalar(person)), ("because", .scalar(because))) }

  init(_ text: String, in strategy: Strategy) throws(StrategyError) {
    let parts = text.split(separator: ":", maxSplits: 1).map { $0.trimmed }
    guard parts.count == 2, !parts[1].isEmpty else {
      throw StrategyError(
        .badRequest, message: "a dissent needs a person and a reason",
        help: ["Write it like this: \(give: .dissent, "lin: depth lags")."])
    }
    guard strategy.people.contains(parts[0]) else {
      throw .unknown(parts[0], among: Set(strategy.people.all.compactMap { $0.id?.value }), "person")
    }
    (person, because) = (parts[0], parts[1])
  }
}
