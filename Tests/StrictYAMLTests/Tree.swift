import StrictYAML

/// What a document means, regardless of how it is written: comparable between two readers.
indirect enum Tree: Equatable {
  case scalar(String)
  case mapping([Pair])
  case sequence([Tree])

  struct Pair: Equatable {
    let key: Tree
    let value: Tree
  }

  init(_ document: Document, _ id: NodeID) {
    switch document[id].kind {
    case .scalar: self = .scalar(document.string(of: id))
    case .sequence: self = .sequence(document.items(of: id).map { Tree(document, $0) })
    case .mapping:
      self = .mapping(
        document.entries(of: id).map { Pair(key: Tree(document, $0.key), value: Tree(document, $0.value)) })
    }
  }
}

extension Document {
  init(_ text: String) {
    self.init(parsing: Array(text.utf8))
  }

  /// Nil when the document is empty.
  var tree: Tree? { root.map { Tree(self, $0) } }
}
