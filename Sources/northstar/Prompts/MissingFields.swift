import Editing
import StrategyModel
import StrategyStore

/// Asks a person for the fields that a new entity must have, or lists them.
struct MissingFields {
  let console: Console

  func complete(_ entity: inout NewEntity) throws(StrategyError) {
    while let next = entity.missing.first(where: { $0.field.shape.isAskable }), console.terminal.canAsk {
      try entity.set(next.path, try ask(next.path, next.field))
    }
    let missing = entity.missing
    guard missing.isEmpty else {
      throw StrategyError(
        .badRequest, message: "\(entity.kind.rawValue) '\(entity.id)' lacks \(missing.count) of its fields",
        help: missing.map { path, field in
          "Add \(path)=<\(field.shape.words)>\(example(path, field)): \(field.summary)"
        })
    }
  }

  private func example(_ path: String, _ field: FieldDescription) -> String {
    field.example.map { ", for example '\(path)=\($0)'" } ?? ""
  }

  private func ask(_ path: String, _ field: FieldDescription) throws(StrategyError) -> String {
    console.note("\(path): \(field.summary) It is \(field.shape.words).")
    while true {
      let words = try console.answer(to: "\(path)\(field.example.map { " (for example \($0))" } ?? ""): ")
      if !words.isEmpty { return words }
    }
  }
}

extension Shape {
  /// Whether one answer is a value: of a list of records, the name of its first item.
  fileprivate var isAskable: Bool { if case .list(.record, _) = self { true } else { ownValue } }
}
