/// The positions of the boxes of a metric tree: the North Star at the left, what moves it to its right, results to its
/// left. No two boxes overlap.
struct TreeLayout {
  struct Box {
    let row: TreeRows.Row
    /// The metric's name.
    let name: [String]
    /// Role and owner.
    let small: [String]
    /// The measured values.
    let values: [String]
    /// Whether a sparkline is drawn below the text.
    let hasTrend: Bool
    var x = 0
    var y = 0
    var height = 0

    var textHeight: Int { name.count * 17 + (small.count + values.count) * 15 + (hasTrend ? 24 : 0) }
    var middle: Int { y + height / 2 }
    var right: Int { x + TreeLayout.boxWidth }
  }

  /// A box and those that are connected to it: what moves it, or for a North Star the results that it moves.
  struct Fan {
    let hub: Int
    let spokes: [Int]
  }

  static let boxWidth = 216
  /// Room for a line and the word on it.
  static let columnGap = 118
  static let rowGap = 12
  /// The least room for notes.
  static let noteWidth = 420
  static let margin = 16
  static let nameSize = 13
  static let smallSize = 11

  private(set) var boxes: [Box] = []
  private(set) var fans: [Fan] = []
  private(set) var resultFans: [Fan] = []
  /// The position of the heading above the boxes that reach no North Star.
  private(set) var othersHeading: (x: Int, y: Int)?
  /// What could not be read, line by line below the boxes.
  private(set) var notes: [(line: String, place: (x: Int, y: Int))] = []
  private(set) var width = 2 * margin
  private(set) var height = 2 * margin

  init(_ picture: TreePicture) {
    let rows = TreeRows(picture)
    let indent = rows.results.isEmpty ? 0 : 1
    let results = add(rows.results, in: picture, indent: 0, top: 0)
    let tree = add(rows.tree, in: picture, indent: indent, top: 0)
    let tall = max(height(of: results), height(of: tree))
    shift(results, by: TreeLayout.margin + (tall - height(of: results)) / 2)
    shift(tree, by: TreeLayout.margin + (tall - height(of: tree)) / 2)
    var bottom = TreeLayout.margin + tall
    if !rows.others.isEmpty {
      if tall > 0 { bottom += 2 * TreeLayout.rowGap }
      bottom += TreeLayout.nameSize
      othersHeading = (TreeLayout.x(ofColumn: indent), bottom)
      bottom += TreeLayout.rowGap
      let others = add(rows.others, in: picture, indent: indent, top: bottom)
      bottom = others.map { boxes[$0].y + boxes[$0].height }.max() ?? bottom
    }
    width = max(boxes.map(\.right).max() ?? 0, picture.notes.isEmpty ? 0 : TreeLayout.noteWidth) + TreeLayout.margin
    for line in picture.notes.flatMap({ fittedNote("note: " + $0, width: width - 2 * TreeLayout.margin) }) {
      bottom += 15
      notes.append((line, (TreeLayout.margin, bottom)))
    }
    height = bottom + TreeLayout.margin
    addResultFans(results, tree: tree, in: picture)
  }

  /// Places rows in columns by their depth, from `top` down, and connects them.
  private mutating func add(_ rows: [TreeRows.Row], in picture: TreePicture, indent: Int, top: Int) -> Range<Int> {
    let first = boxes.count
    var children: [[Int]] = Array(repeating: [], count: rows.count)
    for (position, row) in rows.enumerated() {
      var box = Box(row, in: picture)
      box.x = TreeLayout.x(ofColumn: indent + row.depth)
      boxes.append(box)
      if let parent = row.parent { children[parent].append(position) }
    }
    for (position, spokes) in children.enumerated() where !spokes.isEmpty {
      fans.append(Fan(hub: first + position, spokes: spokes.map { first + $0 }))
    }
    let roots = rows.indices.filter { rows[$0].parent == nil }
    let tops = tops(of: roots, children, heights: boxes[first...].map(\.height), from: top)
    for position in rows.indices { boxes[first + position].y = tops[position] }
    return first..<boxes.count
  }

  /// The top of each box, so that each is beside the middle of its children, and no two families overlap.
  ///
  /// - Parameter children: the children of each box; they come after it in the order of the boxes.
  private func tops(of roots: [Int], _ children: [[Int]], heights: [Int], from top: Int) -> [Int] {
    var extents = heights
    for position in heights.indices.reversed() where !children[position].isEmpty {
      extents[position] = max(extents[position], stacked(children[position], extents))
    }
    var starts = Array(repeating: 0, count: heights.count)
    func stack(_ family: [Int], from start: Int) {
      var next = start
      for position in family {
        starts[position] = next
        next += extents[position] + TreeLayout.rowGap
      }
    }
    stack(roots, from: top)
    for position in heights.indices {
      let family = children[position]
      stack(family, from: starts[position] + (extents[position] - stacked(family, extents)) / 2)
    }
    return heights.indices.map { starts[$0] + (extents[$0] - heights[$0]) / 2 }
  }

  private static func x(ofColumn column: Int) -> Int { margin + column * (boxWidth + columnGap) }

  /// The height of stacked boxes including their gaps.
  private func stacked(_ rows: [Int], _ extents: [Int]) -> Int {
    rows.reduce(-TreeLayout.rowGap) { $0 + extents[$1] + TreeLayout.rowGap }
  }

  private func height(of range: Range<Int>) -> Int {
    boxes[range].map { $0.y + $0.height }.max() ?? 0
  }

  private mutating func shift(_ range: Range<Int>, by distance: Int) {
    for position in range { boxes[position].y += distance }
  }

  private mutating func addResultFans(_ results: Range<Int>, tree: Range<Int>, in picture: TreePicture) {
    for star in tree where boxes[star].row.depth == 0 {
      let moved = Set(picture.edges.filter { $0.lower == boxes[star].row.node }.map(\.upper))
      let spokes = results.filter { moved.contains(boxes[$0].row.node) }
      if !spokes.isEmpty { resultFans.append(Fan(hub: star, spokes: spokes)) }
    }
  }
}

extension TreeLayout.Box {
  fileprivate init(_ row: TreeRows.Row, in picture: TreePicture) {
    self.row = row
    let node = picture.nodes[row.node]
    if case .none = row.mark, let measured = node.measured {
      values = measured.words.flatMap { fittedSmall($0) }
      hasTrend = measured.trend.count > 1
    } else {
      values = []
      hasTrend = false
    }
    switch row.mark {
    case .none:
      name = fittedName(node.label, most: 3)
      small = ([node.caption] + [node.owner].compactMap(\.self)).flatMap { fittedSmall($0) }
    case .again:
      name = fittedName(node.label, most: 1)
      small = ["again"]
    case .loop:
      name = fittedName(node.label, most: 1)
      small = ["again: a loop"]
    case .cut(let count):
      name = []
      small = ["… \(count) more below"]
    }
    // Even, so that its halves meet in the same pixel; a North Star has a second frame inside.
    height = (textHeight + (node.role == .northStar ? 23 : 15)) / 2 * 2
  }
}

/// The width of a box's text, with a margin on both sides.
private let textWidth = Double(TreeLayout.boxWidth - 20)

private func fittedName(_ text: String, most: Int) -> [String] {
  FittedText(text, size: Double(TreeLayout.nameSize), width: textWidth, most: most).lines
}

/// Letters that are not bold are narrower than `FittedText` assumes.
private func fittedSmall(_ text: String) -> [String] {
  FittedText(text, size: 0.9 * Double(TreeLayout.smallSize), width: textWidth, most: 2).lines
}

/// A note is never shortened, however many lines it takes.
private func fittedNote(_ text: String, width: Int) -> [String] {
  FittedText(text, size: 0.9 * Double(TreeLayout.smallSize), width: Double(width), most: .max).lines
}
