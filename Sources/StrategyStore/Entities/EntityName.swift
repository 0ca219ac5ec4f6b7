package import StrategyModel

/// An entity of a strategy that somebody named: `metric/activation-rate`, or `activation-rate` alone.
package struct EntityName {
  package let kind: Kind
  package let id: String
  package let file: StrategyFile

  package init(_ name: String, in strategy: Strategy) throws(StrategyError) {
    let found = EntityName.all(name, in: strategy)
    guard let first = found.first else {
      let names = Kind.allCases.flatMap { kind in strategy.ids(of: kind).flatMap { [$0, "\(kind.rawValue)/\($0)"] } }
      throw .unknown(name, among: Set(names), "entity")
    }
    guard found.count == 1 else {
      let choices = found.map { "\($0.kind.rawValue)/\($0.id)" }
      throw StrategyError(
        .badRequest, message: "'\(name)' is the name of several entities",
        help: ["Say which: \(choices.joined(separator: ", "))."])
    }
    (kind, id, file) = first
  }

  /// What people call the settings of a strategy, whose id they rarely know.
  private static let settingsNames: Set = [Kind.strategy.rawValue, "northstar", Kind.settingsFile]

  /// Every entity that a name can refer to.
  package static func all(_ name: String, in strategy: Strategy) -> [(kind: Kind, id: String, file: StrategyFile)] {
    let found = readings(of: name).compactMap { kind, id in strategy.file(of: kind, id).map { (kind, id, $0) } }
    guard found.isEmpty, settingsNames.contains(name), let id = strategy.settings?.id?.value,
      let file = strategy.file(of: .strategy, id)
    else { return found }
    return [(.strategy, id, file)]
  }

  /// The possible meanings of a name: any kind with that id, or a kind and an id.
  private static func readings(of name: String) -> [(Kind, String)] {
    let parts = name.split(separator: "/", maxSplits: 1).map(String.init)
    if parts.count == 2, let kind = Kind(rawValue: parts[0]) ?? Kind(folder: parts[0]) { return [(kind, parts[1])] }
    return Kind.allCases.map { ($0, name) }
  }
}
