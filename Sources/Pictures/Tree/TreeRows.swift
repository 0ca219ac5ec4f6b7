/// A picture in the order in which people read it: every node once with everything below it, and by name alone wherever
/// else it belongs.
struct TreeRows {
  struct Row {
    enum Mark {
      case none
      /// What is below it is shown where the node first appears.
      case again
      /// The node is above itself.
      case loop
      /// This many more nodes are below, too deep to draw; the row has no node of its own.
      case cut(Int)
    }

    /// A position in the picture's nodes.
    var node: Int
    /// The row above, to which this one belongs; `nil` at the top.
    var parent: Int?
    var depth: Int
    /// How the node moves its parent; for a result, how the North Star moves it.
    var edge: TreePicture.Edge.Kind?
    var mark = Mark.none
    var isLast = true
  }

  /// Deeper trees are cut: nobody reads them, and each level makes every row longer.
  static let deepest = 32

  /// Results, above the North Star.
  private(set) var results: [Row] = []
  /// The North Stars and everything that moves them, depth first.
  private(set) var tree: [Row] = []
  /// The nodes that reach no North Star, depth first.
  private(set) var others: [Row] = []

  init(_ picture: TreePicture) {
    var walk = TreeWalk(picture)
    let northStars = picture.nodes.indices.filter { picture.nodes[$0].role == .northStar }
    results = walk.takeResults(below: Set(northStars))
    walk.spread(from: northStars)
    let rest = walk.spreadFromOtherRoots()
    for root in northStars { walk.visit(root, into: &tree) }
    for root in rest { walk.visit(root, into: &others) }
  }
}

private struct TreeWalk {
  private let picture: TreePicture
  private var below: [[TreePicture.Edge]]
  private var above: [[Int]]
  /// The parent under which each node is drawn with everything below it: on its shortest path to the top. A root is its
  /// own parent.
  private var home: [Int?]
  private var path: Set<Int> = []

  init(_ picture: TreePicture) {
    self.picture = picture
    let count = picture.nodes.count
    below = Array(repeating: [], count: count)
    above = Array(repeating: [], count: count)
    home = Array(repeating: nil, count: count)
    for edge in picture.edges where picture.nodes[edge.upper].role != .result {
      below[edge.upper].append(edge)
      above[edge.lower].append(edge.upper)
    }
    for upper in below.indices { below[upper].sort { picture.rank(of: $0) < picture.rank(of: $1) } }
  }

  /// One row for each result, with the way in which a North Star moves it.
  mutating func takeResults(below northStars: Set<Int>) -> [TreeRows.Row] {
    picture.nodes.indices.filter { picture.nodes[$0].role == .result }.map { result in
      home[result] = result
      let edge = picture.edges.first { $0.upper == result && northStars.contains($0.lower) }
      return TreeRows.Row(node: result, depth: 0, edge: edge?.kind)
    }
  }

  /// Gives every node below `roots` its home, the nearest first.
  mutating func spread(from roots: [Int]) {
    for root in roots { home[root] = root }
    var queue = roots
    var next = 0
    while next < queue.count {
      for edge in below[queue[next]] where home[edge.lower] == nil {
        home[edge.lower] = edge.upper
        queue.append(edge.lower)
      }
      next += 1
    }
  }

  /// Gives every other node its home; in a loop without a top, the first node is the root.
  mutating func spreadFromOtherRoots() -> [Int] {
    var roots = picture.nodes.indices.filter { node in home[node] == nil && !above[node].contains { home[$0] == nil } }
    spread(from: roots)
    for node in picture.nodes.indices where home[node] == nil {
      roots.append(node)
      spread(from: [node])
    }
    return roots
  }

  /// Adds the rows of a root and everything below it.
  mutating func visit(_ root: Int, into rows: inout [TreeRows.Row]) {
    rows.append(TreeRows.Row(node: root, depth: 0))
    addRows(below: root, row: rows.count - 1, into: &rows)
  }

  /// Recursion ends at `TreeRows.deepest`.
  private mutating func addRows(below upper: Int, row parent: Int, into rows: inout [TreeRows.Row]) {
    let depth = rows[parent].depth + 1
    guard !below[upper].isEmpty else { return }
    guard depth < TreeRows.deepest else {
      rows.append(TreeRows.Row(node: upper, parent: parent, depth: depth, mark: .cut(countBelow(upper))))
      return
    }
    path.insert(upper)
    for (position, edge) in below[upper].enumerated() {
      var row = TreeRows.Row(node: edge.lower, parent: parent, depth: depth, edge: edge.kind)
      row.isLast = position == below[upper].count - 1
      // Of two edges from the same node, the first is its home.
      let isHome = home[edge.lower] == upper && !below[upper][..<position].contains { $0.lower == edge.lower }
      if path.contains(edge.lower) { row.mark = .loop } else if !isHome { row.mark = .again }
      rows.append(row)
      if isHome, edge.lower != upper { addRows(below: edge.lower, row: rows.count - 1, into: &rows) }
    }
    path.remove(upper)
  }

  private func countBelow(_ upper: Int) -> Int {
    var seen: Set<Int> = []
    var queue = [upper]
    while let node = queue.popLast() {
      for edge in below[node] where home[edge.lower] == node && seen.insert(edge.lower).inserted {
        queue.append(edge.lower)
      }
    }
    return seen.count
  }
}

extension TreePicture {
  /// Metrics before guardrails before objectives, inputs in the order of the four dimensions, then in file order.
  fileprivate func rank(of edge: Edge) -> (Int, Int, Int, Int) {
    let node = nodes[edge.lower]
    let group = [.aims, .supports].contains(edge.kind) ? 2 : edge.kind == .guards ? 1 : 0
    let role = Node.Role.allCases.firstIndex(of: node.role) ?? 0
    let dimension = ["efficiency", "breadth", "depth", "frequency"].firstIndex { $0 == node.detail } ?? 4
    return (group, role, dimension, edge.lower)
  }
}
