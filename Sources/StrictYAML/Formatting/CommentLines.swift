/// Comments and blank lines of a document, taken in source order.
struct CommentLines {
  /// Own-line comments without indentation; an empty one is a blank line. Never two blank lines in a row.
  typealias Lines = [ArraySlice<UInt8>]

  let document: Document
  /// Everything before it has been taken.
  private(set) var cursor = 0

  init(_ document: Document) {
    self.document = document
  }

  /// Skips what comes before a position: content that is written by other means.
  mutating func skip(to position: Int) {
    cursor = max(cursor, position)
  }

  /// The lines before a position, or before the next content.
  ///
  /// - Parameter column: if given, takes only comments further to the right, and stops at the first other line.
  mutating func take(upTo limit: Int, deeperThan column: Int? = nil) -> Lines {
    let text = document.text
    var lines: Lines = []
    var (place, isBlank) = (cursor, cursor == 0 || text[cursor - 1] == .lineFeed)
    var pendingBlank = false
    while place < limit {
      switch text[place] {
      case .lineFeed:
        pendingBlank = pendingBlank || isBlank
        isBlank = true
        place += 1
      case .hash:
        if let column, place - document.lineStart(place) <= column { return lines }
        if pendingBlank { lines.append([]) }
        (pendingBlank, isBlank) = (false, false)
        lines.append(comment(at: place))
        place = document.lineBreak(place)
        cursor = place
      case let byte where byte.isBlank: place += 1
      default: place = limit
      }
    }
    if column == nil, pendingBlank { lines.append([]) }
    return lines
  }

  /// The comment after the cursor on its line, with the spaces before it; empty when there is none.
  mutating func takeTrailing() -> [UInt8] {
    let text = document.text
    var place = cursor
    while place < text.count, text[place].isBlank { place += 1 }
    guard place < text.count, text[place] == .hash else { return [] }
    let gap = max(1, place - cursor)
    let comment = comment(at: place)
    cursor = document.lineBreak(place)
    return [UInt8](repeating: .space, count: gap) + comment
  }

  private func comment(at start: Int) -> ArraySlice<UInt8> {
    var end = document.lineBreak(start)
    while end > start, document.text[end - 1].isBlank { end -= 1 }
    return document.text[start..<end]
  }
}
