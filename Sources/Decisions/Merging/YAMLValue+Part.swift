import StrictYAML

extension YAMLValue {
  /// A node's value, to be written as it is as far as possible.
  init(asWritten document: Document, _ id: NodeID) {
    let node = document[id]
    switch node.kind {
    case .scalar: self = .scalar(document.string(of: id), ScalarStyle(node.style))
    case .sequence:
      self = .sequence(
        document.items(of: id).map { YAMLValue(asWritten: document, $0) }, node.style == .flow ? .flow : .block)
    case .mapping:
      let entries = document.entries(of: id).map {
        Entry(document.string(of: $0.key), YAMLValue(asWritten: document, $0.value))
      }
      self = node.style == .flow ? .flowMapping(entries) : .mapping(entries)
    }
  }
}

extension YAMLValue.ScalarStyle {
  fileprivate init(_ style: Node.Style) {
    switch style {
    case .folded: self = .folded
    case .singleQuoted, .doubleQuoted: self = .quoted
    default: self = .automatic
    }
  }
}
