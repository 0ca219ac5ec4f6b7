import ArgumentParser
import Git
import Rules
import StrategyModel

/// What a shell offers for a word that only the strategy or the repository knows. Whatever fails offers nothing.
extension CompletionKind {
  static let entities = candidates { prefix in
    let strategies = try LoadedStrategies(.workingTree(in: .current())).strategies
    return strategies.flatMap { strategy in
      Kind.allCases.flatMap { kind in
        // A name of several parts is told by its kind; so is a person's wish to see one kind alone.
        let ids = strategy.ids(of: kind)
        return prefix.contains("/") ? ids.map { "\(kind.rawValue)/\($0)" } : ids.filter { !$0.contains("/") }
      }
    } + (prefix.contains("/") ? [] : Kind.allCases.map { "\($0.rawValue)/" })
  }

  static let topics = candidates { prefix in
    guard prefix.contains(".") else { return Catalog.names + Kind.allCases.map(\.rawValue) }
    return Kind.allCases.flatMap { paths($0.description.fields, below: $0.rawValue) }
  }

  static let strategies = candidates { _ in
    let source = try Source.workingTree(in: .current())
    return try LoadedStrategies(source, choosing: nil).strategies.compactMap { $0.settings?.id?.value }
  }

  static let revisions = candidates { _ in
    try Repository.open(in: .current()).referenceNames() + ["HEAD"]
  }

  private static func candidates(_ all: @escaping @Sendable (_ prefix: String) throws -> [String]) -> CompletionKind {
    .custom { _, _, prefix in
      let found = (try? all(prefix)) ?? []
      return Set(found.filter { $0.hasPrefix(prefix) }).sorted()
    }
  }

  private static func paths(_ fields: [FieldDescription], below name: String) -> [String] {
    fields.flatMap { field in ["\(name).\(field.name)"] + paths(field.shape.fields, below: "\(name).\(field.name)") }
  }
}
