/// One step from a collection to a value in it; a list of steps leads from the root of a document to a node.
package enum PathStep: Sendable, Hashable {
  case key(String)
  /// From 0.
  case index(Int)
}

extension PathStep: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, CustomStringConvertible {
  package init(stringLiteral key: String) {
    self = .key(key)
  }

  package init(integerLiteral index: Int) {
    self = .index(index)
  }

  package var description: String {
    switch self {
    case .key(let key): key
    case .index(let index): "[\(index)]"
    }
  }
}

extension [PathStep] {
  /// `objectives[0].title`
  package var shown: String {
    reduce(into: "") { text, step in
      if case .key = step, !text.isEmpty { text += "." }
      text += step.description
    }
  }
}
