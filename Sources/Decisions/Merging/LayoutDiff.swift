/// What an author's text has beyond its bare content: comments, empty lines, ways of writing.
struct LayoutDiff {
  /// Lines of the plain text that are replaced by others; an empty range is a position before a line.
  private let hunks: [Hunk]
  private let plain: [ArraySlice<UInt8>]

  /// Longer texts are left alone: comparing them takes time quadratic in their lines.
  private static let maximumLines = 2000

  /// - Parameters:
  ///   - plain: the content as edits have written it.
  ///   - own: the content as its author wrote it.
  init?(plain: [UInt8], own: [UInt8]) {
    let lines = LayoutDiff.lines(own)
    self.plain = LayoutDiff.lines(plain)
    guard lines.count <= LayoutDiff.maximumLines, self.plain.count <= LayoutDiff.maximumLines else { return nil }
    hunks = Hunk.between(self.plain, lines)
  }

  /// The text with everything from the author's version that belongs to lines which the text still has; keeps the
  /// text's line ends.
  func adopted(by text: [UInt8]) -> [UInt8]? {
    var lines = LayoutDiff.lines(text)
    guard lines.count <= LayoutDiff.maximumLines else { return nil }
    let places = LayoutDiff.places(of: plain, in: lines)
    for hunk in hunks.reversed() {
      guard let range = LayoutDiff.range(of: hunk.range, places) else { continue }
      lines.replaceSubrange(range, with: hunk.lines)
    }
    let lineEnd: [UInt8] = text.contains(13) ? [13, 10] : [10]
    return Array(lines.joined(separator: lineEnd))
  }

  /// Where lines of the plain text are in the other text, if nothing has come in between.
  private static func range(of range: Range<Int>, _ places: [Int?]) -> Range<Int>? {
    guard let first = range.first, let last = range.last else {
      // A comment belongs to what follows it.
      if range.lowerBound < places.count, let next = places[range.lowerBound] { return next..<next }
      guard range.lowerBound > 0, let before = places[range.lowerBound - 1] else { return nil }
      return before + 1..<before + 1
    }
    guard let start = places[first], let end = places[last], end - start == last - first else { return nil }
    return range.allSatisfy { places[$0] != nil } ? start..<end + 1 : nil
  }

  private static func places(of plain: [ArraySlice<UInt8>], in lines: [ArraySlice<UInt8>]) -> [Int?] {
    var places = [Int?](repeating: nil, count: plain.count)
    var (old, new) = (0, 0)
    for hunk in Hunk.between(plain, lines) {
      while old < hunk.range.lowerBound {
        places[old] = new
        (old, new) = (old + 1, new + 1)
      }
      (old, new) = (hunk.range.upperBound, new + hunk.lines.count)
    }
    while old < plain.count {
      places[old] = new
      (old, new) = (old + 1, new + 1)
    }
    return places
  }

  /// Without their line ends.
  private static func lines(_ text: [UInt8]) -> [ArraySlice<UInt8>] {
    text.split(separator: 10, omittingEmptySubsequences: false).map { $0.last == 13 ? $0.dropLast() : $0 }
  }
}

/// Lines that are replaced by others.
private struct Hunk {
  let range: Range<Int>
  let lines: [ArraySlice<UInt8>]

  /// In the order of the lines, with unchanged lines between any two.
  static func between(_ old: [ArraySlice<UInt8>], _ new: [ArraySlice<UInt8>]) -> [Hunk] {
    var (removed, inserted): (Set<Int>, Set<Int>) = ([], [])
    for change in new.difference(from: old) {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    var hunks: [Hunk] = []
    var (place, other) = (0, 0)
    while place < old.count || other < new.count {
      let (start, first) = (place, other)
      while removed.contains(place) { place += 1 }
      while inserted.contains(other) { other += 1 }
      if place > start || other > first {
        hunks.append(Hunk(range: start..<place, lines: Array(new[first..<other])))
      } else {
        (place, other) = (place + 1, other + 1)
      }
    }
    return hunks
  }
}
