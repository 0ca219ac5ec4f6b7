/// Rows in columns for people; nothing is ever cut off.
///
/// If a terminal has no room for a row on one line, long cells are wrapped within their columns; then the widest
/// columns get lines of their own below their row. If hardly any columns remain, each cell has a line of its own.
package struct TextTable {
  private enum Layout {
    case columns([Int])
    /// The width of the columns' names.
    case stacked(Int)
  }

  private let columns: [String]
  /// The columns that have a value in some row.
  private let used: [Int]
  /// The columns that have a line of their own below their row.
  private let below: [Int]
  /// The columns whose cells are meant to be copied and never wrapped.
  private let whole: Set<Int>
  private let layout: Layout
  /// `nil` where lines may be of any length.
  private let width: Int?

  /// - Parameters:
  ///   - whole: the columns whose cells are meant to be copied, such as commands: they are never wrapped.
  ///   - width: of the terminal; `nil` for a pipe.
  package init(_ columns: [String], _ rows: [[String]], whole: Set<String> = [], width: Int?) {
    self.columns = columns
    self.width = width
    let used = columns.indices.filter { column in rows.contains { !$0[column].isEmpty } }
    self.whole = Set(used.filter { whole.contains(columns[$0]) })
    let natural = columns.indices.map { column in
      max(columns[column].displayWidth, rows.reduce(0) { max($0, $1[column].visible.displayWidth) })
    }
    guard let width, TextTable.total(used.map { natural[$0] }) > width else {
      (self.used, below, layout) = (used, [], .columns(used.map { natural[$0] }))
      return
    }
    let least = LeastWidths(columns, rows)
    let beside = least.beside(used.filter { !whole.contains(columns[$0]) }, in: width)
    guard 2 * beside.count >= used.count, TextTable.total(beside.map { least[$0] }) <= width else {
      (self.used, below) = (used, [])
      layout = .stacked(used.map { columns[$0].displayWidth }.max() ?? 0)
      return
    }
    self.used = beside
    below = used.filter { !beside.contains($0) }
    layout = .columns(TextTable.shared(width, beside.map { natural[$0] }, beside.map { least[$0] }))
  }

  /// The names of the columns; empty where they are next to each cell.
  package var head: [String] {
    guard case .columns(let widths) = layout else { return [] }
    return grid(used.map { columns[$0] }, widths)
  }

  /// The lines of one row.
  package func lines(_ row: [String]) -> [String] {
    switch layout {
    case .columns(let widths):
      return grid(used.map { row[$0] }, widths)
        + below.flatMap { line(row[$0], of: $0, behind: whole.contains($0) ? "    " : "    \(columns[$0]): ") }
    case .stacked(let names):
      return used.flatMap { line(row[$0], of: $0, behind: columns[$0].filled(to: names) + "  ") }
    }
  }

  /// The lines of a cell on its own; none for an empty one.
  private func line(_ cell: String, of column: Int, behind name: String) -> [String] {
    let text = cell.visible
    guard let width, !text.isEmpty, !whole.contains(column) else { return text.isEmpty ? [] : [name + text] }
    return text.wrappedCell(to: width - name.displayWidth).enumerated().map { number, line in
      (number == 0 ? name : "".filled(to: name.displayWidth)) + line
    }
  }

  /// Whether a row is so long that an empty line belongs before the next.
  var isStacked: Bool {
    if case .stacked = layout { return true }
    return false
  }

  private func grid(_ row: [String], _ widths: [Int]) -> [String] {
    guard !row.isEmpty else { return [] }
    let texts = row.map(\.visible)
    return line(texts, widths).map { [$0] } ?? wrapped(texts, widths)
  }

  /// The row on one line; `nil` where a cell is wider than its column.
  private func line(_ row: [String], _ widths: [Int]) -> String? {
    var line: [UInt8] = []
    line.reserveCapacity(TextTable.total(widths))
    var gap = 0
    for (text, width) in zip(row, widths) {
      let used = text.displayWidth
      guard used <= width else { return nil }
      if used > 0 {
        line.append(contentsOf: repeatElement(UInt8(ascii: " "), count: gap))
        line.append(contentsOf: text.utf8)
        gap = 0
      }
      gap += width - used + 2
    }
    return String(decoding: line, as: UTF8.self).withoutSpacesBehind
  }

  private func wrapped(_ row: [String], _ widths: [Int]) -> [String] {
    let cells = zip(row, widths).map { text, width in
      text.displayWidth <= width ? [text] : text.wrappedCell(to: width)
    }
    return (0..<(cells.map(\.count).max() ?? 0)).map { number in
      let line = zip(cells, widths).map { lines, width in
        (number < lines.count ? lines[number] : "").filled(to: width)
      }.joined(separator: "  ")
      return line.withoutSpacesBehind
    }
  }

  fileprivate static func total(_ widths: [Int]) -> Int { widths.reduce(-2) { $0 + $1 + 2 } }

  /// Gives each column its minimum width, and the remaining space to the columns whose cells need the most lines.
  private static func shared(_ width: Int, _ wanted: [Int], _ least: [Int]) -> [Int] {
    var widths = least
    for _ in 0..<(width - total(least)) {
      let neediest = widths.indices.filter { widths[$0] < wanted[$0] }.max { a, b in
        wanted[a] * widths[b] < wanted[b] * widths[a]
      }
      guard let neediest else { break }
      widths[neediest] += 1
    }
    return widths
  }
}

/// The widths that a table's columns need so that no word is broken.
private struct LeastWidths {
  private var widths: [Int]

  /// Text of several words is never wrapped to less.
  private static let leastText = 18

  init(_ columns: [String], _ rows: [[String]]) {
    widths = columns.map { _ in 0 }
    for row in [columns] + rows {
      for column in columns.indices {
        let text = row[column].visible
        let word = text.cellWords.map(\.displayWidth).max() ?? 0
        widths[column] = max(widths[column], word, min(text.displayWidth, LeastWidths.leastText))
      }
    }
  }

  subscript(column: Int) -> Int { widths[column] }

  /// The columns that fit next to each other, after dropping the widest; the first always stays.
  func beside(_ columns: [Int], in width: Int) -> [Int] {
    var beside = columns
    while beside.count > 1, TextTable.total(beside.map { self[$0] }) > width {
      let widest = beside.dropFirst().max { a, b in (self[a], a) < (self[b], b) }
      beside.removeAll { $0 == widest }
    }
    return beside
  }
}

extension String {
  /// Padded with spaces to a width on a terminal.
  func filled(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - displayWidth)) }

  fileprivate var withoutSpacesBehind: String {
    let spaces = utf8.reversed().prefix { $0 == UInt8(ascii: " ") }.count
    return spaces == 0 ? self : String(decoding: utf8.dropLast(spaces), as: UTF8.self)
  }

  /// Words that stay whole; letters of scripts without spaces between words count as words.
  fileprivate var cellWords: [String] {
    split(separator: " ").flatMap { word -> [String] in
      word.contains { $0.displayWidth > 1 } ? word.map(String.init) : [String(word)]
    }
  }

  /// The text wrapped to a width, keeping its indentation on each line. A longer word has a line of its own.
  package func wrappedCell(to width: Int) -> [String] {
    let indent = String(prefix { $0 == " " })
    var lines: [String] = []
    var line = ""
    for word in split(separator: " ") {
      let pieces = word.contains { $0.displayWidth > 1 } ? word.map(String.init) : [String(word)]
      for (number, piece) in pieces.enumerated() {
        let gap = line.isEmpty || number > 0 ? "" : " "
        if !line.isEmpty, indent.count + (line + gap + piece).displayWidth > width {
          lines.append(indent + line)
          line = piece
        } else {
          line += gap + piece
        }
      }
    }
    return lines + [indent + line]
  }
}
