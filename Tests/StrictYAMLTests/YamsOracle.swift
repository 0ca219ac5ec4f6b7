import Yams

extension Tree {
  /// The same text as Yams reads it; throws what Yams throws.
  static func readByYams(_ text: String) throws -> Tree? {
    try Yams.compose(yaml: text).map(Tree.init)
  }

  private init(_ node: Yams.Node) {
    switch node {
    case .scalar(let scalar): self = .scalar(scalar.string)
    case .sequence(let sequence): self = .sequence(sequence.map(Tree.init))
    case .mapping(let mapping):
      self = .mapping(mapping.map { Pair(key: Tree($0.key), value: Tree($0.value)) })
    case .alias: self = .scalar("*alias")
    }
  }
}
