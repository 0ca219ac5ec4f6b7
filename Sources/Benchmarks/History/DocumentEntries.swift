/// The top-level entries of a document, each with all its lines.
struct DocumentEntries {
  private(set) var keys: [Substring] = []
  private var texts: [Substring: String] = [:]

  /// - Parameter text: block mappings only, without comments.
  init(_ text: String) {
    for line in text.split(separator: "\n") {
      if let first = line.first, first != " ", let colon = line.firstIndex(of: ":") { keys.append(line[..<colon]) }
      texts[keys.last ?? "", default: ""] += line + "\n"
    }
  }

  /// The lines of an entry with their line ends, including its key; a new entry becomes the last one.
  subscript(_ key: Substring) -> String? {
    get { texts[key] }
    set {
      if newValue == nil { keys.removeAll { $0 == key } } else if texts[key] == nil { keys.append(key) }
      texts[key] = newValue
    }
  }

  var text: String { keys.reduce(into: "") { $0 += texts[$1] ?? "" } }
}
