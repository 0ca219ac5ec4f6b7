/// Canonical text of a value: two spaces a level, lists indented below their key, long prose folded on request.
package struct YAMLWriter {
  /// The bytes that end a line.
  let lineEnd: [UInt8]
  private(set) var bytes: [UInt8] = []

  /// The text of a whole file, which ends in a line feed.
  package static func text(of value: YAMLValue) -> [UInt8] {
    var writer = YAMLWriter(lineEnd: [.lineFeed])
    writer.writeNode(value, indent: 0, parent: -1)
    return writer.bytes + [.lineFeed]
  }

  init(lineEnd: [UInt8]) {
    self.lineEnd = lineEnd
  }

  // MARK: Blocks

  /// Writes a value whose first line is indented already, without the line end after it.
  mutating func writeNode(_ value: YAMLValue, indent: Int, parent: Int) {
    switch value {
    case .mapping(let entries) where !entries.isEmpty:
      writeMapping(entries, indent: indent)
    case .sequence(let items, .block) where !items.isEmpty:
      writeSequence(items, indent: indent)
    default:
      writeInline(value, parent: parent)
    }
  }

  mutating func writeMapping(_ entries: [YAMLValue.Entry], indent: Int) {
    for (index, entry) in entries.enumerated() {
      if index > 0 { startLine(indent) }
      writeEntry(entry, indent: indent)
    }
  }

  mutating func writeEntry(_ entry: YAMLValue.Entry, indent: Int) {
    writeKey(entry.key, in: .key)
    bytes.append(.colon)
    if entry.value.isBlock {
      startLine(indent + 2)
      writeNode(entry.value, indent: indent + 2, parent: indent)
    } else {
      bytes.append(.space)
      writeInline(entry.value, parent: indent)
    }
  }

  mutating func writeSequence(_ items: [YAMLValue], indent: Int) {
    for (index, item) in items.enumerated() {
      if index > 0 { startLine(indent) }
      writeItem(item, indent: indent)
    }
  }

  mutating func writeItem(_ item: YAMLValue, indent: Int) {
    bytes += [.dash, .space]
    writeNode(item, indent: indent + 2, parent: indent)
  }

  mutating func startLine(_ indent: Int) {
    bytes += lineEnd + [UInt8](repeating: .space, count: indent)
  }

  // MARK: Scalars and flow collections

  /// Writes a scalar, or a collection on one line.
  mutating func writeInline(_ value: YAMLValue, parent: Int) {
    guard case .scalar(let text, let style) = value else { return writeFlow(value) }
    let form = ScalarForm(text)
    // Readers differ on an indentation number written at the root.
    let increment = parent < 0 ? 0 : 2
    let block: ScalarForm.Block? =
      switch style {
      case .automatic: text.utf8.contains(.lineFeed) ? form.literal(increment: increment) : nil
      case .folded: form.folded(increment: increment, width: max(40, 78 - parent)) ?? form.literal(increment: increment)
      case .quoted: nil
      }
    if let block {
      write(block, indent: max(parent, 0) + 2)
    } else {
      // A file that is one plain scalar with a colon would look like a key without its space.
      let isQuoted = style == .quoted || (parent < 0 && form.text.contains(.colon))
      bytes += isQuoted ? form.quoted : form.inline(in: .block)
    }
  }

  mutating func write(_ block: ScalarForm.Block, indent: Int) {
    bytes += block.header
    for line in block.lines {
      if line.isEmpty { bytes += lineEnd } else { startLine(indent) }
      bytes += line
    }
  }

  mutating func writeFlow(_ value: YAMLValue) {
    switch value {
    case .scalar(let text, let style):
      let form = ScalarForm(text)
      bytes += style == .quoted ? form.quoted : form.inline(in: .flow)
    case .sequence(let items, _):
      bytes.append(.openBracket)
      for (index, item) in items.enumerated() {
        if index > 0 { bytes += [.comma, .space] }
        writeFlow(item)
      }
      bytes.append(.closeBracket)
    case .mapping(let entries), .flowMapping(let entries):
      bytes.append(.openBrace)
      for (index, entry) in entries.enumerated() {
        bytes += index > 0 ? [.comma, .space] : [.space]
        writeFlowKey(entry.key)
        writeFlow(entry.value)
      }
      if !entries.isEmpty { bytes.append(.space) }
      bytes.append(.closeBrace)
    }
  }
}

extension YAMLWriter {
  mutating func writeFlowKey(_ key: String) {
    writeKey(key, in: .flow)
    bytes += [.colon, .space]
  }

  /// `on` is the only word with another meaning elsewhere that people use as a key, and write plain.
  private mutating func writeKey(_ key: String, in place: ScalarForm.Place) {
    bytes += key == "on" ? Array(key.utf8) : ScalarForm(key).inline(in: place)
  }
}

extension YAMLValue {
  /// Whether the value is written on lines of its own.
  fileprivate var isBlock: Bool {
    switch self {
    case .scalar, .flowMapping: false
    case .mapping(let entries): !entries.isEmpty
    case .sequence(let items, let style): style == .block && !items.isEmpty
    }
  }
}
