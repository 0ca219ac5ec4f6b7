import ArgumentParser
import Presentation
import StrategyModel
import StrategyStore

struct ShowCommand: ReadingCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show one entity and what other files say about it",
    discussion: """
      Examples:
        northstar show activation-rate
        northstar show team/onboarding --at 2025-06-30
        northstar show okrs/2026-q1/onboarding --format json
      """)

  @Argument(help: "The entity's id, or its kind and id: metric/activation-rate", completion: .entities)
  var entity: String

  @Option(help: "The output format")
  var format = ShowFormat.text

  @OptionGroup var reading: MomentOptions

  func run(in console: Console) throws -> ExitStatus {
    let read = try console.session.loadOne(reading.moment)
    let name = try EntityName(entity, in: read.strategy)
    guard let text = read.loaded.text(of: name.file.path) else {
      throw StrategyError(message: "cannot read '\(name.file.path)' anymore")
    }
    let relations = Relations(name, in: read.strategy)
    console.write(try format.render(name, text, relations, notes: console.limits))
    return .clean
  }
}

enum ShowFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json

  func render(_ name: EntityName, _ text: [UInt8], _ relations: Relations, notes: [String]) throws -> String {
    switch self {
    case .text: ShowFormat.text(name, text, relations)
    case .json:
      try encodeJSON(
        [
          "formatVersion": "1.0", "kind": .string(name.kind.rawValue), "id": .string(name.id),
          "path": .string(name.file.path), "entity": EntityJSON(text, kind: name.kind).value,
        ] as JSONValue, notes: notes)
    }
  }

  private static func text(_ name: EntityName, _ text: [UInt8], _ relations: Relations) -> String {
    var lines = ["\(name.kind.rawValue)/\(name.id)  (\(name.file.path))", ""]
    lines += String(decoding: text, as: UTF8.self).split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map { "  " + $0.visible }
    while lines.last?.allSatisfy({ $0 == " " }) == true { lines.removeLast() }
    if !relations.lines.isEmpty { lines.append("") }
    lines += relations.lines.map { "  \($0.label.padded(12))\($0.text)" }
    return lines.joined(separator: "\n") + "\n"
  }
}
