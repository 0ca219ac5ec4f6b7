import Diagnostics
import StrategyModel
import StrictYAML

/// A key result on one line: `completion: Raise completion to 55 % metric=onboarding-completion 41..55 owner=grace`.
struct KeyResultWords {
  let id: String
  let title: String
  var type: KeyResultType
  /// From baseline to target, or the band to stay in.
  var range: (first: Double, last: Double)?
  var fields: [String: String] = [:]

  private static let known = ["metric", "owner", "weight", "unit", "type"]
  private static let form = "'completion: Raise completion to 55 % metric=onboarding-completion 41..55 owner=grace'"

  init(_ text: String) throws(CommandFailure) {
    let parts = text.split(separator: ":", maxSplits: 1).map { $0.trimmed }
    guard parts.count == 2, Identifier.isValid(parts[0]) else {
      throw CommandFailure(
        status: .usage, message: "'\(text.visible)' is no key result", help: ["Write one like \(Self.form)."])
    }
    var words: [Substring] = []
    var fields: [String: String] = [:]
    var range: (first: Double, last: Double)?
    for word in parts[1].split(whereSeparator: \.isWhitespace) {
      let pair = word.split(separator: "=", maxSplits: 1).map(String.init)
      if pair.count == 2, Self.known.contains(pair[0]) {
        fields[pair[0]] = pair[1]
      } else if let found = Self.range(word) {
        range = found
      } else {
        words.append(word)
      }
    }
    (id, title, self.range) = (parts[0], words.joined(separator: " "), range)
    type = try Self.type(fields.removeValue(forKey: "type"), range, isMeasured: fields["metric"] != nil, of: parts[0])
    self.fields = fields
    try require()
  }

  /// `41..55`
  private static func range(_ word: Substring) -> (first: Double, last: Double)? {
    guard let dots = word.firstRange(of: "..") else { return nil }
    guard let first = try? Double.parse(String(word[..<dots.lowerBound])),
      let last = try? Double.parse(String(word[dots.upperBound...]))
    else { return nil }
    return (first, last)
  }

  private static func type(
    _ name: String?, _ range: (first: Double, last: Double)?, isMeasured: Bool, of id: String
  ) throws(CommandFailure) -> KeyResultType {
    guard let name else {
      guard let range else { return isMeasured ? .increase : .milestone }
      return range.last < range.first ? .decrease : .increase
    }
    guard let type = KeyResultType(rawValue: name) else {
      throw .unknown(name, among: KeyResultType.allCases.map(\.rawValue), "type of key result, as for '\(id)':")
    }
    return type
  }

  private func require() throws(CommandFailure) {
    if title.isEmpty { throw usage("has no title") }
    if type == .milestone { return }
    guard let range else { throw usage("has no numbers: from where to where, as in 41..55") }
    if range.first == range.last, type != .maintain { throw usage("has a target that equals its baseline") }
    if fields["metric"] == nil { throw usage("has no metric") }
  }

  private func usage(_ what: String) -> CommandFailure {
    CommandFailure(
      status: .usage, message: "the key result '\(id)' \(what)", help: ["Write one like \(Self.form)."])
  }

  /// Fields in the order of the description.
  func yaml(since: Day?) -> YAMLValue {
    let isBand = type == .maintain
    let numbers = range.map { range in
      isBand
        ? ["lower": min(range.first, range.last).plain, "upper": max(range.first, range.last).plain]
        : ["baseline": range.first.plain, "target": range.last.plain]
    }
    var own = ["id": id, "title": title, "type": type.rawValue]
    own["since"] = since?.description
    let all = own.merging(fields) { a, _ in a }.merging(numbers ?? [:]) { a, _ in a }
    let order = KeyResult.fields.map(\.description.name)
    return .mapping(order.compactMap { name in all[name].map { YAMLValue.Entry(name, .scalar($0)) } })
  }
}
