package import Diagnostics

/// A metric tree for a terminal: one row a metric, what moves it below it, role and owner beside it.
package struct TreeText: Sendable {
  /// The columns of the terminal; names give way to it. `nil` leaves them 120.
  package var width: Int?
  package var style: Style
  /// Whether metrics are named as files name them.
  package var showsIDs: Bool

  package init(width: Int? = nil, style: Style = .plain, showsIDs: Bool = false) {
    self.width = width
    self.style = style
    self.showsIDs = showsIDs
  }

  /// The whole text with its final line end; empty for a strategy without metrics.
  package func render(_ picture: TreePicture) -> String {
    let rows = TreeRows(picture)
    var lines = rows.results.map { line($0, in: picture, stem: "↑ ") }
    lines += self.lines(rows.tree, in: picture)
    let others = self.lines(rows.others, in: picture)
    guard !(lines.isEmpty && others.isEmpty) else { return "" }
    let head = Line(stem: "", name: "metric", cells: ["role", "moves it as", "owner"], role: .frame)
    let widths = columnWidths([head] + lines + others)
    var output = ([head] + lines).map { text(of: $0, widths) }.joined()
    if !others.isEmpty {
      output += "\n" + style.paint("not under the North Star", .frame) + "\n"
      output += others.map { text(of: $0, widths) }.joined()
    }
    return output
  }

  private struct Line {
    var stem: String
    var name: String
    /// Role, step, owner.
    var cells: [String]
    var role: Style.Role?
  }

  private func lines(_ rows: [TreeRows.Row], in picture: TreePicture) -> [Line] {
    // What stands in the columns of the levels above: a bar while more of that level is to come.
    var bars: [String] = []
    return rows.map { row in
      if row.depth > 0 {
        bars.removeSubrange(min(row.depth - 1, bars.count)...)
        let stem = bars.joined() + (row.isLast ? "└─ " : "├─ ")
        bars.append(row.isLast ? "   " : "│  ")
        return line(row, in: picture, stem: stem)
      }
      bars = []
      return line(row, in: picture, stem: "")
    }
  }

  private func line(_ row: TreeRows.Row, in picture: TreePicture, stem: String) -> Line {
    let node = picture.nodes[row.node]
    let name = (showsIDs ? node.id : node.label).visible
    let step = row.edge?.caption ?? ""
    switch row.mark {
    case .none:
      let role: Style.Role? = node.role == .northStar ? .strong : nil
      return Line(
        stem: stem, name: name, cells: [node.caption.visible, step, (node.owner ?? "").visible], role: role)
    case .again: return Line(stem: stem, name: name, cells: ["again", step, ""], role: .faint)
    case .loop: return Line(stem: stem, name: name, cells: ["again: a loop", step, ""], role: .warning)
    case .cut(let count): return Line(stem: stem, name: "… \(count) more below", cells: [], role: .faint)
    }
  }

  /// The width of each column but the last, names first. Names give way where the terminal is narrow.
  private func columnWidths(_ lines: [Line]) -> [Int] {
    let name = lines.map { $0.stem.displayWidth + $0.name.displayWidth }.max() ?? 0
    let cells = (0..<3).map { column in
      lines.map { column < $0.cells.count ? $0.cells[column].displayWidth : 0 }.max() ?? 0
    }
    guard let width else { return [min(name, 120)] + cells.dropLast() }
    let room = width - cells.reduce(0) { $0 + $1 + 2 }
    return [max(24, min(name, room))] + cells.dropLast()
  }

  private func text(of line: Line, _ widths: [Int]) -> String {
    let name = line.name.cut(to: max(8, widths[0] - line.stem.displayWidth))
    var text = style.paint(line.stem, .frame) + (line.role.map { style.paint(name, $0) } ?? name)
    var column = line.stem.displayWidth + name.displayWidth
    var start = 0
    for (cell, width) in zip(line.cells, widths) {
      start += width + 2
      guard !cell.isEmpty else { continue }
      text += String(repeating: " ", count: max(2, start - column)) + cell
      column = max(column + 2, start) + cell.displayWidth
    }
    return text + "\n"
  }
}

extension String {
  /// The text with no more than `width` columns, its end given up for `…`.
  func cut(to width: Int) -> String {
    guard displayWidth > width else { return self }
    var room = width - 1
    let kept = prefix { character in
      room -= character.displayWidth
      return room >= 0
    }
    return kept + "…"
  }
}
