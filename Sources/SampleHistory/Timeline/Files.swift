/// The files of one commit, in memory.
package struct Files {
  private var entries: [String: (text: String, name: ObjectName)] = [:]

  package var paths: [String] { entries.keys.sorted() }

  package subscript(path: String) -> String? { entries[path]?.text }

  mutating func write(_ path: String, _ text: String) {
    entries[path] = (text, ObjectName(of: "blob", Array(text.utf8)))
  }

  mutating func remove(_ path: String) throws {
    guard entries.removeValue(forKey: path) != nil else { throw StoryFault("there is no '\(path)' to remove") }
  }

  func read(_ path: String) throws -> String {
    guard let text = entries[path]?.text else { throw StoryFault("there is no '\(path)'") }
    return text
  }

  mutating func change(_ path: String, _ edit: (inout String) throws -> Void) throws {
    var text = try read(path)
    let before = text
    do { try edit(&text) } catch let fault as StoryFault { throw StoryFault("\(path): \(fault.message)") }
    guard text != before else { throw StoryFault("\(path): the change changes nothing") }
    write(path, text)
  }

  /// Replaces a text that must occur exactly once.
  mutating func replace(_ path: String, _ old: String, with new: String) throws {
    try change(path) { try $0.replaceOnce(old, with: new) }
  }

  mutating func append(_ path: String, _ text: String) throws {
    try change(path) { $0 += text }
  }

  mutating func move(_ path: String, to destination: String) throws {
    let text = try read(path)
    try remove(path)
    write(destination, text)
  }

  var tree: ObjectName {
    let sorted = entries.map { (path: Array($0.key.utf8), name: $0.value.name) }
      .sorted { $0.path.lexicographicallyPrecedes($1.path) }
    return ObjectName(ofTree: sorted[...])
  }

  /// The changes from `earlier` to this, in the order of the paths.
  func changes(since earlier: Files) -> [(path: String, text: String?)] {
    let all = Set(entries.keys).union(earlier.entries.keys).sorted()
    return all.compactMap { path in
      guard entries[path]?.name != earlier.entries[path]?.name else { return nil }
      return (path, entries[path]?.text)
    }
  }

  /// Takes over a branch's changes since it left; the sides must not have changed the same file.
  mutating func merge(_ branch: Files, leftAt fork: Files) throws {
    for (path, text) in branch.changes(since: fork) {
      guard entries[path]?.name == fork.entries[path]?.name else { throw StoryFault("conflict in '\(path)'") }
      if let text { write(path, text) } else { try remove(path) }
    }
  }
}

/// A contradiction in the story itself.
package struct StoryFault: Error, CustomStringConvertible {
  package let message: String
  init(_ message: String) { self.message = message }
  package var description: String { message }
}

extension String {
  mutating func replaceOnce(_ old: String, with new: String) throws {
    let places = ranges(of: old)
    guard places.count == 1, let place = places.first else {
      throw StoryFault("'\(old)' occurs there \(places.count) times")
    }
    replaceSubrange(place, with: new)
  }
}
