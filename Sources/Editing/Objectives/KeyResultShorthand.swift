import Presentation
package import StrategyModel
package import StrategyStore
import StrictYAML

/// A key result on one line: `completion: Raise completion to 55 % metric=onboarding-completion 41..55 owner=grace`.
package struct KeyResultShorthand {
  package let id: String
  let title: String
  var type: KeyResultType
  /// From baseline to target, or the band to stay in.
  var range: TypedRange?
  var fields: [String: String] = [:]
  /// A key result of this strategy on one line, for refusals.
  private let example: String

  private static let known = ["metric", "owner", "weight", "unit", "type"]

  package init(_ text: String, like example: String) throws(StrategyError) {
    let parts = text.split(separator: ":", maxSplits: 1).map { $0.trimmed }
    guard parts.count == 2, Identifier.isValid(parts[0]) else {
      throw StrategyError(
        .badRequest, message: "'\(text.visible)' is not a key result", help: ["Write one like '\(example)'."])
    }
    var words: [Substring] = []
    var fields: [String: String] = [:]
    var range: TypedRange?
    for word in parts[1].split(whereSeparator: \.isWhitespace) {
      let pair = word.split(separator: "=", maxSplits: 1).map(String.init)
      if pair.count == 2, Self.known.contains(pair[0]) {
        fields[pair[0]] = pair[1]
      } else if let found = TypedRange(word) {
        range = found
      } else {
        words.append(word)
      }
    }
    (id, title, self.range, self.example) = (parts[0], words.joined(separator: " "), range, example)
    type = try Self.type(fields.removeValue(forKey: "type"), range, isMeasured: fields["metric"] != nil, of: parts[0])
    self.fields = fields
    try require()
  }

  private static func type(
    _ name: String?, _ range: TypedRange?, isMeasured: Bool, of id: String
  ) throws(StrategyError) -> KeyResultType {
    guard let name else {
      guard let range else { return isMeasured ? .increase : .milestone }
      guard let first = range.first, let last = range.last else { return .increase }
      return last < first ? .decrease : .increase
    }
    guard let type = KeyResultType(rawValue: name) else {
      throw .unknown(name, among: KeyResultType.allCases.map(\.rawValue), "type of key result, as for '\(id)':")
    }
    return type
  }

  private func require() throws(StrategyError) {
    if title.isEmpty { throw usage("has no title") }
    if type == .milestone { return }
    guard let range else {
      let unread = title.split(separator: " ").first { $0.contains("..") && $0.contains(where: \.isNumber) }
      if let unread { throw usage("has '\(String(unread).visible)', which is not a range like 41..55") }
      throw usage("has no numbers: give baseline and target, as in 41..55")
    }
    if type != .maintain {
      guard range.first != nil, range.last != nil else {
        throw usage("has one number; write both as in 41..55, or add 'type=maintain' for a limit")
      }
      if range.first == range.last { throw usage("has a target that equals its baseline") }
    }
    if fields["metric"] == nil, fields["unit"] == nil {
      throw usage("has neither a metric nor a unit: add metric=… or, for a number of its own, unit=…")
    }
  }

  /// Throws for percent signs where the metric is not in percent.
  package func requireUnit(in strategy: Strategy) throws(StrategyError) {
    guard range?.isPercent == true, let metric = fields["metric"] else { return }
    let unit = fields["unit"] ?? strategy.metrics[metric]?.definition?.unit?.value
    if let unit, UnitName.normal(unit) != "percent" {
      throw usage("is in percent, but '\(metric.visible)' is in '\(unit.visible)'")
    }
  }

  private func usage(_ what: String) -> StrategyError {
    StrategyError(.badRequest, message: "the key result '\(id)' \(what)", help: ["Write one like '\(example)'."])
  }

  /// Fields in the order of the description.
  func yaml(since: Day?) -> YAMLValue {
    var own = ["id": id, "title": title, "type": type.rawValue]
    own["since"] = since?.description
    let all = own.merging(fields) { a, _ in a }.merging(numbers) { a, _ in a }
    let order = KeyResult.fields.map(\.description.name)
    return .mapping(order.compactMap { name in all[name].map { YAMLValue.Entry(name, .scalar($0)) } })
  }

  private var numbers: [String: String] {
    guard let range else { return [:] }
    var (first, last) = (range.first, range.last)
    if type == .maintain, let a = first, let b = last { (first, last) = (min(a, b), max(a, b)) }
    let names = type == .maintain ? ("lower", "upper") : ("baseline", "target")
    let found = [(names.0, first), (names.1, last)].compactMap { name, number in number.map { (name, $0.plain) } }
    return Dictionary(uniqueKeysWithValues: found)
  }
}

/// Two numbers as people type them; a limit leaves one out: `41..55`, `60%..70%`, `..7`.
struct TypedRange {
  let first: Double?
  let last: Double?
  /// Whether either number has a percent sign.
  let isPercent: Bool

  /// `nil` for anything else.
  init?(_ word: Substring) {
    guard let dots = word.firstRange(of: "..") else { return nil }
    let ends = [word[..<dots.lowerBound], word[dots.upperBound...]]
    let numbers = ends.map { end in
      end.isEmpty ? nil : try? Double.parse(String(end.last == "%" ? end.dropLast() : end))
    }
    guard zip(ends, numbers).allSatisfy({ $0.isEmpty || $1 != nil }), numbers.contains(where: { $0 != nil }) else {
      return nil
    }
    (first, last) = (numbers[0], numbers[1])
    isPercent = ends.contains { $0.last == "%" }
  }
}
