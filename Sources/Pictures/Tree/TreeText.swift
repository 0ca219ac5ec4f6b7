import Diagnostics
package import Presentation

/// A metric tree for a terminal: one row for each metric, with what moves it below it, and role and owner beside it.
package struct TreeText: Sendable {
  /// The columns of the terminal; what does not fit is written below its row. `nil` for no limit.
  package var width: Int?
  package var style: Style
  /// Whether to show the ids of metrics instead of their names.
  package var showsIDs: Bool

  package init(width: Int? = nil, style: Style = .plain, showsIDs: Bool = false) {
    self.width = width
    self.style = style
    self.showsIDs = showsIDs
  }

  /// The whole text with its final line end; empty for a strategy without metrics.
  package func render(_ picture: TreePicture) -> String {
    let rows = TreeRows(picture)
    let columns = picture.showsValues ? TreeColumn.withValues : TreeColumn.structure
    var lines = rows.results.map { line($0, in: picture, stem: "↑ ", columns) }
    lines += self.lines(rows.tree, in: picture, columns)
    let others = self.lines(rows.others, in: picture, columns)
    guard !(lines.isEmpty && others.isEmpty) else { return "" }
    let head = Line(stem: "", name: "metric", cells: columns.map(\.rawValue), role: .frame)
    let fit = Fit([head] + lines + others, columns, width: width)
    var output = ([head] + lines).map { text(of: $0, fit) }.joined()
    if !others.isEmpty {
      output += "\n" + style.paint("not under the North Star", .frame) + "\n"
      output += others.map { text(of: $0, fit) }.joined()
    }
    return output
  }

  private struct Line {
    var stem: String
    var name: String
    /// One for each column.
    var cells: [String]
    var role: Style.Role?
  }

  /// The columns that fit, and their widths.
  private struct Fit {
    private(set) var columns: [(place: Int, column: TreeColumn, width: Int)]
    /// The indices of the columns that are written below their row.
    private(set) var below: [Int] = []
    let name: Int
    let width: Int?

    /// Whole columns move below first, starting with the least important; then the ends of names are cut.
    init(_ lines: [Line], _ columns: [TreeColumn], width: Int?) {
      let widest = lines.map { $0.stem.displayWidth + $0.name.displayWidth }.max() ?? 0
      self.columns = columns.enumerated().map { place, column in
        (place, column, lines.map { place < $0.cells.count ? $0.cells[place].displayWidth : 0 }.max() ?? 0)
      }
      let empty = self.columns.filter { place, column, _ in
        column.isLeftOutWhenEmpty && lines.dropFirst().allSatisfy { place >= $0.cells.count || $0.cells[place].isEmpty }
      }
      self.columns.removeAll { column in empty.contains { $0.place == column.place } }
      self.width = width
      guard let width else {
        name = widest
        return
      }
      let needed = min(widest, max(24, width / 2))
      for column in TreeColumn.firstToGo where width - Self.total(self.columns) < needed {
        below += self.columns.filter { $0.column == column }.map(\.place)
        self.columns.removeAll { $0.column == column }
      }
      below.sort()
      name = max(24, min(widest, width - Self.total(self.columns)))
    }

    private static func total(_ columns: [(place: Int, column: TreeColumn, width: Int)]) -> Int {
      columns.reduce(0) { $0 + $1.width + 2 }
    }
  }

  private func lines(_ rows: [TreeRows.Row], in picture: TreePicture, _ columns: [TreeColumn]) -> [Line] {
    // The text for the levels above: a bar while more of that level follows.
    var bars: [String] = []
    return rows.map { row in
      if row.depth > 0 {
        bars.removeSubrange(min(row.depth - 1, bars.count)...)
        let stem = bars.joined() + (row.isLast ? "└─ " : "├─ ")
        bars.append(row.isLast ? "   " : "│  ")
        return line(row, in: picture, stem: stem, columns)
      }
      bars = []
      return line(row, in: picture, stem: "", columns)
    }
  }

  private func line(_ row: TreeRows.Row, in picture: TreePicture, stem: String, _ columns: [TreeColumn]) -> Line {
    let node = picture.nodes[row.node]
    let name = (showsIDs ? node.id : node.label).visible
    let cells = { (again: String?) in columns.map { $0.text(of: row, node, again: again).visible } }
    switch row.mark {
    case .none:
      return Line(stem: stem, name: name, cells: cells(nil), role: node.role == .northStar ? .strong : nil)
    case .again: return Line(stem: stem, name: name, cells: cells("again"), role: .faint)
    case .loop: return Line(stem: stem, name: name, cells: cells("again: a loop"), role: .warning)
    case .cut(let count): return Line(stem: stem, name: "… \(count) more below", cells: [], role: .faint)
    }
  }

  private func text(of line: Line, _ fit: Fit) -> String {
    let names = line.name.wrapped(to: max(8, fit.name - line.stem.displayWidth))
    let name = names[0]
    var text = style.paint(line.stem, .frame) + painted(name, line)
    var used = line.stem.displayWidth + name.displayWidth
    var start = fit.name + 2
    for (place, column, width) in fit.columns {
      defer { start += width + 2 }
      guard place < line.cells.count, !line.cells[place].isEmpty else { continue }
      let cell = line.cells[place]
      let indent = column.isNumber ? width - cell.displayWidth : 0
      text += String(repeating: " ", count: max(2, start + indent - used))
      text += column == .breach && line.role != .frame ? style.paint(cell, .error) : cell
      used = max(used + 2, start + indent) + cell.displayWidth
    }
    let stem = String(line.stem.map { "├└─↑".contains($0) ? ($0 == "├" ? "│" : " ") : $0 })
    let rest = names.dropFirst().map { style.paint(stem, .frame) + painted($0, line) + "\n" }.joined()
    return text + "\n" + rest + below(line, stem + "  ", fit)
  }

  private func painted(_ name: String, _ line: Line) -> String { line.role.map { style.paint(name, $0) } ?? name }

  /// The cells that did not fit, indented below the name.
  private func below(_ line: Line, _ stem: String, _ fit: Fit) -> String {
    let cells = fit.below.filter { $0 < line.cells.count && line.role != .frame }.map { line.cells[$0] }
    var lines: [String] = []
    for cell in cells where !cell.isEmpty {
      if let last = lines.last, (stem + last + ", " + cell).displayWidth <= fit.width ?? .max {
        lines[lines.count - 1] = last + ", " + cell
      } else {
        lines.append(cell)
      }
    }
    return lines.map { style.paint(stem, .frame) + style.paint($0, .faint) + "\n" }.joined()
  }
}
