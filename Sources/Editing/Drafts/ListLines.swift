import StrictYAML

/// The lines of a block list at the top of a document, item by item, with the comments above each.
struct ListLines {
  private let document: Document
  private let items: [NodeID]
  /// The lines where the items begin, and where the last one ends.
  private let starts: [Int]
  private let end: Int
  /// The indentation before the dashes.
  private let indentation: Int

  /// `nil` when there is no such list, or its items are not on separate lines.
  init?(_ key: String, in document: Document) {
    guard document.faults.isEmpty, let root = document.root, let list = document.value(forKey: key, in: root),
      document[list].kind == .sequence, document[list].style == .block
    else { return nil }
    self.document = document
    items = Array(document.items(of: list))
    let text = document.text
    let dashes = items.map { text.lineStart(Int(document[$0].range.lower)) }
    guard let first = dashes.first, zip(dashes, dashes.dropFirst()).allSatisfy({ $0 < $1 }),
      dashes.allSatisfy({ text[text.firstNonSpace($0)] == UInt8(ascii: "-") })
    else { return nil }
    indentation = text.firstNonSpace(first) - first
    starts = dashes.map { text.startWithComments($0) }
    end = text.nextLine(Int(document[list].range.upper))
  }

  /// The document's text with the items of another list: after its own, or merged in the order of a field.
  func merging(_ other: ListLines, sortedBy field: String?) -> [UInt8] {
    let own = lines(indentedBy: indentation).map { (lines: $0.lines, key: $0.key(field)) }
    let usesReturns = document.text.endsLinesWithReturns
    let new = other.lines(indentedBy: indentation).map {
      (lines: $0.lines.withLineEnds(returns: usesReturns), key: $0.key(field))
    }
    var all = own + new
    // Sorting keeps equal ones as they are by their numbers.
    if field != nil {
      all = all.enumerated().sorted { ($0.element.key, $0.offset) < ($1.element.key, $1.offset) }.map(\.element)
    }
    let text = document.text
    return text[..<(starts.first ?? end)] + all.flatMap(\.lines) + text[end...]
  }

  private func lines(indentedBy wanted: Int) -> [(lines: [UInt8], key: (String?) -> String)] {
    items.indices.map { index in
      let end = index + 1 < starts.count ? starts[index + 1] : end
      var lines = Array(document.text[starts[index]..<end])
      if lines.last != UInt8(ascii: "\n") { lines.append(UInt8(ascii: "\n")) }
      let item = items[index]
      let document = document
      return (
        lines.indented(by: wanted - indentation),
        { field in field.flatMap { document.value(forKey: $0, in: item) }.map { document.string(of: $0) } ?? "" }
      )
    }
  }
}

extension [UInt8] {
  fileprivate func lineStart(_ position: Int) -> Int {
    self[..<position].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
  }

  fileprivate func nextLine(_ position: Int) -> Int {
    self[position...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? count
  }

  fileprivate func firstNonSpace(_ position: Int) -> Int {
    self[position...].firstIndex { $0 != UInt8(ascii: " ") } ?? position
  }

  /// The line end of the first line.
  fileprivate var endsLinesWithReturns: Bool {
    firstIndex(of: UInt8(ascii: "\n")).map { $0 > 0 && self[$0 - 1] == UInt8(ascii: "\r") } ?? false
  }

  fileprivate func withLineEnds(returns: Bool) -> [UInt8] {
    var lines: [UInt8] = []
    for byte in self {
      if byte == UInt8(ascii: "\n") {
        if lines.last == UInt8(ascii: "\r") { lines.removeLast() }
        if returns { lines.append(UInt8(ascii: "\r")) }
      }
      lines.append(byte)
    }
    return lines
  }

  /// The start of the comments directly above a line.
  fileprivate func startWithComments(_ line: Int) -> Int {
    var start = line
    while start > 0 {
      let above = lineStart(start - 1)
      guard self[firstNonSpace(above)] == UInt8(ascii: "#") else { return start }
      start = above
    }
    return start
  }

  /// The lines indented, or unindented as far as they have spaces; empty ones stay empty.
  fileprivate func indented(by columns: Int) -> [UInt8] {
    guard columns != 0 else { return self }
    return split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { line -> [UInt8] in
      if line.isEmpty { return [] }
      if columns > 0 { return Array(repeating: UInt8(ascii: " "), count: columns) + line }
      let spaces = line.prefix { $0 == UInt8(ascii: " ") }.count
      return Array(line.dropFirst(Swift.min(spaces, -columns)))
    }.joined(separator: [UInt8(ascii: "\n")]).map(\.self)
  }
}
