/// Lossless edits: each is one splice, which makes the requested change and leaves the rest of the text as it was.
extension Document {
  /// The splice that makes a change.
  ///
  /// Reads the result again before returning it, so that an edit never produces a text with another meaning; this costs
  /// a second reading.
  package func edit(_ change: Change) throws(EditError) -> TextEdit {
    guard faults.isEmpty else { throw EditError(.faultyText, "the text has faults; fix them first") }
    let wanted = try meaning(for: change).applying(change).meaning
    for edit in try candidates(for: change) {
      let result = Document(parsing: try TextEdit.apply([edit], to: text))
      if result.faults.isEmpty, let root = result.root, YAMLValue(result, root) == wanted { return edit }
    }
    throw EditError(.unwritable, "the text cannot be written there")
  }

  /// The document with changes made one after the other.
  package func applying(_ changes: [Change]) throws(EditError) -> Document {
    var document = self
    for change in changes {
      let edit = try document.edit(change)
      document = Document(parsing: try TextEdit.apply([edit], to: document.text))
    }
    return document
  }

  /// What the document means; for an empty one, the empty value that suits the change.
  private func meaning(for change: Change) -> YAMLValue {
    root.map { YAMLValue(self, $0) } ?? .scalar("")
  }

  /// Splices that may make the change, the most natural first.
  private func candidates(for change: Change) throws(EditError) -> [TextEdit] {
    switch change {
    case .set(let path, let text): return setting(try existing(path), to: text)
    case .append(let path, let item):
      return try item.renderings.map { item throws(EditError) in
        guard let place = place(at: path) else { return try adding(.sequence([item]), toAbsent: path) }
        return try appending(item, to: place)
      }
    case .insertItem(let path, let item, let index):
      return try item.renderings.map { item throws(EditError) in
        try inserting(item, before: try existing(path + [.index(index)]))
      }
    case .insert(let path, let entry, let position):
      return try entry.value.renderings.map { value throws(EditError) in
        let entry = YAMLValue.Entry(entry.key, value)
        guard let place = place(at: path) else { return try adding(.mapping([entry]), toAbsent: path) }
        return try inserting(entry, position, into: place)
      }
    case .remove(let path): return removing(try existing(path))
    case .rename(let path, let name): return renaming(try existing(path), to: name)
    }
  }

  private func existing(_ path: [PathStep]) throws(EditError) -> Place {
    guard let place = place(at: path) else { throw EditError(.notFound, "there is no '\(path.shown)'") }
    return place
  }

  /// Adds an absent key of an existing mapping with the value; the value becomes an empty document's content.
  private func adding(_ value: YAMLValue, toAbsent path: [PathStep]) throws(EditError) -> TextEdit {
    guard case .key(let key)? = path.last else {
      guard path.isEmpty else { throw EditError(.notFound, "there is no '\(path.shown)'") }
      return beginning(with: value)
    }
    guard let parent = place(at: path.dropLast()) else { throw EditError(.notFound, "there is no '\(path.shown)'") }
    return try inserting(YAMLValue.Entry(key, value), .end, into: parent)
  }

  private func renaming(_ place: Place, to name: String) -> [TextEdit] {
    guard let key = place.key else { return [] }
    let node = self[key]
    let form = ScalarForm(name)
    return [form.inline(in: isInBrackets(place) ? .flow : .key, preferring: node.style), form.quoted].map {
      TextEdit(range: node.range, replacement: $0)
    }
  }
}

extension YAMLValue {
  /// Ways of writing the value: as requested, and without blocks, which may absorb blank lines that follow.
  fileprivate var renderings: [YAMLValue] { [self, withoutBlocks] }

  private var withoutBlocks: YAMLValue {
    switch self {
    case .scalar(let text, let style):
      .scalar(text, style == .folded || text.utf8.contains(.lineFeed) ? .quoted : style)
    case .sequence(let items, let style): .sequence(items.map(\.withoutBlocks), style)
    case .mapping(let entries): .mapping(entries.map { Entry($0.key, $0.value.withoutBlocks) })
    case .flowMapping: self
    }
  }
}
