/// Adding entries and items.
extension Document {
  /// Writes a value as the whole content of a document that has no content.
  func beginning(with value: YAMLValue) -> TextEdit {
    let missesLineEnd = !text.isEmpty && text.last != .lineFeed
    let written = YAMLWriter.lines(lineEnd) { $0.writeNode(value, indent: 0, parent: -1) }
    return TextEdit(text.count, text.count, (missesLineEnd ? lineEnd : []) + written + lineEnd)
  }

  func appending(_ item: YAMLValue, to place: Place) throws(EditError) -> TextEdit {
    let list = place.node
    if self[list].style == .flow {
      return addingInBrackets(list, ordinal: nil) { $0.writeFlow(item) }
    }
    guard self[list].kind == .sequence, let last = places(in: list).last else {
      return try addingBelow(place) { $0.writeItem(item, indent: $1) }
    }
    let column = Int(self[list].column)
    return addingLine(at: end(of: place, last), column) { $0.writeItem(item, indent: column) }
  }

  /// - Parameter place: an item of the list.
  func inserting(_ item: YAMLValue, before place: Place) throws(EditError) -> TextEdit {
    guard let list = place.collection else { throw EditError(.wrongKind, "an item can only be added to a list") }
    if self[list].style == .flow {
      return addingInBrackets(list, ordinal: place.ordinal) { $0.writeFlow(item) }
    }
    let column = Int(self[list].column)
    return adding(before: place, column) { $0.writeItem(item, indent: column) }
  }

  func inserting(
    _ entry: YAMLValue.Entry, _ position: Change.Position, into place: Place
  ) throws(EditError) -> TextEdit {
    let mapping = place.node
    let siblings = places(in: mapping)
    let ordinal = try position.index(among: siblings.compactMap { $0.key.map(string(of:)) })
    if self[mapping].style == .flow {
      return addingInBrackets(mapping, ordinal: ordinal) { $0.writeFlow(entry) }
    }
    guard self[mapping].kind == .mapping else {
      return try addingBelow(place) { $0.writeEntry(entry, indent: $1) }
    }
    let column = Int(self[mapping].column)
    if case .before = position {
      return adding(before: siblings[ordinal], column) { $0.writeEntry(entry, indent: column) }
    }
    let previous = siblings[ordinal - 1]
    let line = position == .end ? end(of: place, previous) : lineBehind(previous.node, column: column)
    return addingLine(at: line, column) { $0.writeEntry(entry, indent: column) }
  }

  // MARK: Places

  /// The line after a block collection and the comments inside it.
  private func end(of collection: Place, _ last: Place) -> Int {
    lineBehind(last.node, column: max(parentColumn(collection), 0))
  }

  /// Adds a line before the line at `position`, which may be the end of a text without a line end.
  private func addingLine(at position: Int, _ column: Int, _ write: (inout YAMLWriter) -> Void) -> TextEdit {
    let indent = [UInt8](repeating: .space, count: column)
    let line = indent + YAMLWriter.lines(lineEnd, write)
    let missesLineEnd = position == text.count && text.last != .lineFeed
    return TextEdit(position, position, missesLineEnd ? lineEnd + line : line + lineEnd)
  }

  /// Adds a line before an entry and the comment directly above it, or between a dash and the entry after it.
  private func adding(before place: Place, _ column: Int, _ write: (inout YAMLWriter) -> Void) -> TextEdit {
    let start = start(of: place)
    let indent = [UInt8](repeating: .space, count: column)
    guard startsLine(start) else {
      return TextEdit(start, start, YAMLWriter.lines(lineEnd, write) + lineEnd + indent)
    }
    var line = lineStart(start)
    while line > 0 {
      let above = lineStart(line - 1)
      let first = firstNonSpace(above)
      guard first - above == column, text[first] == .hash else { break }
      line = above
    }
    return addingLine(at: line, column, write)
  }

  /// Adds lines below a key or dash that has no value yet.
  private func addingBelow(
    _ place: Place, _ write: (inout YAMLWriter, Int) -> Void
  ) throws(EditError) -> TextEdit {
    guard isMissing(place.node) else { throw EditError(.wrongKind, "a text has no entries") }
    let column = max(parentColumn(place), 0) + (place.collection == nil ? 0 : 2)
    return addingLine(at: nextLine(Int(self[place.node].range.upper)), column) { write(&$0, column) }
  }

  /// - Parameter ordinal: the index among the entries; nil for the end.
  private func addingInBrackets(_ id: NodeID, ordinal: Int?, _ write: (inout YAMLWriter) -> Void) -> TextEdit {
    let siblings = places(in: id)
    let written = YAMLWriter.lines(lineEnd, write)
    let range = self[id].range.indices
    guard let last = siblings.last else {
      return TextEdit(
        range.lowerBound, range.upperBound, [text[range.lowerBound]] + written + [text[range.upperBound - 1]])
    }
    if let ordinal, ordinal < siblings.count {
      let start = start(of: siblings[ordinal])
      return TextEdit(start, start, written + [.comma, .space])
    }
    let end = Int(self[last.node].range.upper)
    return TextEdit(end, end, [.comma, .space] + written)
  }
}

extension YAMLWriter {
  static func lines(_ lineEnd: [UInt8], _ write: (inout YAMLWriter) -> Void) -> [UInt8] {
    var writer = YAMLWriter(lineEnd: lineEnd)
    write(&writer)
    return writer.bytes
  }

  mutating func writeFlow(_ entry: YAMLValue.Entry) {
    writeFlowKey(entry.key)
    writeFlow(entry.value)
  }
}
