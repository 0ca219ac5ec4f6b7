/// A change of a document's meaning, which leaves the rest of its text alone.
package enum Change: Sendable, Hashable {
  /// Gives a scalar another text. Keeps its quotes or block when they can hold the text.
  case set([PathStep], String)
  /// Adds an item at the end of a list; a missing value, or a missing key of an existing mapping, becomes a list.
  case append([PathStep], YAMLValue)
  /// Adds an item to a list, before the item with this index and the comment directly above it.
  case insertItem([PathStep], YAMLValue, at: Int)
  /// Adds an entry to a mapping; a missing value, or a missing key of an existing mapping, becomes a mapping.
  case insert([PathStep], YAMLValue.Entry, Position)
  /// Removes an entry or item, with its lines and the comments on and inside them; comments above it stay.
  ///
  /// When it was the only one, `{}` or `[]` is left, so that the collection does not become a missing value.
  case remove([PathStep])
  /// Renames the key at the end of the path.
  case rename([PathStep], String)

  package enum Position: Sendable, Hashable {
    case end
    /// Before the entry with this key and the comment directly above it.
    case before(String)
    case after(String)
  }
}

// MARK: On values

extension YAMLValue {
  /// The value with a change made, which a text must read as after the same change.
  package func applying(_ change: Change) throws(EditError) -> YAMLValue {
    switch change {
    case .set(let path, let text):
      try updating(path[...]) { value throws(EditError) in
        guard case .scalar = value else { throw EditError(.wrongKind, "'\(path.shown)' is not a scalar") }
        return .scalar(text)
      }
    case .append(let path, let item):
      try updating(path[...], missing: .sequence([])) { value throws(EditError) in try value.appending(item) }
    case .insertItem(let path, let item, let index):
      try updating(path[...]) { value throws(EditError) in try value.inserting(item, at: index) }
    case .insert(let path, let entry, let position):
      try updating(path[...], missing: .mapping([])) { value throws(EditError) in
        try value.inserting(entry, position)
      }
    case .remove(let path): try removing(path)
    case .rename(let path, let name): try renaming(path, to: name)
    }
  }

  /// - Parameter missing: the value to use for an absent last key; nil when the key must exist.
  private func updating(
    _ path: ArraySlice<PathStep>, missing: YAMLValue? = nil,
    _ change: (YAMLValue) throws(EditError) -> YAMLValue
  ) throws(EditError) -> YAMLValue {
    guard let step = path.first else { return try change(self) }
    switch (self, step) {
    case (.mapping(var entries), .key(let key)):
      if let place = entries.firstIndex(where: { $0.key == key }) {
        entries[place] = Entry(key, try entries[place].value.updating(path.dropFirst(), missing: missing, change))
      } else if let missing, path.count == 1 {
        entries.append(Entry(key, try change(missing)))
      } else {
        throw EditError(.notFound, "there is no '\(key)'")
      }
      return .mapping(entries)
    case (.sequence(var items, let style), .index(let index)) where items.indices.contains(index):
      items[index] = try items[index].updating(path.dropFirst(), missing: missing, change)
      return .sequence(items, style)
    default: throw EditError(.notFound, "there is no '\(step)'")
    }
  }

  private func appending(_ item: YAMLValue) throws(EditError) -> YAMLValue {
    switch self {
    case .sequence(let items, let style): .sequence(items + [item], style)
    case .scalar("", _): .sequence([item])
    default: throw EditError(.wrongKind, "an item can only be added to a list")
    }
  }

  private func inserting(_ item: YAMLValue, at index: Int) throws(EditError) -> YAMLValue {
    guard case .sequence(var items, let style) = self, items.indices.contains(index) else {
      throw EditError(.notFound, "there is no item \(index)")
    }
    items.insert(item, at: index)
    return .sequence(items, style)
  }

  private func inserting(_ entry: Entry, _ position: Change.Position) throws(EditError) -> YAMLValue {
    var entries: [Entry] = []
    switch self {
    case .mapping(let existing): entries = existing
    case .scalar("", _): break
    default: throw EditError(.wrongKind, "an entry can only be added to a mapping")
    }
    guard !entries.contains(where: { $0.key == entry.key }) else {
      throw EditError(.keyExists, "there is a '\(entry.key)' already")
    }
    entries.insert(entry, at: try position.index(among: entries.map(\.key)))
    return .mapping(entries)
  }

  private func removing(_ path: [PathStep]) throws(EditError) -> YAMLValue {
    guard let last = path.last else { throw EditError(.wrongKind, "the whole document cannot be removed") }
    return try updating(path.dropLast()) { value throws(EditError) in
      switch (value, last) {
      case (.mapping(let entries), .key(let key)) where entries.contains { $0.key == key }:
        return .mapping(entries.filter { $0.key != key })
      case (.sequence(var items, let style), .index(let index)) where items.indices.contains(index):
        items.remove(at: index)
        return .sequence(items, style)
      default: throw EditError(.notFound, "there is no '\(last)'")
      }
    }
  }

  private func renaming(_ path: [PathStep], to name: String) throws(EditError) -> YAMLValue {
    guard case .key(let key)? = path.last else { throw EditError(.wrongKind, "only a key has a name") }
    return try updating(path.dropLast()) { value throws(EditError) in
      guard case .mapping(let entries) = value, entries.contains(where: { $0.key == key }) else {
        throw EditError(.notFound, "there is no '\(key)'")
      }
      guard key == name || !entries.contains(where: { $0.key == name }) else {
        throw EditError(.keyExists, "there is a '\(name)' already")
      }
      return .mapping(entries.map { $0.key == key ? Entry(name, $0.value) : $0 })
    }
  }

  /// The value without its style hints.
  var meaning: YAMLValue {
    switch self {
    case .scalar(let text, _): .scalar(text)
    case .sequence(let items, _): .sequence(items.map(\.meaning))
    case .mapping(let entries), .flowMapping(let entries): .mapping(entries.map { Entry($0.key, $0.value.meaning) })
    }
  }
}

extension Change.Position {
  /// The index at which a new key goes among the keys of a mapping.
  func index(among keys: [String]) throws(EditError) -> Int {
    let (name, offset): (String, Int)
    switch self {
    case .end: return keys.count
    case .before(let key): (name, offset) = (key, 0)
    case .after(let key): (name, offset) = (key, 1)
    }
    guard let place = keys.firstIndex(of: name) else { throw EditError(.notFound, "there is no '\(name)'") }
    return place + offset
  }
}
