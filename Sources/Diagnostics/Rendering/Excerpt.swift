internal import Presentation
import StrictYAML

/// One line of a file with the columns that a range covers, cut to a width.
struct Excerpt: Sendable {
  /// From one.
  let number: Int
  let line: String
  /// Columns before the first caret.
  let indent: Int
  /// At least one, so that missing text can be marked too.
  let carets: Int
  /// The last line of a range over several lines.
  let lastLine: Int?

  /// - Parameter width: the columns that `line` may take.
  /// - Returns: `nil` when the text no longer has these bytes.
  init?(_ range: ByteRange, in source: SourceText, width: Int) {
    guard source.contains(range) else { return nil }
    let span = source.span(of: range)
    number = span.start.line
    let whole = source.lines.line(number)
    // A range that ends with a line end does not reach into the next line.
    let last = span.end.column == 1 && span.end.line > number ? span.end.line - 1 : span.end.line
    lastLine = last > number ? last : nil
    let start = min(span.start.byte, whole.endIndex)
    let end = span.end.line > number ? whole.endIndex : min(max(span.end.byte, start), whole.endIndex)
    let window = CutLine(
      before: whole[whole.startIndex..<start], marked: whole[start..<end], after: whole[end..<whole.endIndex],
      width: width)
    line = window.text
    indent = window.indent
    carets = max(1, window.marked)
  }
}

/// A line of text around its marked part, no wider than a width.
private struct CutLine {
  let text: String
  let indent: Int
  let marked: Int

  private struct Cell {
    var text: String
    var width: Int
    var isMarked: Bool
  }

  init(before: ArraySlice<UInt8>, marked: ArraySlice<UInt8>, after: ArraySlice<UInt8>, width: Int) {
    // A line may have millions of bytes, so what cannot be seen is not examined.
    let most = width * 4
    let isCutBehind = before.count > most
    var part = Part()
    // No byte takes more than four columns, so all of these fit.
    part.add(before.suffix(most).drop { isCutBehind && $0 & 0xC0 == 0x80 }, isMarked: false, room: most * 4)
    let first = part.cells.count
    let hasMarked = part.add(marked, isMarked: true, room: width)
    let hasAfter = hasMarked && part.add(after, isMarked: false, room: width)
    let isWhole = hasAfter && !isCutBehind && part.columns <= width
    let cells = part.cells
    let shown = isWhole ? cells.indices : CutLine.window(of: cells, around: first, width: width)
    let isCutBefore = shown.lowerBound > 0 || isCutBehind
    let isCutAfter = shown.upperBound < cells.count || !hasAfter
    text = (isCutBefore ? "…" : "") + cells[shown].map(\.text).joined() + (isCutAfter ? "…" : "")
    indent = cells[shown.lowerBound..<first].reduce(isCutBefore ? 1 : 0) { $0 + $1.width }
    self.marked = cells[shown].reduce(0) { $0 + ($1.isMarked ? $1.width : 0) }
  }

  private struct Part {
    var cells: [Cell] = []
    var columns = 0

    /// Adds characters as long as they fit in `room` columns.
    ///
    /// - Returns: whether all of them fit.
    @discardableResult
    mutating func add(_ bytes: ArraySlice<UInt8>, isMarked: Bool, room: Int) -> Bool {
      let limit = columns + room
      // Sixteen bytes a column are enough for joined emoji; only marks without a width need more.
      let seen = bytes.prefix(room * 16)
      for character in String(decoding: seen, as: UTF8.self) {
        guard columns <= limit else { return false }
        let text = character == "\t" ? String(repeating: " ", count: 4 - columns % 4) : character.visible
        let cell = Cell(text: text, width: text.displayWidth, isMarked: isMarked)
        columns += cell.width
        cells.append(cell)
      }
      return seen.count == bytes.count
    }
  }

  /// The marked cells from their start, a little of what follows, all that fits before them, then more after them.
  private static func window(of cells: [Cell], around first: Int, width: Int) -> Range<Int> {
    let room = max(1, width - 2)
    var used = 0
    var lower = first
    var upper = first
    func extend(to limit: Int, while isWanted: (Cell) -> Bool) {
      while upper < cells.count, isWanted(cells[upper]), used + cells[upper].width <= limit {
        used += cells[upper].width
        upper += 1
      }
    }
    extend(to: room) { $0.isMarked }
    extend(to: min(room, used + 12)) { !$0.isMarked }
    while lower > 0, used + cells[lower - 1].width <= room {
      lower -= 1
      used += cells[lower].width
    }
    extend(to: room) { _ in true }
    return lower..<upper
  }
}
